using Anmin.Funeral.Timetable;
using System.Security.Cryptography;
using System.Text;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Scheduling.Planning;

namespace Anmin.Funeral.Scheduling;

/// <summary>A home's day as the planner sees it, and how to get back from steps to instants and from jobs to cases.</summary>
/// <param name="Start">Midnight by the local clock; step 0.</param>
/// <param name="Parties">In the order of the day's jobs.</param>
internal sealed record Scene(Day Day, DateTimeOffset Start, string Institution, DateOnly Date, IReadOnlyList<Party> Parties, IReadOnlyList<Booked> Bookings)
{
    public const int StepMinutes = 5;

    public const int StepsOfDay = 36 * 60 / StepMinutes;

    /// <summary>Rounded up.</summary>
    public static int Steps(TimeSpan span) => (int)Math.Ceiling(span.TotalMinutes / StepMinutes);

    public DateTimeOffset At(int step) => Start.AddMinutes(step * StepMinutes);

    /// <summary>The same cases, wishes and bookings have the same stamp.</summary>
    public string Stamp()
    {
        var text = new StringBuilder();
        foreach (var b in Bookings.OrderBy(b => b.Id)) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{b.Id:N}{b.Resource}{b.From.UtcTicks}{b.ClearAt.UtcTicks};");
        foreach (var p in Parties.OrderBy(p => p.CaseId)) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{p.CaseId:N}{p.EarliestAt.UtcTicks}{p.Wish?.RecordedAt.UtcTicks}{p.Trip?.Order:N}{p.Trip?.EarliestAt?.UtcTicks};");
        foreach (var t in Day.Things) text.Append(t.Id).Append(t.Size).Append(t.Minutes).Append(t.Turnaround).AppendJoin(' ', t.Suits).Append(';');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..20];
    }
}

/// <param name="EarliestAt">Of the cremation, by the waiting rule.</param>
/// <param name="Farewell">The booking that stands now, if any; of the cremation likewise.</param>
internal sealed record Party(Guid CaseId, string Number, string Name, DateTimeOffset EarliestAt, DateTimeOffset? DueAt, bool Infectious, ScheduleWish? Wish, Booked? Farewell, Booked? Cremation)
{
    /// <summary>Null once the body is here, or a vehicle was sent for it.</summary>
    public Trip? Trip { get; init; }

    /// <summary>False while no contract for a cremation is signed: then nothing is cremated by this plan.</summary>
    public bool Arranged { get; init; } = true;

    public IReadOnlyList<string> Needs => [.. Infectious ? ["infectious"] : Array.Empty<string>(), .. Wish?.Oversize is true ? ["oversize"] : Array.Empty<string>()];
}
