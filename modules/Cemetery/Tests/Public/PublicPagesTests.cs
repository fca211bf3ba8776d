using System.IO.Compression;
using System.Net;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Public;

/// <summary>The pages themselves, by a browser that runs no script.</summary>
public sealed class PublicPagesTests
{
    [Fact]
    public async Task Somebody_without_an_account_finds_holds_and_gives_back_a_place_and_sees_no_name()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite, personas: false);
        var section = Yard.Must(await AsAsync(host, "公墓园务", s => ActivatorUtilities.CreateInstance<Plant>(s), new Plant.Request("ce-1", "V1", SectionKind.Graves, 400, 2, "plot-single", "plot-care"))).Section;
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var positions = await scope.ServiceProvider.GetRequiredService<AnminDb>().Positions.AsNoTracking().Where(p => p.SectionId == section).OrderBy(p => p.Number).Take(2).ToListAsync(TestContext.Current.CancellationToken);
        Yard.Must(await AsAsync(host, "公墓销售", s => ActivatorUtilities.CreateInstance<Yards.Grant>(s), new Yards.Grant.Request(positions[0].Id, "欧阳慕白", null, 20)));

        using var visitor = new Visitor(host.Client());
        foreach (var path in (string[])["/cemeteries", "/cemeteries?nature=public&county=321302&form=plot&most=3000", "/cemeteries/ce-1?section=V1", $"/cemeteries/ce-1/{positions[0].Code}", $"/cemeteries/ce-1/{positions[1].Code}", "/api/v1/public/cemeteries", "/api/v1/public/cemeteries/ce-1"])
        {
            var page = await visitor.Http.GetStringAsync(path, TestContext.Current.CancellationToken);
            foreach (var secret in (string[])["欧阳慕白", "周建国", "13812345678", "GM-T-"]) page.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{path} tells {secret}");
            (await CompressedAsync(page)).ShouldBeLessThan(60_000, path);
        }
        (await visitor.Http.GetStringAsync("/cemeteries", TestContext.Current.CancellationToken)).ShouldContain("1,350");
        var empty = await visitor.Http.GetStringAsync("/cemeteries?form=plot&most=1", TestContext.Current.CancellationToken);
        empty.ShouldContain("没有符合的墓位");
        empty.ShouldContain("清除筛选");
        (await visitor.Http.GetAsync("/cemeteries/none", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var held = await visitor.PostFormAsync($"/cemeteries/ce-1/{positions[1].Code}", new() { ["Form.Name"] = "周建国", ["Form.Phone"] = "13912340099" }, "hold");
        ((int)held.StatusCode).ShouldBeOneOf(302, 303);
        var receipt = held.Headers.Location!.ToString();
        var confirmed = await visitor.Http.GetStringAsync(receipt, TestContext.Current.CancellationToken);
        confirmed.ShouldContain("已为您预留");
        confirmed.ShouldNotContain("周建国");
        var wrong = await visitor.PostFormAsync(receipt, new() { ["Form.Phone"] = "13912340098" }, "cancel");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("对不上");
        var stranger = await visitor.PostFormAsync("/cemeteries/mine", new() { ["Opening.Number"] = "GM-T-1", ["Opening.Phone"] = "13912340098" }, "open");
        stranger.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stranger.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("合同编号和手机号对不上");
        ((int)(await visitor.PostFormAsync(receipt, new() { ["Form.Phone"] = "13912340099" }, "cancel")).StatusCode).ShouldBeOneOf(302, 303);
        (await visitor.Http.GetStringAsync(receipt, TestContext.Current.CancellationToken)).ShouldContain("已取消预留");
        var refused = await visitor.PostFormAsync($"/cemeteries/ce-1/{positions[1].Code}", new() { ["Form.Name"] = "", ["Form.Phone"] = "1391234" }, "hold");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("1391234");
    }

    [Fact]
    public async Task The_same_counts_are_not_sent_twice()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite, personas: false);
        using var http = host.Client();
        var first = await http.GetAsync("/api/v1/public/cemeteries", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/public/cemeteries");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private static async Task<Anmin.Kernel.Outcomes.Outcome<TReply>> AsAsync<TRequest, TReply>(TestHost host, string persona, Func<IServiceProvider, IUseCase<TRequest, TReply>> useCase, TRequest request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<IStaffDirectory>();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = staff.ActorOf(staff.Persona(persona)!.Id)! with { Device = "test" };
        return await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(useCase(scope.ServiceProvider), request, null, TestContext.Current.CancellationToken);
    }

    private static async Task<long> CompressedAsync(string page)
    {
        using var kept = new MemoryStream();
        await using (var brotli = new GZipStream(kept, CompressionLevel.Optimal, leaveOpen: true)) await brotli.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page));
        return kept.Length;
    }
}
