using System.Globalization;
using Anmin.Billing.Lists.Drafts;
using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Lists.Showing;
using Anmin.Billing.Pricing;
using Anmin.Billing.Tests.Pricing;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Sheets;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Lists.Clerks;

namespace Anmin.Billing.Tests.Lists;

/// <summary>Public price lists of four places, row by row as they were printed: every row has its item, is imported, published and asked for its price.</summary>
public abstract class PrintedFeesTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Clerks Clerks => new(App);

    public static readonly TheoryData<string, string, bool> Lists = new()
    {
        { "yantai-2015", "fh-1", false },
        { "shanghai-2024", "fh-1", true },
        { "yichang-2021", "fh-1", false },
        { "jurong-2025", "co-1", true },
    };

    [Fact]
    public void Every_printed_row_has_an_item_and_every_item_a_row()
    {
        var mapped = PrintedSheets.Rows("printed.csv");
        foreach (var file in PrintedSheets.FeeFiles)
            foreach (var (line, row) in PrintedSheets.Fees(file))
                mapped.ShouldContain(m => m["file"] == file && m["line"] == line.ToString(CultureInfo.InvariantCulture), $"{file}:{line} {row["item"]}");
        foreach (var (list, code) in PrintedLists.All.Keys.Where(k => k.List != "domain-b6")) mapped.ShouldContain(m => m["list"] == list && m["item"] == code, $"{list} {code} is printed nowhere");
        // a row mapped beside its printed amount says why
        mapped.Where(m => m["reason"].Length > 0).Select(m => m["item"]).ShouldBe(["storage-hour", "goods"]);
    }

    [Fact]
    public void Every_item_has_the_amount_that_was_printed()
    {
        var rows = 0;
        foreach (var m in PrintedSheets.Rows("printed.csv").Where(m => m["reason"].Length == 0))
        {
            var row = PrintedSheets.Fees(m["file"]).Single(f => f.Line == int.Parse(m["line"], CultureInfo.InvariantCulture)).Row;
            var item = PrintedLists.All[(m["list"], m["item"])];
            var printed = row["price_cny"].Split('-').Select(y => (long)(decimal.Parse(y, CultureInfo.InvariantCulture) * 100)).ToList();
            if (printed.Count == 2) (item.Least, item.Most).ShouldBe((printed[0], printed[1]), $"{m["file"]}:{m["line"]}");
            else Price(item, m).ShouldBe(printed[0], $"{m["file"]}:{m["line"]} {row["item"]}");
            rows++;
        }
        rows.ShouldBe(57);
    }

    private static long Price(PriceItem item, Dictionary<string, string> m)
        => Must(PriceEngine.Of(item, new(Quantity(m)) { Match = Match(m), Kilometres = 0, Age = 60 })).Fen;

    private static decimal Quantity(Dictionary<string, string> m) => decimal.Parse(m["quantity"], CultureInfo.InvariantCulture);

    private static string? Match(Dictionary<string, string> m) => m["match"].Length > 0 ? m["match"] : null;

    [Theory, MemberData(nameof(Lists))]
    public async Task It_is_imported_checked_published_and_asked(string list, string institution, bool workbook)
    {
        var all = new Clerks(App);
        var clerk = Clerk with { Grants = Grants.Of(DataScope.Of(institution), [BillingPermissions.DraftLists.Code, BillingPermissions.ReadLists.Code]) };
        var chief = Chief with { Grants = Grants.Of(DataScope.Of(institution), [BillingPermissions.PublishLists.Code]) };
        var code = Must(await all.TryDraftAsync(clerk, institution, copy: false)).Code;
        var rows = ListSheet.Write(PrintedSheets.Of(list));
        var reply = Must(await App.As(clerk).RunAsync(s => s.GetRequiredService<ReplacePriceItems>(), new ReplacePriceItems.Request(code, workbook ? Workbook.Write("表", rows) : ExportPriceList.Commas(rows))));
        reply.Items.ShouldBe(PrintedSheets.Of(list).Count);
        Must(await all.CheckAsync(code, clerk)).Faults.ShouldBeEmpty();
        Must(await all.FileAsync(code));
        Must(await all.PublishAsync(code, chief)).Published.ShouldBeTrue();
        var day = (await all.LoadAsync(code)).From;
        foreach (var m in PrintedSheets.Rows("printed.csv").Where(m => m["list"] == list))
        {
            var item = PrintedLists.All[(list, m["item"])];
            var query = new PriceQuery(Quantity(m)) { Match = Match(m), Kilometres = 0, Age = 60, Agreed = item.Way == PricingWay.Range ? item.Least : null, Cost = 10_000 };
            var asked = new PriceAsked(institution, day, m["item"], Quantity(m)) { Choice = Match(m), Kilometres = 0, Age = 60, AgreedFen = query.Agreed, CostFen = 10_000 };
            var price = Must(await App.ReadAsync(async db =>
            {
                await using var scope = App.Services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<IPriceBook>().PriceAsync(asked, TestContext.Current.CancellationToken);
            }));
            (price.Fen, price.List).ShouldBe((Must(PriceEngine.Of(item, query)).Fen, code), m["item"]);
        }
    }
}

public sealed class PrintedFeesTestsOnSqlite(SqliteApp f) : PrintedFeesTests(f), IClassFixture<SqliteApp>;

public sealed class PrintedFeesTestsOnPostgres(PostgresApp f) : PrintedFeesTests(f), IClassFixture<PostgresApp>;
