using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Packs;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Lists;

/// <summary>The lists of the city packs: they load, they say what the published basic prices say, and a second load changes nothing.</summary>
public abstract class PackTests(AppFixture fixture)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Packs => Path.Combine(Checkout.Root, "packs");

    private PackFolder Read(string folder) => fixture.App.Services.GetRequiredService<PackLoader>().Read(folder);

    private static PackFolder Fine(PackFolder pack) => pack.Ok ? pack : throw new InvalidOperationException(string.Join("; ", pack.Faults));

    [Fact]
    public void Every_home_and_columbarium_of_the_city_has_a_list_for_every_day_and_basic_prices_agree()
    {
        var check = Fine(Read(Path.Combine(Packs, "suqian"))).Check;
        var lists = check.RowsOf("price_lists.csv");
        foreach (var place in check.RowsOf("institutions.csv").Where(i => i["kind"] is "funeral-home" or "columbarium" or "cemetery"))
            lists.Where(l => l["institution"] == place["id"]).Select(l => (l["from"], l["until"])).ShouldBe([("2024-01-01", "2026-10-31"), ("2026-11-01", "")], place["name"]);
        var prices = check.RowsOf("basic_prices.csv");
        var seen = 0;
        foreach (var item in check.RowsOf("price_items.csv").Where(i => i["must_offer"] == "yes"))
        {
            var from = lists.Single(l => l["code"] == item["list"])["from"];
            var price = prices.Single(p => p["item"] == item["name"] && p["effective_from"] == from);
            (item["most"], item["unit"]).ShouldBe((price["price_fen"], price["unit"]), $"{item["list"]} {item["code"]}");
            seen++;
        }
        seen.ShouldBe(60);
        var known = check.RowsOf("service_items.csv").Select(s => s["code"]).ToHashSet();
        check.RowsOf("price_items.csv").Select(i => i["code"]).Distinct().Except(known).ShouldBe(["transport-km", "cremation-carriage", "plot-single", "plot-joint", "plot-care", "niche-use", "niche-care", "eco-burial"], ignoreOrder: true);
        lists.ShouldAllBe(l => l["document"].Contains("示例值", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_list_of_the_city_passes_the_check_of_its_first_day()
    {
        var pack = Fine(Read(Path.Combine(Packs, "suqian")));
        var (lists, items, terms, lines) = (new List<PriceList>(), new List<PriceListItem>(), new List<PriceListTerm>(), new List<CatalogueLine>());
        await fixture.App.ReadAsync(async db =>
        {
            foreach (var file in ListPackFiles.All) await file.ApplyAsync(db, pack.Check.RowsOf(file.FileName), new PackScope(pack.Chain, new(2026, 4, 15), FakeClock.Start), default);
            lists.AddRange(db.PriceLists.Local.Where(l => l.Code.StartsWith("sq-", StringComparison.Ordinal)));
            items.AddRange(db.PriceListItems.Local);
            terms.AddRange(db.PriceListTerms.Local);
            lines.AddRange(db.Set<CatalogueLine>().Local);
            return 0;
        });
        lists.Count.ShouldBe(34);
        var kinds = pack.Check.RowsOf("institutions.csv").ToDictionary(i => i["id"], i => (Kind: i["kind"], Division: i["division"]));
        foreach (var list in lists)
        {
            var whole = new WholeList(list, items.FindAll(i => i.List == list.Code), terms.Where(t => t.List == list.Code).ToLookup(t => t.Item), [], Array.Empty<PriceListPackageItem>().ToLookup(p => p.Package));
            var (kind, division) = kinds[list.Institution];
            ListCheck.Of(whole, new(CatalogueBook.Of(lines, list.From, division), kind, 30, "")).ShouldBeEmpty(list.Code);
            whole.Items.Count.ShouldBe(kind switch { "columbarium" => 3, "cemetery" => list.From.Year == 2024 ? 3 : 4, _ => 20 });
            foreach (var item in whole.Items.Where(i => i.Way is PricingWay.GovSet or PricingWay.GovGuided or PricingWay.Market))
            {
                var layer = terms.Find(t => t.List == list.Code && t.Item == item.Code && t.Match is { Length: > 0 })?.Match;
                var fen = Clerks.Must(PriceEngine.Of(whole.Priced(item), new(2.4m) { Match = layer })).Fen;
                if (item.Code == "eco-burial") fen.ShouldBe(0);
                else fen.ShouldBeGreaterThan(0);
            }
        }
    }

    [Fact]
    public async Task A_second_load_changes_nothing_and_a_changed_line_of_a_published_list_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("anmin-pack-");
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "pack"), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder.FullName, "pack", Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "pack"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var loader = fixture.App.Services.GetRequiredService<PackLoader>();
        string At(string file) => Path.Combine(folder.FullName, "pack", file);
        async Task<Dictionary<string, PackChanges>> LoadAsync() => (await loader.LoadAsync(Fine(Read(Path.Combine(folder.FullName, "pack"))), default)).ToDictionary(r => r.File, r => r.Changes);
        (await LoadAsync()).Where(r => r.Key.StartsWith("price_", StringComparison.Ordinal)).ShouldAllBe(r => !r.Value.Any);

        await File.WriteAllTextAsync(At("price_items.csv"), (await File.ReadAllTextAsync(At("price_items.csv"), Ct)).Replace(",12000,12000,", ",99900,99900,", StringComparison.Ordinal), Ct);
        (await LoadAsync())["price_items.csv"].Any.ShouldBeFalse();
        (await fixture.App.ReadAsync(db => db.PriceListItems.SingleAsync(i => i.List == "fh-1-2024" && i.Code == "cremation"))).Most.ShouldBe(12000);

        await File.WriteAllTextAsync(At("price_lists.csv"), (await File.ReadAllTextAsync(At("price_lists.csv"), Ct)).Replace("〔2024〕1号,2024-01-01,", "〔2024〕1号,2024-01-01,2026-12-31", StringComparison.Ordinal) + "fh-1-2027,fh-1,清单（2027年）,测试文件〔2027〕1号,2027-01-01,\n", Ct);
        await File.AppendAllTextAsync(At("price_items.csv"), "fh-1-2027,cremation,1,火化费,cremation,Basic,GovGuided,具,11000,11000,yes,,\n", Ct);
        var changes = await LoadAsync();
        (changes["price_lists.csv"].Added, changes["price_lists.csv"].Changed, changes["price_items.csv"].Added).ShouldBe((1, 1, 1));
        (await fixture.App.ReadAsync(db => db.PriceLists.Where(l => l.Institution == "fh-1").OrderBy(l => l.From).Select(l => l.Until).ToListAsync())).ShouldBe([new DateOnly(2026, 12, 31), null]);

        await File.WriteAllTextAsync(At("price_lists.csv"), await File.ReadAllTextAsync(At("price_lists.csv"), Ct) + "fh-1-2028,fh-1,清单（2028年）,测试文件〔2028〕1号,2028-01-01,\n", Ct);
        Read(Path.Combine(folder.FullName, "pack")).Faults.ShouldContain(f => f.Reason.Contains("重叠", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }
}

public sealed class PackTestsOnSqlite(SqliteApp f) : PackTests(f), IClassFixture<SqliteApp>;

public sealed class PackTestsOnPostgres(PostgresApp f) : PackTests(f), IClassFixture<PostgresApp>;
