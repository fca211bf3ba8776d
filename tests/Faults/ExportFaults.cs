using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Faults;

/// <summary>A long list is made in the background while the program is killed again and again: the file has every line, once.</summary>
public abstract class ExportFaults(DatabaseKind kind, ITestOutputHelper output)
{
    private const int Copies = 20_000;

    /// <summary>Killed when so many lines are written: at the first ones, and in the middle.</summary>
    private static readonly int[] KilledAt = [1, 10_000];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_the_program_during_an_export_loses_no_line_and_writes_none_twice()
    {
        await using var database = await TestDatabase.CopyAsync(kind);
        await using (var first = await HostProcess.StartAsync(database, Ct))
        {
            using var clerk = await Clerk.SignedInAsync(first.Client(), "前台", Ct);
            (await clerk.ReportAsync(Guid.NewGuid().ToString("N"), Ct)).ShouldNotBeNull();
        }
        await CopyCasesAsync(database);
        await using (var asked = await HostProcess.StartAsync(database, Ct))
        {
            using var http = asked.Client();
            using var chief = await Clerk.SignedInAsync(http, "市局", Ct);
            using var answer = await PostAsync(http, "/work/cases", "/api/v1/cases/export");
            (answer.StatusCode, answer.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/work/tasks?asked=1"));
        }
        var kills = 0;
        foreach (var at in KilledAt)
        {
            await using var host = await HostProcess.StartAsync(database, Ct);
            await UntilAsync(database, $"select id from workbench_export where made >= {at}");
            await host.KillAsync();
            kills++;
        }
        await using var last = await HostProcess.StartAsync(database, Ct);
        await UntilAsync(database, "select id from workbench_export where state = 'Ready'");
        using var taker = last.Client();
        using var again = await Clerk.SignedInAsync(taker, "市局", Ct);
        using var file = await PostAsync(taker, "/work/tasks", "/work/tasks/exports/");
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        var lines = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0]).ToList();
        var (twice, stored) = (lines.Count - lines.Distinct().Count(), await Rows.ReadAsync(database, "select number from funeral_case", Ct));
        output.WriteLine($"{kind}: {kills} kills, {stored.Count} cases, {lines.Count} lines, {twice} twice, {stored.Except(lines).Count()} lost");
        twice.ShouldBe(0);
        (lines.Count, stored.Except(lines).Count()).ShouldBe((stored.Count, 0));
    }

    /// <summary>The page's own form with the fields it carries, as a browser without scripts sends it.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string action)
    {
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(path, Ct));
        var form = page.Forms.Single(f => f.GetAttribute("action")?.StartsWith(action, StringComparison.Ordinal) is true);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await http.SendAsync(request, Ct);
    }

    /// <summary>One case many times, each with an id, a number and a moment of its own.</summary>
    private async Task CopyCasesAsync(TestDatabase database)
    {
        var sqlite = kind == DatabaseKind.Sqlite;
        var columns = await Rows.ReadAsync(database, sqlite ? "select name from pragma_table_info('funeral_case')" : "select column_name::text from information_schema.columns where table_name = 'funeral_case' and is_generated = 'NEVER'", Ct);
        var values = columns.Select(c => c switch
        {
            "id" => sqlite ? "printf('%08X-0000-7000-8000-%012X', n, n)" : "(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid",
            "number" => "'COPY-' || n",
            "reported_at" => sqlite ? "c.reported_at - n * 1000" : "c.reported_at - n * interval '1 millisecond'",
            _ => $"c.\"{c}\"",
        });
        var from = sqlite ? $"(with recursive s(n) as (select 1 union all select n + 1 from s where n < {Copies}) select n from s)" : $"generate_series(1, {Copies}) as s(n)";
        await Rows.ReadAsync(database, string.Create(CultureInfo.InvariantCulture, $"insert into funeral_case ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) select {string.Join(", ", values)} from funeral_case c cross join {from}"), Ct);
        (await Rows.ReadAsync(database, "select count(*) from funeral_case", Ct)).ShouldBe([(Copies + 1).ToString(CultureInfo.InvariantCulture)]);
    }

    private static async Task UntilAsync(TestDatabase database, string select)
    {
        for (var i = 0; i < 2400; i++)
        {
            if ((await Rows.ReadAsync(database, select, Ct)).Count > 0) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), Ct);
        }
        throw new InvalidOperationException("Never came: " + select);
    }
}

public sealed class ExportFaultsOnSqlite(ITestOutputHelper output) : ExportFaults(DatabaseKind.Sqlite, output);

public sealed class ExportFaultsOnPostgres(ITestOutputHelper output) : ExportFaults(DatabaseKind.Postgres, output);
