using Anmin.Billing.Checker;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Billing.Public;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Public;

/// <summary>What anybody may ask of the price lists, without signing in.</summary>
public abstract class PublicPriceTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Anybody => App.As(Actor.Public);

    [Fact]
    public async Task Lists_in_force_are_found_by_county_name_and_day()
    {
        var all = (await Anybody.RunAsync(s => s.GetRequiredService<FindPublicLists>(), new FindPublicLists.Request())).Value!;
        all.Rows.Select(r => r.Institution).ShouldBe(["ce-1", "ce-2", "co-1", "fh-1", "fh-2"], ignoreOrder: true);
        var home = all.Rows.Single(r => r.Institution == "fh-1");
        home.Document.ShouldBe("测试文件〔2024〕1号");
        home.Items.ShouldBe(20);
        (await Anybody.RunAsync(s => s.GetRequiredService<FindPublicLists>(), new FindPublicLists.Request("321322"))).Value!.Rows.Select(r => r.Institution).ShouldBe(["ce-2", "fh-2"], ignoreOrder: true);
        (await Anybody.RunAsync(s => s.GetRequiredService<FindPublicLists>(), new FindPublicLists.Request(Text: "宿城测试馆"))).Value!.Rows.ShouldHaveSingleItem().Institution.ShouldBe("fh-1");
        (await Anybody.RunAsync(s => s.GetRequiredService<FindPublicLists>(), new FindPublicLists.Request(Date: "2023-12-31"))).Value!.ShouldSatisfyAllConditions(r => r.Rows.ShouldBeEmpty(), r => r.Without.ShouldContain("宿城测试骨灰堂"));
        (await Anybody.RunAsync(s => s.GetRequiredService<FindPublicLists>(), new FindPublicLists.Request(Date: "那天"))).Problem!.Field.ShouldBe("Date");
    }

    [Fact]
    public async Task A_list_is_told_with_prices_terms_in_words_and_its_document()
    {
        var list = (await Anybody.RunAsync(s => s.GetRequiredService<GetPublicList>(), new GetPublicList.Request("fh-1"))).Value!;
        list.Items.Select(i => i.Class).ShouldBeInOrder();
        var transport = list.Items.Single(i => i.Code == "transport");
        transport.Terms.ShouldHaveSingleItem().ShouldBe("超过20公里的部分每公里3元，往返计");
        (transport.LeastFen, transport.MostFen, transport.Price).ShouldBe((10000, 10000, "每具100元"));
        var hall = list.Items.Single(i => i.Code == "hall");
        (hall.LeastFen, hall.MostFen).ShouldBe((8000, 50000));
    }

    [Fact]
    public async Task A_past_day_gives_the_past_list_and_a_day_without_one_says_so()
    {
        await App.ReadAsync(async db =>
        {
            if (db.Set<PriceList>().Any(l => l.Code == "fh-1-2020")) return 0;
            // as a pack brings them: the lines, then the list that stands on them
            db.Add(new PriceListItem { List = "fh-1-2020", Code = "cremation", Name = "火化", Unit = "具", Class = ItemClass.Basic, Way = PricingWay.GovSet, Least = 9000, Most = 9000 });
            await db.SaveChangesAsync();
            db.Add(new PriceList { Code = "fh-1-2020", Institution = "fh-1", Title = "旧清单", Document = "旧文件", From = new(2020, 1, 1), Until = new(2022, 12, 31), State = PriceListState.Published });
            db.Add(new PriceList { Code = "fh-1-draft", Institution = "fh-1", Title = "草稿", Document = "草稿", From = new(2023, 1, 1), Until = new(2023, 12, 31), State = PriceListState.Draft });
            return await db.SaveChangesAsync();
        });
        var past = (await Anybody.RunAsync(s => s.GetRequiredService<GetPublicList>(), new GetPublicList.Request("fh-1", "2022-12-31"))).Value!;
        past.Items.ShouldHaveSingleItem().MostFen.ShouldBe(9000);
        past.Document.ShouldBe("旧文件");
        (await Anybody.RunAsync(s => s.GetRequiredService<GetPublicList>(), new GetPublicList.Request("fh-1", "2023-06-01"))).Problem!.Code.ShouldBe("billing.list.not-shown", "a draft is nobody's list");
        (await Anybody.RunAsync(s => s.GetRequiredService<GetPublicList>(), new GetPublicList.Request("fh-1", "2024-01-01"))).Value!.Items.Count.ShouldBe(20);
        (await Anybody.RunAsync(s => s.GetRequiredService<GetPublicList>(), new GetPublicList.Request("ho-1"))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
        (await Anybody.RunAsync(s => s.GetRequiredService<GetPublicList>(), new GetPublicList.Request("nobody"))).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task One_item_is_compared_over_institutions_from_cheap_to_dear()
    {
        var compared = (await Anybody.RunAsync(s => s.GetRequiredService<ComparePrices>(), new ComparePrices.Request("火化费"))).Value!;
        var group = compared.Groups.ShouldHaveSingleItem();
        group.Rows.Select(r => (r.Institution, r.Fen)).ShouldBe([("fh-1", 12000L), ("fh-2", 18000L), ("fh-2", 60000L)]);
        var dear = (await Anybody.RunAsync(s => s.GetRequiredService<ComparePrices>(), new ComparePrices.Request("火化费", Sort: "dear"))).Value!;
        dear.Groups[0].Rows.Select(r => r.Fen).ShouldBe(group.Rows.Select(r => r.Fen).Reverse());
        compared.Items.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Two_to_four_institutions_stand_side_by_side_and_no_other_number()
    {
        var beside = (await Anybody.RunAsync(s => s.GetRequiredService<ComparePrices>(), new ComparePrices.Request(With: ["fh-1", "fh-2"]))).Value!;
        beside.Groups.Sum(g => g.Rows.Count).ShouldBe(34);
        (await Anybody.RunAsync(s => s.GetRequiredService<ComparePrices>(), new ComparePrices.Request(With: ["fh-1"]))).Problem!.Code.ShouldBe("billing.compare.count");
        (await Anybody.RunAsync(s => s.GetRequiredService<ComparePrices>(), new ComparePrices.Request(With: ["a", "b", "c", "d", "e"]))).Problem!.Code.ShouldBe("billing.compare.count");
    }

    [Fact]
    public async Task All_lists_or_one_are_exported_as_they_stood()
    {
        var all = (await Anybody.RunAsync(s => s.GetRequiredService<ExportPrices>(), new ExportPrices.Request())).Value!;
        all.Lists.Count.ShouldBe(5);
        var csv = System.Text.Encoding.UTF8.GetString(ExportPrices.Csv(all));
        csv.ShouldStartWith("\uFEFFinstitution,institution_name,county,list,");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 20 + 14 + 5 + 4 + 3);
        (await Anybody.RunAsync(s => s.GetRequiredService<ExportPrices>(), new ExportPrices.Request("fh-2"))).Value!.Lists.ShouldHaveSingleItem().Items.Count.ShouldBe(14);
        (await Anybody.RunAsync(s => s.GetRequiredService<ExportPrices>(), new ExportPrices.Request("nobody"))).Ok.ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_begins_a_formula_is_text_in_the_csv()
    {
        var item = new ShownItem(new PriceItem("x", "=HYPERLINK(\"http://x\")", ItemClass.Basic, PricingWay.GovSet, "@具", 1, 1, "d", []), "+1", "-1");
        var list = new GetPublicList.Reply(new(2026, 1, 1), "i", "=1+1", "", "l", "t", "d", new(2026, 1, 1), null, [PriceLine.Of(item)]);
        var row = System.Text.Encoding.UTF8.GetString(ExportPrices.Csv(new(new(2026, 1, 1), [list]))).Split("\r\n")[1];
        row.ShouldContain("'=1+1");
        row.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\"");
        row.ShouldContain("'@具");
        row.ShouldContain("'+1");
        row.ShouldEndWith("'-1");
    }

    [Fact]
    public async Task A_bill_is_checked_by_the_list_of_its_day_with_law_and_amount_and_nothing_is_kept()
    {
        var rows = await App.CountAsync("select count(*) from kernel_audit");
        var told = (await CheckAsync([new("遗体火化", "1", "120", "120"), new("红包", "1", null, "200"), new("尸体寄存费（按日）", "2.3", "20", "80"), new("骨灰寄存", "1", null, "30")])).Value!;
        told.OverFen.ShouldBe(22000);
        told.Lines.SelectMany(l => l.Faults).Select(f => f.Kind).ShouldBe([FaultKind.OffList, FaultKind.RoundedWrongly]);
        told.Lines.SelectMany(l => l.Faults).ShouldAllBe(f => f.Law.Contains('法') || f.Law.Contains("条例"));
        told.Lines[0].How.ShouldBe(MatchWay.Alias);
        told.Lines[3].Lacking.ShouldBe(Lacking.Item);
        told.Lines[3].Choices.Count.ShouldBe(2);
        (await App.CountAsync("select count(*) from kernel_audit")).ShouldBe(rows);
        var before = (await CheckAsync([new("红包", "1", null, "200")], date: "2025-06-01")).Value!;
        before.Lines[0].Faults[0].Law.ShouldBe("价格法第十三条第二款", "the law of its own day");
    }

    [Fact]
    public async Task What_was_mistyped_is_told_by_its_line()
    {
        (await CheckAsync([])).Problem!.Code.ShouldBe("billing.check.lines");
        (await CheckAsync([new("火化费", "0", null, "120")])).Problem!.All().ShouldHaveSingleItem().Code.ShouldBe("billing.check.quantity");
        (await CheckAsync([new("火化费", "1", null, "-5")])).Problem!.All().Select(p => p.Code).ShouldContain("billing.check.amount");
        (await CheckAsync([new("火化费", "1", null, "99999999999999")])).Ok.ShouldBeFalse();
        (await CheckAsync([new(new string('字', 200), "1", null, "5")])).Problem!.All().Select(p => p.Code).ShouldContain("billing.check.name");
        (await CheckAsync([new("火化费", "1", null, "5")], institution: "nobody")).Problem!.Code.ShouldBe("billing.check.institution");
        (await CheckAsync([new("火化费", "1", null, "5")], institution: "co-1", date: "2023-12-31")).Problem!.Code.ShouldBe("billing.check.no-list");
        (await CheckAsync([new("火化费", "1", null, "5")], date: "2099-01-01")).Problem!.Code.ShouldBe("billing.check.future");
        (await CheckAsync([.. Enumerable.Repeat(new CheckBill.Line("花圈", "1", null, "5"), 201)])).Problem!.Code.ShouldBe("billing.check.too-many");
        (await CheckAsync([new("火化费", "1", null, "5", Within: "1")])).Problem!.All().Select(p => p.Code).ShouldContain("billing.check.within");
    }

    private Task<Outcome<CheckBill.Reply>> CheckAsync(IReadOnlyList<CheckBill.Line> lines, string institution = "fh-1", string? date = null)
        => Anybody.RunAsync(s => s.GetRequiredService<CheckBill>(), new CheckBill.Request(institution, date, lines));
}

public sealed class PublicPriceTestsOnSqlite(SqliteApp fixture) : PublicPriceTests(fixture), IClassFixture<SqliteApp>;

public sealed class PublicPriceTestsOnPostgres(PostgresApp fixture) : PublicPriceTests(fixture), IClassFixture<PostgresApp>;
