using Anmin.Funeral.Guidance;
using Anmin.Kernel.Data;
using Anmin.Kernel.Names;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Arrangement;

/// <summary>基本项目 of the approved list; 可选项目; 用品, which a family may bring along.</summary>
internal enum ItemClass { Basic, Optional, Goods }

/// <summary>What a family may choose. From the pack; its price is another matter.</summary>
internal sealed class ServiceItem
{
    public required string Code { get; init; }

    public required int Order { get; set; }

    public required string Name { get; set; }

    /// <summary>具, 场, 次, 个 …</summary>
    public required string Unit { get; set; }

    public required ItemClass Class { get; set; }

    /// <summary>Which consent choosing it asks for: preparation, photo or empty.</summary>
    public string Consent { get; set; } = "";

    public static string Label(ItemClass of) => of switch { ItemClass.Basic => "基本项目", ItemClass.Optional => "可选项目", _ => "用品" };
}

/// <summary>An item as the desk offers it on a day.</summary>
/// <param name="Fen">Price of one unit in 分; null while no price is published.</param>
/// <param name="PriceKind">政府指导价 …; empty without a price.</param>
internal sealed record OfferedItem(string Code, string Name, string Unit, string Class, string Consent, string Initials, long? Fen, string PriceKind);

/// <summary>The items in memory with the day's published prices, basic ones first.</summary>
internal sealed class ItemBook(GuidanceBook prices) : IReferencePart
{
    private IReadOnlyList<ServiceItem> items = [];

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref items, await db.Set<ServiceItem>().AsNoTracking().OrderBy(i => i.Order).ToListAsync(ct));

    public IReadOnlyList<OfferedItem> On(DateOnly day)
    {
        var published = prices.Prices(day).GroupBy(p => p.Item).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return [.. Volatile.Read(ref items).OrderBy(i => i.Class).ThenBy(i => i.Order).Select(i => Offer(i, published.GetValueOrDefault(i.Name)))];
    }

    public OfferedItem? Find(string code, DateOnly day) => On(day).FirstOrDefault(i => i.Code == code);

    private static OfferedItem Offer(ServiceItem i, BasicPrice? price)
        => new(i.Code, i.Name, price?.Unit ?? i.Unit, i.Class.ToString(), i.Consent, Pinyin.Initials(i.Name).ToLowerInvariant(), price?.PriceFen, price?.Kind ?? "");
}

internal static class ServiceItemFile
{
    public static IPackFile Make() => new TablePackFile<ServiceItem>("service_items.csv", 320,
        [PackColumn.Code("code").AsKey(), PackColumn.Whole("order", 1, 9999), PackColumn.Text("item", 40), PackColumn.Text("unit", 20), PackColumn.OneOf("class", "basic", "optional", "goods"), PackColumn.OneOf("consent", "preparation", "photo").Optional()],
        row => new ServiceItem
        {
            Code = row["code"],
            Order = row.Whole("order"),
            Name = row["item"],
            Unit = row["unit"],
            Class = row["class"] switch { "basic" => ItemClass.Basic, "optional" => ItemClass.Optional, _ => ItemClass.Goods },
            Consent = row["consent"],
        })
    {
        // what was chosen is kept with the choice; an item that is no longer offered is no longer shown
        WhenGone = (_, _) => Vanished.Removed,
    };
}
