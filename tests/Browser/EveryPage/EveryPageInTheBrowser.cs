using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Anmin.Browser.EveryPage;

/// <summary>
/// Every page of the product, opened by the person it is for, in normal, large and high-contrast letters: <c>eng/walk.sh</c>.
/// Not yet part of <c>./test</c>: README says which pages still fall short.
/// </summary>
public sealed class EveryPageInTheBrowser(CityHost city) : IClassFixture<CityHost>
{
    /// <summary>Large letters are the citizen's; high contrast is everybody's.</summary>
    private static readonly (string Mode, string Cookie, string Mark)[] Citizens = [("elder", "10", "[data-elder]"), ("extra", "20", "[data-elder=xl]"), ("high", "01", "[data-contrast=high]")], Staff = [("high", "01", "[data-contrast=high]")];

    public static IEnumerable<TheoryDataRow<string>> Routes => PageRow.All.Select(p => new TheoryDataRow<string>(p.Route).WithTrait("area", p.Area));

    /// <summary>Pages that need something done first: a receipt, a family's pass, a program registered. The robots come through most of them; this walk does not.</summary>
    private static readonly string[] AfterAnAct =
    [
        "/admin/clients/{Id}", "/booking/place/{Receipt}", "/c/{Token}", "/cemeteries/held/{Receipt}", "/cemeteries/sea/signed/{Receipt}", "/cemeteries/sea/{Number}", "/connect/consent", "/connect/onward",
        "/f/{Token}", "/my/case", "/my/case/bill", "/my/share", "/notices/{Id:guid}", "/pickup/accepted/{Receipt}", "/sign-in/code", "/sign-in/enrol", "/work/bills/draw", "/work/bills/{Id:guid}", "/work/bills/{Id:guid}/refund", "/work/cases/{Id:guid}/archive-sheet", "/work/cemetery/dossiers/letters/{Id:guid}", "/work/trips/{Id:guid}",
        "/work/cemetery/groups/{Number}", "/work/cemetery/groups/{Number}/boarding", "/work/cemetery/positions/{Id:guid}", "/work/cemetery/proofs/{Number}", "/work/cemetery/register/{Id:guid}/matches",
        "/work/cemetery/rights/new", "/work/me/passkeys/{Id:guid}", "/work/notices/{Id:guid}", "/work/shifts/{Id:guid}", "/work/tags/{Kind}/{Number}",
    ];

    [Fact]
    public void No_page_of_the_product_is_missing_from_the_list()
    {
        var pages = city.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal).ToList();
        pages.Except(PageRow.All.Select(p => p.Route)).Except(AfterAnAct).ShouldBeEmpty("add them to tests/Browser/EveryPage/pages.tsv");
        PageRow.All.Select(p => p.Route).Except(pages).ShouldBeEmpty("these are no pages any more");
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Routes))]
    public async Task Page(string route)
    {
        var row = PageRow.Of(route);
        var page = await city.OpenAsync(row.Persona is "-" ? null : row.Persona, 360, 740);
        var traffic = Traffic.Of(page, city.Address);
        (await row.GoAsync(page)).ShouldBe(row.Status, page.Url);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var faults = new List<string>();
        if (row is { Citizen: true, Direct: true })
        {
            var (all, script) = await traffic.WeighAsync();
            if (all > PageChecks.MostBytes) faults.Add($"{all} bytes on the line, of {PageChecks.MostBytes}");
            if (script > PageChecks.MostScript) faults.Add($"{script} bytes of script, of {PageChecks.MostScript}");
        }
        faults.AddRange(await PageChecks.AxeAsync(page, "normal"));
        faults.AddRange(await PageChecks.TargetsAsync(page, row.Least, "normal", spaced: row.Least < 48));
        faults.AddRange(await PageChecks.ReflowAsync(page));
        foreach (var (mode, cookie, mark) in row.Citizen ? Citizens : Staff)
        {
            await page.Context.AddCookiesAsync([new() { Name = "am-display", Value = cookie, Url = city.Address }]);
            await page.ReloadAsync();
            (await page.Locator("html" + mark).CountAsync()).ShouldBe(1, mode);
            faults.AddRange(await PageChecks.AxeAsync(page, mode));
            if (mode == "high") continue;
            faults.AddRange(await PageChecks.TargetsAsync(page, 60, mode));
            faults.AddRange((await PageChecks.ReflowAsync(page)).Select(f => mode + ": " + f));
        }
        faults.AddRange(traffic.Faults);
        await page.Context.CloseAsync();
        faults.ShouldBeEmpty();
    }
}
