using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Administration.Menus;

/// <summary>Renames, moves, hides or shows an entry, or puts the module's own back. Rights stay as they are: a hidden page is still a page.</summary>
internal sealed class ChangeMenu(AnminDb db, IEnumerable<MenuEntry> entries, MenuBook book, AdminChanges changes, CurrentActor current, CommandContext context, Reading reading, TimeProvider clock) : IUseCase<ChangeMenu.Request, Done>
{
    internal const string Kind = "menu";

    /// <param name="Standard">True puts the module's own word and place back, and shows it.</param>
    public sealed record Request(string Href, string? Label, int? Order, bool Hidden, string Reason, bool Standard = false) : IHasReason;

    public Permission Permission => IdentityPermissions.ArrangeMenus;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (entries.FirstOrDefault(e => e.Href == request.Href) is not { } entry) return KernelProblems.NotFound;
        var why = reading.Text(request.Reason, "Reason", "修改原因");
        if (why is { Length: < 4 }) reading.Refuse(IdentityProblems.WhyTooShort);
        var label = request.Standard ? entry.Label : reading.Text(request.Label, "Label", "名称", 8);
        if (!request.Standard && request.Order is null or < 0 or > 9999) reading.Refuse(IdentityProblems.MenuOrder);
        if (!request.Standard && request.Hidden && MenuBook.Always.Contains(entry.Href)) reading.Refuse(IdentityProblems.MenuNeeded);
        if (reading.Problem is { } bad) return bad;

        var row = await db.Set<MenuChoice>().FindAsync([entry.Href], ct);
        var before = InWords(entry, row);
        var next = new MenuChoice { Href = entry.Href, Label = label == entry.Label ? null : label, Order = request.Standard || request.Order == entry.Order ? null : request.Order, Hidden = !request.Standard && request.Hidden, ChangedBy = current.Actor.Name, ChangedAt = clock.GetUtcNow() };
        if (InWords(entry, next) == before) return IdentityProblems.SettingSame(MenuBook.Chosen(entry, book.Of(entry.Href)).Label);
        if (row is null) db.Add(next);
        else if (next is { Label: null, Order: null, Hidden: false }) db.Remove(row);
        else (row.Label, row.Order, row.Hidden, row.ChangedBy, row.ChangedAt) = (next.Label, next.Order, next.Hidden, next.ChangedBy, next.ChangedAt);
        changes.Note(Kind, entry.Href, before, InWords(entry, next), why!);
        context.ReferenceChanged();
        return Done.It;
    }

    private static string InWords(MenuEntry entry, MenuChoice? choice)
    {
        var now = MenuBook.Chosen(entry, choice);
        return $"{now.Label}，第{now.Order}位{(choice?.Hidden == true ? "，不显示" : "")}";
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeMenu, Request, Done>("/menus");
}
