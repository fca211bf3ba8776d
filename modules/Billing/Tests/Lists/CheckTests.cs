using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Lists.Sheets;
using Anmin.Billing.Lists.Showing;
using Anmin.Billing.Pricing;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Lists;

/// <summary>Each fault of a list by itself, on plain objects; and the difference of two lists.</summary>
public sealed class CheckTests
{
    private static readonly CatalogueLine[] Catalogue =
    [
        Of("cremation", ItemClass.Basic, "GovGuided GovSet", "具", "funeral-home"), Of("hall", ItemClass.Optional, "Range Market", "场"), Of("urn", ItemClass.Goods, "Markup", "个"),
    ];

    private static readonly PriceListItem Cremation = Item("cremation", ItemClass.Basic, PricingWay.GovSet, "具", 300, 300, mustOffer: true);

    private static CatalogueLine Of(string code, ItemClass of, string ways, string units, string must = "", string place = "0", string from = "2026-01-01", string? to = null) => new()
    {
        Jurisdiction = place,
        Code = code,
        Name = code,
        EffectiveFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        EffectiveTo = to is null ? null : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
        Class = of,
        Ways = ways,
        Units = units,
        MustOffer = must,
        Basis = "目录",
    };

    private static PriceListItem Item(string code, ItemClass of, PricingWay way, string unit, long least, long most, bool mustOffer = false, string? catalogue = null) => new()
    {
        List = "l",
        Code = code,
        Name = code,
        Catalogue = catalogue ?? code,
        Class = of,
        Way = way,
        Unit = unit,
        Least = least,
        Most = most,
        MustOffer = mustOffer,
    };

    private static IReadOnlyList<string> Faults(PriceListItem item, params PriceTerm[] terms) => [.. Whole([Cremation, item], item.Code, terms).Select(f => f.Code)];

    private static IReadOnlyList<ListFault> Whole(IReadOnlyList<PriceListItem> items, string of = "", PriceTerm[]? terms = null, (long Fen, string[] Items)? package = null, string kind = "funeral-home")
    {
        var list = PriceList.Draft("l", "fh", "清单", "文件", new(2026, 5, 1), "a", null);
        var whole = new WholeList(list, items, (terms ?? []).Select((t, i) => PriceListTerm.Of("l", of, i + 1, t)).ToLookup(t => t.Item), package is { } p ? [new PriceListPackage { List = "l", Code = "p", Name = "p", Fen = p.Fen }] : [],
            (package?.Items ?? []).Select(i => new PriceListPackageItem { List = "l", Package = "p", Item = i }).ToLookup(i => i.Package));
        return ListCheck.Of(whole, new(CatalogueBook.Of(Catalogue, new(2026, 5, 1), "321302"), kind, 30, "规则"));
    }

    [Fact]
    public void A_list_without_faults_has_none() => Whole([Cremation, Item("hall", ItemClass.Optional, PricingWay.Range, "场", 100, 500)]).ShouldBeEmpty();

    [Fact]
    public void An_empty_list_says_so() => Whole([]).Single().Code.ShouldBe("empty");

    [Fact]
    public void What_the_catalogue_does_not_know_or_knows_otherwise()
    {
        Faults(Item("candle", ItemClass.Optional, PricingWay.Range, "场", 1, 2)).ShouldBe(["catalogue"]);
        Faults(Item("hall", ItemClass.Basic, PricingWay.Range, "场", 1, 2)).ShouldBe(["class"]);
        Faults(Item("hall", ItemClass.Optional, PricingWay.GovSet, "场", 2, 2)).ShouldBe(["way"]);
        Faults(Item("hall", ItemClass.Optional, PricingWay.Range, "人", 1, 2)).ShouldBe(["unit"]);
    }

    [Fact]
    public void Amounts_that_do_not_suit_the_way()
    {
        Faults(Item("hall", ItemClass.Optional, PricingWay.Range, "场", 3, 2)).ShouldBe(["amount"]);
        Faults(Item("hall", ItemClass.Optional, PricingWay.Market, "场", 1, 2)).ShouldBe(["amount"]);
        Faults(Item("hall", ItemClass.Optional, PricingWay.Range, "场", 0, 0)).ShouldBe(["amount"]);
        Faults(Item("more", ItemClass.Basic, PricingWay.GovSet, "具", 1, 2, catalogue: "cremation")).ShouldBe(["amount"]);
    }

    [Fact]
    public void Goods_up_to_the_cap_of_the_rule_and_no_further()
    {
        PriceListItem urn = Item("urn", ItemClass.Goods, PricingWay.Markup, "个", 0, 0);
        Faults(urn, new PriceTerm(TermKind.MarkupCap, Percent: 30)).ShouldBeEmpty();
        Faults(urn, new PriceTerm(TermKind.MarkupCap, Percent: 30.01m)).ShouldBe(["markup"]);
        Faults(urn).ShouldBe(["markup"]);
        Faults(Item("hall", ItemClass.Optional, PricingWay.Range, "场", 1, 2), new PriceTerm(TermKind.MarkupCap, Percent: 10)).ShouldBe(["markup"]);
    }

