using Anmin.Funeral.Arrangement;
using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Reception;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Desk;

/// <summary>找厅和炉: the first times at which a hall is free and a furnace right after it, the earliest first.</summary>
internal sealed class FindArrangementTimes(CaseFile file, Reading reading, DeskReading desk, DispositionClocks clocks, IBookings bookings, ResourceBook things) : IQuestion<FindArrangementTimes.Request, IReadOnlyList<FindArrangementTimes.Time>>
{
    private const int Most = 5, Looked = 40;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7), Lead = TimeSpan.FromMinutes(30), Wait = TimeSpan.FromHours(3);

    /// <param name="DiedAt">As typed, for a case still to be opened; the wait before cremation runs from it.</param>
    public sealed record Request(Guid? CaseId, string? People, FurnaceKind? Furnace, string? DiedAt, bool? Infectious, string? From);

    /// <param name="FarewellAt">Local, as the form takes it: 2026-11-23 09:00.</param>
    public sealed record Time(string Hall, string HallName, string FarewellAt, string Cremator, string CrematorName, string CremationAt);

    public Permission Permission => FuneralPermissions.Arrange;

    public async Task<Outcome<IReadOnlyList<Time>>> HandleAsync(Request request, CancellationToken ct)
    {
        var typed = reading.Instant(request.DiedAt, "DiedAt", "去世时间", required: false);
        var from = reading.Instant(request.From, "FarewellAt", "告别时间", required: false);
        if (reading.Problem is { } bad) return bad;
        DeathCase? opened = null;
        if (request.CaseId is { } id && !(await file.OpenAsync(id, ct)).Try(out opened, out var problem)) return problem;
        var home = opened?.Institution ?? file.By.Institution;
        if (home is null || file.Institution(home) is not { Kind: "funeral-home" } house) return ArrangementProblems.HomeNeeded;
        var (division, infectious) = (opened?.Division ?? house.Division, opened?.Infectious ?? request.Infectious is true);
        if (!desk.FarewellLength(division).Try(out var length, out problem)) return problem;
        if (!clocks.Earliest(division, opened?.DiedAt ?? typed ?? file.Now, infectious).Try(out var lawful, out problem)) return problem;
        var people = int.TryParse(request.People, NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 0;
        var found = await PairsAsync(home, people, request.Furnace ?? FurnaceKind.Any, infectious, length, Latest(file.Now + Lead, lawful - length, from), lawful, ct);
        return found.Count > 0 ? found : ArrangementProblems.NoTime;
    }

    private async Task<List<Time>> PairsAsync(string home, int people, FurnaceKind furnace, bool infectious, TimeSpan length, DateTimeOffset earliest, DateTimeOffset lawful, CancellationToken ct)
    {
        var variant = DeskWords.Variant(furnace);
        var minutes = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.Cremator && (variant == null || r.Variant == variant)).Select(r => (int?)r.Size).MaxAsync(ct);
        if (minutes is null) return [];
        var burn = TimeSpan.FromMinutes(Math.Max(10, minutes.Value));
        IReadOnlyCollection<string> needs = infectious ? ["infectious"] : [];
        var halls = await bookings.FreeAsync(new TimeNeed(home, "hall", null, length, earliest, earliest + Ahead) { Size = people }, Looked, ct);
        var pairs = new List<Time>();
        foreach (var hall in halls.OrderBy(h => h.From).ThenBy(h => things.Find(h.Resource)?.Size ?? 0))
        {
            var after = hall.Until > lawful ? hall.Until : lawful;
            var free = await bookings.FreeAsync(new TimeNeed(home, "cremator", variant, burn, after, after + Wait + burn) { Needs = [.. needs] }, 1, ct);
            if (free.Count == 0) continue;
            pairs.Add(new(hall.Resource, Name(hall.Resource), Local(hall.From), free[0].Resource, Name(free[0].Resource), Local(free[0].From)));
            if (pairs.Count == Most) break;
        }
        return pairs;
    }

    private string Name(string id) => things.Find(id)?.Name ?? id;

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, file.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b, DateTimeOffset? c) => new[] { a, b, c ?? a }.Max();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindArrangementTimes, Request, IReadOnlyList<Time>>("/arrangements/times");
}
