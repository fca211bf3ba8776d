using Anmin.Contracts.Notifications;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Divisions;
using Anmin.Ui.Frame;

namespace Anmin.Host.Web;

/// <summary>The rail: what the modules registered, cut to what this person may open.</summary>
internal sealed class WorkMenu(CurrentActor current, IEnumerable<MenuEntry> entries, IMenuChoices choices, DivisionBook divisions, IMessageArchive messages, ITaskTray tray, IServiceProvider services) : IWorkMenu
{
    private IEnumerable<MenuEntry> Mine => current.Actor.IsSignedIn ? choices.Arrange(entries.Where(e => current.Actor.May(e.Permission)).DistinctBy(e => e.Href)) : [];

    public async ValueTask<IReadOnlyList<MenuItem>> ItemsAsync(CancellationToken ct)
    {
        var items = await ListAsync(Mine.Where(e => !e.OfAdmin), ct);
        if (Mine.Any(e => e.OfAdmin)) items.Add(new("/admin", "管理", "settings"));
        return items;
    }

    public async ValueTask<IReadOnlyList<MenuItem>> AdminItemsAsync(CancellationToken ct) => await ListAsync(Mine.Where(e => e.OfAdmin), ct);

    private async Task<List<MenuItem>> ListAsync(IEnumerable<MenuEntry> chosen, CancellationToken ct)
    {
        var items = new List<MenuItem>();
        foreach (var entry in chosen)
        {
            current.ActUnder(entry.Permission);
            items.Add(new(entry.Href, entry.Label, entry.Icon, entry.Count is null ? null : await entry.Count(services, ct), entry.Group));
        }
        return items;
    }

    public async ValueTask<WorkPerson?> PersonAsync(CancellationToken ct)
    {
        var actor = current.Actor;
        return actor.IsSignedIn ? new WorkPerson(actor.Name, actor.Post, actor.InstitutionName ?? divisions.Find(actor.Division)?.Name ?? "", await messages.UnreadAsync(actor.Id, ct), await tray.OpenAsync(ct)) : null;
    }
}
