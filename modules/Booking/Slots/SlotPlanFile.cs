using Anmin.Booking.Places;
using System.Globalization;
using Anmin.Kernel.Packs;

namespace Anmin.Booking.Slots;

/// <summary>slots.csv: which institutions open which slots. Slots already opened keep what they were opened with.</summary>
internal static class SlotPlanFile
{
    private static readonly string[] Words = ["all", "work", "rest"];

    public static IPackFile File { get; } = new TablePackFile<SlotPlan>("slots.csv", 230,
        [
            PackColumn.Code("id").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Code("kind", 40), PackColumn.Text("name", 20),
            PackColumn.Text("days", 20).And(t => Words.Contains(t) || t.Split(' ').All(w => w is [>= '1' and <= '7']) ? null : "请写 all、work、rest，或用空格分开的1到7"),
            Clock("from"), Clock("until"), PackColumn.Whole("minutes", 5, 600), PackColumn.Whole("capacity", 1, 9999), PackColumn.OneOf("counts", "people", "groups"),
            PackColumn.Whole("days_ahead", 0, 60), PackColumn.Whole("most_people", 1, 200), PackColumn.Date("first_day").Optional(), PackColumn.Date("last_day").Optional(), PackColumn.Text("note", 200).Optional(),
        ],
        row => new SlotPlan
        {
            Id = row["id"],
            Institution = row["institution"],
            Kind = row["kind"],
            Name = row["name"],
            Days = row["days"],
            From = Read(row["from"]),
            Until = Read(row["until"]),
            Minutes = row.Whole("minutes"),
            Capacity = row.Whole("capacity"),
            Counts = row["counts"],
            DaysAhead = row.Whole("days_ahead"),
            MostPeople = row.Whole("most_people"),
            FirstDay = row.DateOrNull("first_day"),
            LastDay = row.DateOrNull("last_day"),
            Note = row.TextOrNull("note"),
        })
    {
        WhenGone = (_, _) => Vanished.Retired,
        Retire = (plan, _) => !plan.Retired && (plan.Retired = true),
        Further = (rows, check) =>
        {
            foreach (var row in rows)
                if (TryRead(row["from"]) is { } from && TryRead(row["until"]) is { } until && until <= from) check.Fault(row, "until", "应晚于from");
        },
    };

    private static PackColumn Clock(string name) => PackColumn.Text(name, 5).And(t => TryRead(t) is null ? "请写成 08:30" : null);

    private static TimeOnly Read(string text) => TryRead(text)!.Value;

    private static TimeOnly? TryRead(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
