using System.Globalization;
using Anmin.Kernel.Packs;

namespace Anmin.Funeral.Resources;

/// <summary>What the homes and columbaria of a city have: vehicles.csv, halls.csv, cremators.csv, cold_boxes.csv, places.csv. Niches are the cemetery's.</summary>
internal static class ResourcePackFiles
{
    private static PackColumn Id => PackColumn.Code("id").AsKey();

    private static PackColumn Institution => PackColumn.Refers("institution", "institutions.csv");

    /// <summary>What a booking must know: minutes between uses, what it is fit for, its hours.</summary>
    private static IReadOnlyList<PackColumn> Use { get; } =
        [PackColumn.Whole("turnaround", 0, 600).Optional(), PackColumn.Text("suits", 60).Optional(), TimeOfDay("opens").Optional(), TimeOfDay("closes").Optional()];

    public static IReadOnlyList<IPackFile> All { get; } =
    [
        Of("vehicles.csv", 200, [ResourceKind.Vehicle], [Id, Institution, PackColumn.Text("plate", 20), PackColumn.Text("kind", 40), PackColumn.Whole("capacity", 0, 20), .. Use],
            row => Make(row, ResourceKind.Vehicle, row["plate"], row["kind"], row.Whole("capacity"))),
        Of("halls.csv", 201, [ResourceKind.Hall], [Id, Institution, PackColumn.Text("name", 40), PackColumn.Text("kind", 40), PackColumn.Whole("area", 1, 5000), PackColumn.Whole("seats", 0, 5000), .. Use],
            row => Make(row, ResourceKind.Hall, row["name"], row["kind"], row.Whole("seats"))),
        Of("cremators.csv", 202, [ResourceKind.Cremator], [Id, Institution, PackColumn.Text("name", 40), PackColumn.OneOf("kind", "flat-bed", "carriage"), PackColumn.Whole("minutes", 10, 600), .. Use],
            row => Make(row, ResourceKind.Cremator, row["name"], row["kind"], row.Whole("minutes"))),
        Of("cold_boxes.csv", 203, [ResourceKind.ColdBox], [Id, Institution, PackColumn.Text("zone", 20), PackColumn.Whole("number", 1, 9999), .. Use],
            row => Make(row, ResourceKind.ColdBox, $"{row["zone"]}{row["number"]}柜", row["zone"], row.Whole("number"))),
        Of("places.csv", 204, [ResourceKind.Receiving, ResourceKind.Preparation, ResourceKind.FurnaceQueue, ResourceKind.AshesRoom], [Id, Institution, PackColumn.OneOf("kind", "receiving", "preparation", "furnace-queue", "ashes-room"), PackColumn.Text("name", 40), .. Use],
            row => Make(row, KindOf(row["kind"]), row["name"], row["kind"], 0)),
    ];

    private static TablePackFile<Resource> Of(string file, int order, ResourceKind[] kinds, IReadOnlyList<PackColumn> columns, Func<PackRow, Resource> make)
        => new(file, order, columns, make) { Mine = r => kinds.Contains(r.Kind) };

    private static Resource Make(PackRow row, ResourceKind kind, string name, string variant, int size)
        => new() { Id = row["id"], Kind = kind, Institution = row["institution"], Name = name, Variant = variant, Size = size, Turnaround = row.WholeOrZero("turnaround"), Suits = row["suits"], Opens = Hour(row["opens"]), Closes = Hour(row["closes"]) };

    private static PackColumn TimeOfDay(string name) => new(name, (text, _) => Hour(text) is null ? $"“{text}”不是时刻，请写成 07:30" : null);

    private static TimeOnly? Hour(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static ResourceKind KindOf(string kind) => kind switch
    {
        "receiving" => ResourceKind.Receiving,
        "preparation" => ResourceKind.Preparation,
        "hall" => ResourceKind.Hall,
        "furnace-queue" => ResourceKind.FurnaceQueue,
        _ => ResourceKind.AshesRoom,
    };
}
