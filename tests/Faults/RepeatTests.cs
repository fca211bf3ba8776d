using System.Net.Http.Json;
using System.Text.Json;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Faults;

public sealed class RepeatTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task One_key_eight_times_at_once_is_one_case_and_one_answer(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        var clerks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Clerk.SignedInAsync(host.Client(), "前台", Ct)));
        for (var round = 0; round < 5; round++)
        {
            var before = await CasesAsync(host);
            var key = Guid.NewGuid().ToString("N");
            var answers = await Task.WhenAll(clerks.Select(c => c.ReportAsync(key, Ct)));
            answers.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
            (await CasesAsync(host)).ShouldBe(before + 1);
        }
        foreach (var clerk in clerks) clerk.Dispose();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_clock_set_back_an_hour_changes_no_order(DatabaseKind kind)
    {
        await using var host = await TestHost.StartAsync(kind);
        using var http = host.Client();
        using var clerk = await Clerk.SignedInAsync(http, "接线员", Ct);
        var first = JsonDocument.Parse((await clerk.ReportAsync(Guid.NewGuid().ToString("N"), Ct))!).RootElement.GetProperty("caseId").GetGuid();
        host.Clock.Advance(TimeSpan.FromHours(-1));
        await PickUpAsync(http, first);
        await clerk.ReportAsync(Guid.NewGuid().ToString("N"), Ct);

        var lines = await OnAsync(host, db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == first).OrderBy(e => e.Id).ToListAsync(Ct));
        lines.Count.ShouldBeGreaterThan(1);
        lines.Select(l => l.Seq).ShouldBe(Enumerable.Range(1, lines.Count));
        lines[^1].At.ShouldBeLessThan(lines[0].At); // the clock is recorded as it was; order is the number
        await using var scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<JournalVerifier>().RunAsync(Ct)).Broken.ShouldBeNull();
    }

    private static async Task PickUpAsync(HttpClient http, Guid id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pickups");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Content = JsonContent.Create(new { caseId = id, institution = "fh-1" });
        using var answer = await http.SendAsync(request, Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static Task<int> CasesAsync(TestHost host) => OnAsync(host, db => db.Set<JournalEntry>().CountAsync(e => e.Kind == "case.reported", Ct));

    private static async Task<T> OnAsync<T>(TestHost host, Func<AnminDb, Task<T>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await read(scope.ServiceProvider.GetRequiredService<AnminDb>());
    }
}
