using Anmin.Kernel.Actors;
using Anmin.Kernel.Divisions;
using Anmin.Ui.Frame;

namespace Anmin.Host.Web;

/// <summary>The rail: what the modules registered, cut to what this person may open.</summary>
internal sealed class WorkMenu(CurrentActor current, IEnumerable<MenuEntry> entries, DivisionBook divisions, IServiceProvider services) : IWorkMenu
{
    public async ValueTask<IReadOnlyList<MenuItem>> ItemsAsync(CancellationToken ct)
    {
        if (!current.Actor.IsSignedIn) return [];
        var items = new List<MenuItem>();
        foreach (var entry in entries.Where(e => current.Actor.May(e.Permission)).OrderBy(e => e.Order))
            items.Add(new(entry.Href, entry.Label, entry.Icon, entry.Count is null ? null : await entry.Count(services, ct)));
        return items;
    }

    public ValueTask<WorkPerson?> PersonAsync(CancellationToken ct)
    {
        var actor = current.Actor;
        return ValueTask.FromResult(actor.IsSignedIn ? new WorkPerson(actor.Name, actor.Post, actor.InstitutionName ?? divisions.Find(actor.Division)?.Name ?? "") : null);
    }
}
