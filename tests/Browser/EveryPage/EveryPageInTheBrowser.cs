using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser.EveryPage;

/// <summary>
/// Every page of the product, opened by the person it is for, in normal, large and high-contrast letters; one part of it alone: <c>eng/walk.sh</c>.
/// Pages that stand at the end of an act are met by the robots instead.
/// </summary>
public sealed partial class EveryPageInTheBrowser(CityHost city, Walk walk) : IClassFixture<CityHost>, IClassFixture<Walk>
{
    public static IEnumerable<TheoryDataRow<string>> Routes => PageRow.All.Select(p => new TheoryDataRow<string>(p.Route).WithTrait("area", p.Area));

    /// <summary>Pages that need something done first (a receipt, a family's pass, a program registered) and are looked at by no robot on its way either.</summary>
    private static readonly string[] NotMet =
    [
        "/work/cemetery/register/{Id:guid}/matches", "/connect/onward", "/f/{Token}",
    ];

    [Fact]
    public void No_page_of_the_product_is_missing_from_the_list()
    {
        var pages = city.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal).ToList();
        var met = Directory.EnumerateFiles(Path.Combine(Testing.Checkout.Root, "tests", "Browser"), "*.cs").SelectMany(file => Met().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).ToHashSet();
        pages.Except(PageRow.All.Select(p => p.Route)).Except(met).Except(NotMet).ShouldBeEmpty("add them to tests/Browser/EveryPage/pages.tsv, or let a robot meet them");
        met.Except(pages).Union(NotMet.Except(pages)).ShouldBeEmpty("these are no pages any more");
        NotMet.Intersect(met).ShouldBeEmpty("a robot meets these now");
        PageRow.All.Select(p => p.Route).Except(pages).ShouldBeEmpty("these are no pages any more");
    }

    /// <summary>One load of a page is looked at in every dress, so that the dress must be these attributes, and the cookie must set them.</summary>
    [Theory]
    [InlineData("/", "10", "[data-elder=''][data-app=citizen]")]
    [InlineData("/", "20", "[data-elder=xl]")]
    [InlineData("/", "01", "[data-contrast=high]:not([data-elder])")]
    [InlineData("/sign-in", "11", "[data-contrast=high][data-elder]")]
    [InlineData("/portal", "11", "[data-contrast=high]:not([data-elder])")]
    public async Task A_dress_is_an_attribute_that_the_cookie_sets(string path, string cookie, string mark)
    {
        var page = await city.LookAsync(path == "/portal" ? "前台" : null, 360, 740);
        await page.Context.AddCookiesAsync([new() { Name = "am-display", Value = cookie, Url = city.Address }]);
        await page.GotoAsync(path);
        (await page.Locator("html" + mark).CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Page(string route)
    {
        var row = PageRow.Of(route);
        var mine = walk.Of(row, () => LookAsync(row));
        if (PageRow.All.FirstOrDefault(p => p.Area == row.Area && !walk.Began(p)) is { } next) _ = walk.Of(next, () => LookAsync(next));
        (await mine).ShouldBeEmpty();
    }

    private async Task<List<string>> LookAsync(PageRow row)
    {
        var page = await city.LookAsync(row.Persona is "-" ? null : row.Persona, 360, 740);
        var traffic = Traffic.Of(page, city.Address);
        var faults = new List<string>();
        var status = await row.GoAsync(page);
        if (status != row.Status) faults.Add($"{status}, not {row.Status}: {page.Url}");
        if (row.Area == "m") await page.WaitForLoadStateAsync(LoadState.NetworkIdle); // drawn by its script
        faults.AddRange(await PageChecks.EveryDressAsync(page, row.Citizen, row.Least, async () =>
        {
            if (row is { Citizen: true, Direct: true, Area: not "ui" }) // every part at once is on no line to a family
            {
                var (all, script) = await traffic.WeighAsync();
                if (all > PageChecks.MostBytes) faults.Add($"{all} bytes on the line, of {PageChecks.MostBytes}");
                if (script > PageChecks.MostScript) faults.Add($"{script} bytes of script, of {PageChecks.MostScript}");
            }
            if (row.Citizen)
            {
                faults.AddRange(ReadingTable.Take(row.Route, await Reading.SentencesAsync(page)));
                faults.AddRange(await PageChecks.PrintAsync(page, row.Sheets));
            }
        }));
        faults.AddRange(traffic.Faults);
        await page.Context.CloseAsync();
        return faults;
    }

    [GeneratedRegex("MeetAsync\\(\\w+, \"([^\"]+)\"\\)")]
    private static partial Regex Met();
}

/// <summary>Pages looked at two at a time: while a test waits for its page, the next one is already on its way.</summary>
public sealed class Walk : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<List<string>>>> pages = new();
    private readonly SemaphoreSlim two = new(2);

    internal bool Began(PageRow row) => pages.ContainsKey(row.Route);

    internal Task<List<string>> Of(PageRow row, Func<Task<List<string>>> look) => pages.GetOrAdd(row.Route, _ => new(async () =>
    {
        await two.WaitAsync();
        try
        {
            return await look();
        }
        finally
        {
            two.Release();
        }
    })).Value;

    public void Dispose() => two.Dispose();
}
