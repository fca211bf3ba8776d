using System.Collections.Frozen;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration.Menus;

/// <summary>What an administrator made of one entry of the menu.</summary>
internal sealed class MenuChoice
{
    public required string Href { get; init; }

    /// <summary>Null leaves the module's word.</summary>
    public string? Label { get; set; }

    public int? Order { get; set; }

    public bool Hidden { get; set; }

    public required string ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>The choices in memory: asked for every page of the staff side.</summary>
internal sealed class MenuBook : IMenuChoices, IReferencePart
{
    /// <summary>Without these nobody could take a choice back.</summary>
    public static readonly FrozenSet<string> Always = new[] { "/admin/menus", "/portal" }.ToFrozenSet();

    private FrozenDictionary<string, MenuChoice> choices = FrozenDictionary<string, MenuChoice>.Empty;

    public MenuChoice? Of(string href) => Volatile.Read(ref choices).GetValueOrDefault(href);

    public IEnumerable<MenuEntry> Arrange(IEnumerable<MenuEntry> entries)
    {
        var now = Volatile.Read(ref choices);
        return entries.Where(e => !now.TryGetValue(e.Href, out var c) || !c.Hidden).Select(e => Chosen(e, now.GetValueOrDefault(e.Href))).OrderBy(e => e.Order).ThenBy(e => e.Href, StringComparer.Ordinal);
    }

    public static MenuEntry Chosen(MenuEntry entry, MenuChoice? choice) => choice is null ? entry : entry with { Label = choice.Label ?? entry.Label, Order = choice.Order ?? entry.Order };

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Load(await db.Set<MenuChoice>().AsNoTracking().ToListAsync(ct));

    internal void Load(IEnumerable<MenuChoice> rows) => Volatile.Write(ref choices, rows.ToFrozenDictionary(c => c.Href));
}