    [Theory]
    [InlineData("一区：1元；一区：2元"), InlineData("1至3场共1元；3至5场共2元"), InlineData("3至1场共1元"), InlineData("1场以上共1元；3至5场共2元"), InlineData("不足0场按0场"), InlineData("不足1场按1场；不足2场按2场"), InlineData("不满7周岁按120%"), InlineData("传染病按2000%"), InlineData("一区：3元")]
    public void Conditions_that_contradict_themselves(string words)
        => Faults(Item("hall", ItemClass.Optional, PricingWay.Range, "场", 100, 200), [.. Clerks.Must(TermSentences.Read(words, "场"))]).ShouldBe(["terms"]);

    [Fact]
    public void A_basic_type_must_be_on_offer_where_the_catalogue_says()
    {
        var dear = Item("dear", ItemClass.Basic, PricingWay.GovSet, "具", 900, 900, catalogue: "cremation");
        Whole([dear]).Single().ShouldBe(new("cremation", "basic", "cremation：目录（目录）要求保障基本型，清单里没有标明“基本型”的项目。请补上。"));
        Whole([dear], kind: "columbarium").ShouldBeEmpty();
    }

    [Fact]
    public void A_package_costs_no_more_than_its_items_and_holds_what_has_a_price()
    {
        PriceListItem[] items = [Cremation, Item("hall", ItemClass.Optional, PricingWay.Range, "场", 100, 500), Item("urn", ItemClass.Goods, PricingWay.Markup, "个", 0, 0)];
        PriceTerm[] cap = [new(TermKind.MarkupCap, Percent: 30)];
        Whole(items, "urn", cap, (400, ["cremation", "hall"])).ShouldBeEmpty();
        var dearer = Whole(items, "urn", cap, (401, ["cremation", "hall"])).Single();
        (dearer.Code, dearer.Fen, dearer.Against).ShouldBe(("dearer", 401, 400), "a range counts with its lower end");
        Whole(items, "urn", cap, (1, ["cremation"])).Single().Code.ShouldBe("package");
        Whole(items, "urn", cap, (1, ["cremation", "gone"])).Single().Message.ShouldContain("gone");
        Whole(items, "urn", cap, (1, ["cremation", "urn"])).Single().Message.ShouldContain("进价");
    }

    [Fact]
    public void The_nearest_catalogue_of_the_day_speaks()
    {
        CatalogueLine[] lines = [Of("hall", ItemClass.Optional, "Range", "场"), Of("hall", ItemClass.Basic, "GovSet", "场", place: "3213", from: "2027-01-01"), Of("hall", ItemClass.Goods, "Markup", "场", place: "4101"), Of("gone", ItemClass.Basic, "GovSet", "场", to: "2026-12-31")];
        CatalogueBook.Of(lines, new(2026, 12, 31), "321302")["hall"].Class.ShouldBe(ItemClass.Optional);
        CatalogueBook.Of(lines, new(2027, 1, 1), "321302")["hall"].Class.ShouldBe(ItemClass.Basic);
        CatalogueBook.Of(lines, new(2026, 12, 31), "321302").Keys.ShouldContain("gone");
        CatalogueBook.Of(lines, new(2027, 1, 1), "321302").Keys.ShouldNotContain("gone");
        CatalogueBook.Of(lines, new(2025, 12, 31), "321302").ShouldBeEmpty();
    }

    [Fact]
    public void The_difference_names_added_removed_and_changed_with_percent()
    {
        SheetItem a = new(Item("a", ItemClass.Basic, PricingWay.GovSet, "具", 30000, 30000), []), b = new(Item("b", ItemClass.Basic, PricingWay.GovSet, "具", 1, 1), []), same = new(Item("same", ItemClass.Basic, PricingWay.GovSet, "具", 1, 1), []);
        SheetItem dearer = new(Item("a", ItemClass.Basic, PricingWay.GovSet, "具", 27000, 27000), [new(TermKind.Age, To: 7, Percent: 50)]), c = new(Item("c", ItemClass.Optional, PricingWay.Range, "场", 100, 250), []);
        var rows = ListDifference.Between([a, b, same], [dearer, c, same]);
        rows.Select(r => (r.Kind, r.Item)).ShouldBe([(DifferenceKind.Changed, "a"), (DifferenceKind.Added, "c"), (DifferenceKind.Removed, "b")], ignoreOrder: true);
        rows.Single(r => r.Item == "a").Changes.ShouldBe([new("价格", "300元", "270元", -10), new("计价条件", "", "不满7周岁按50%")]);
        rows.Single(r => r.Item == "c").Changes.ShouldBe([new("价格", "", "1元至2.5元")]);
        rows.Single(r => r.Item == "b").Changes.ShouldBe([new("价格", "0.01元", "")]);
        ListDifference.Between([a], [a]).ShouldBeEmpty();
    }
}
