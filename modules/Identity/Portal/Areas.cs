using Anmin.Kernel.Actors;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Portal;

/// <summary>The parts of the site somebody may enter, and where they land after signing in.</summary>
internal sealed class Areas(CurrentActor current, IEnumerable<MenuEntry> entries, IMenuChoices choices)
{
    public const string Portal = "/portal";

    private static readonly (string Root, string Name)[] All = [("/work", "业务办理"), ("/watch", "监督检查"), ("/cockpit", "领导驾驶舱"), ("/admin", "系统管理")];

    /// <summary><c>/admin</c> leads to the first of the administrators' pages this person may open.</summary>
    public static void MapAdmin(IEndpointRouteBuilder routes)
        => routes.MapGet("/admin", (Areas areas) => Results.Redirect(areas.Mine().FirstOrDefault(e => e.OfAdmin)?.Href ?? Portal)).ExcludeFromDescription();

    /// <summary>Every entry this person may open, as arranged here, without the portal itself.</summary>
    public IEnumerable<MenuEntry> Mine()
        => current.Actor.IsSignedIn ? choices.Arrange(entries.Where(e => e.Href != Portal && current.Actor.May(e.Permission)).DistinctBy(e => e.Href)) : [];

    public static string NameOf(string href) => All.FirstOrDefault(a => Under(href, a.Root)).Name ?? "其他";

    public static int RankOf(string href) => Array.FindIndex(All, a => Under(href, a.Root)) is >= 0 and var rank ? rank : All.Length;

    private static bool Under(string path, string root) => path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || path[root.Length] == '/');

    /// <summary>The one area of whoever has one; the portal for whoever has more, or none, and for administrators, whose pages have no first one.</summary>
    public string Landing()
    {
        // what everybody has for themselves makes no area
        var mine = Mine().Where(e => e.Permission != Permission.Anyone && e.Permission != Permission.SignedIn).OrderBy(e => RankOf(e.Href)).ThenBy(e => e.Order).ToList();
        return mine.Select(e => NameOf(e.Href)).Distinct().Count() == 1 && !mine[0].OfAdmin ? mine[0].Href : Portal;
    }
}
