using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Administration.Menus;

/// <summary>菜单: every entry the modules registered, and what was made of it here.</summary>
internal sealed class FindMenus(IEnumerable<MenuEntry> entries, MenuBook book, AdminChanges changes) : IQuestion<FindMenus.Request, FindMenus.Reply>
{
    public sealed record Request;

    /// <param name="StandardLabel">The module's own word.</param>
    /// <param name="Fixed">May be renamed and moved, and never hidden.</param>
    public sealed record Row(string Href, string Label, int Order, string StandardLabel, int StandardOrder, bool Hidden, bool Fixed, string Area, string Permission, string PermissionLabel, string? ChangedBy, DateTimeOffset? ChangedAt);

    public sealed record Reply(IReadOnlyList<Row> Rows, IReadOnlyList<ChangeLine> History);

    public Permission Permission => IdentityPermissions.ArrangeMenus;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = entries.DistinctBy(e => e.Href).Select(RowOf).OrderBy(r => r.Area, StringComparer.Ordinal).ThenBy(r => r.Order).ToList();
        return new Reply(rows, await changes.LatestAsync(ChangeMenu.Kind, [.. rows.Select(r => r.Href)], ct));
    }

    private Row RowOf(MenuEntry entry)
    {
        var choice = book.Of(entry.Href);
        var now = MenuBook.Chosen(entry, choice);
        return new(entry.Href, now.Label, now.Order, entry.Label, entry.Order, choice?.Hidden ?? false, MenuBook.Always.Contains(entry.Href),
            entry.OfAdmin ? "管理端 · " + (entry.Group ?? "其他") : "工作端", entry.Permission.Code, entry.Permission == Permission.Anyone || entry.Permission == Permission.SignedIn ? "登录即可" : entry.Permission.Label, choice?.ChangedBy, choice?.ChangedAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindMenus, Request, Reply>("/menus");
}
