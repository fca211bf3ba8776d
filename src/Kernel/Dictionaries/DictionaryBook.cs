using System.Collections.Frozen;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Dictionaries;

/// <summary>The lists in force, in memory: the program's entries, the pack's, and over both what an administrator chose.</summary>
public sealed class DictionaryBook(ModelParts parts) : IReferencePart
{
    /// <summary>证件种类, coded as on the national death certificate of 2014.</summary>
    public static readonly CodeList IdTypes = new("kernel.id-type", "证件种类", [.. Enum.GetValues<IdType>().OrderBy(t => t == IdType.Unknown).Select(t => new CodeItem(t.ToString(), t.Label()))]) { Editable = true, Hint = "登记逝者和经办人时选。编码按国家死亡医学证明，不能增减。" };

    private FrozenDictionary<string, Entry[]> lists = FrozenDictionary<string, Entry[]>.Empty;

    /// <param name="StandardLabel">The program's or the pack's word.</param>
    public sealed record Entry(string Code, string Label, int Order, string StandardLabel, int StandardOrder, bool Disabled, string? ChangedBy, DateTimeOffset? ChangedAt);

    public IEnumerable<CodeList> Lists => parts.Modules.SelectMany(m => m.CodeLists).Prepend(IdTypes);

    public CodeList? List(string key) => Lists.FirstOrDefault(l => l.Key == key);

    /// <summary>Every entry in order, also those no longer offered.</summary>
    public IReadOnlyList<Entry> All(CodeList list) => Volatile.Read(ref lists).GetValueOrDefault(list.Key) ?? Merge(list, [], []);

    /// <summary>What is offered now, in order.</summary>
    public IEnumerable<CodeItem> Offered(CodeList list) => All(list).Where(e => !e.Disabled).Select(e => new CodeItem(e.Code, e.Label));

    /// <summary>The word for a code; the code itself where no list knows it any more.</summary>
    public string LabelOf(CodeList list, string code) => All(list).FirstOrDefault(e => e.Code == code)?.Label ?? code;

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        var items = await db.Set<DictionaryItem>().AsNoTracking().ToListAsync(ct);
        var choices = await db.Set<DictionaryChoice>().AsNoTracking().ToListAsync(ct);
        Volatile.Write(ref lists, Lists.ToFrozenDictionary(l => l.Key, l => Merge(l, [.. items.Where(i => i.List == l.Key)], [.. choices.Where(c => c.List == l.Key)])));
    }

    public static Entry[] Merge(CodeList list, IReadOnlyList<DictionaryItem> items, IReadOnlyList<DictionaryChoice> choices)
    {
        var standard = list.Standard.Select((s, i) => (s.Code, s.Label, Order: (i + 1) * 10)).ToDictionary(s => s.Code);
        foreach (var item in items.Where(i => list.Open || standard.ContainsKey(i.Code))) standard[item.Code] = (item.Code, item.Label, item.Order);
        var chosen = list.Editable ? choices.ToDictionary(c => c.Code) : [];
        return [.. standard.Values.Select(s => Entered(s, chosen.GetValueOrDefault(s.Code))).OrderBy(e => e.Order).ThenBy(e => e.Code, StringComparer.Ordinal)];
    }

    private static Entry Entered((string Code, string Label, int Order) s, DictionaryChoice? c)
        => new(s.Code, c?.Label ?? s.Label, c?.Order ?? s.Order, s.Label, s.Order, c?.Disabled ?? false, c?.ChangedBy, c?.ChangedAt);
}
