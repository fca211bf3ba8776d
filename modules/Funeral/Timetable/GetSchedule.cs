using Anmin.Funeral.Scheduling;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Timetable;

/// <summary>排期表: halls, vigil rooms, cremators and vehicles of a home on a day, with what takes their time.</summary>
internal sealed class GetSchedule(CaseFile file, Reading reading, IBookings bookings) : IQuestion<GetSchedule.Request, GetSchedule.Reply>
{
    public sealed record Request(string Institution, string? Date = null);

    /// <param name="Waiting">Confirmed for cremation and without a time for it.</param>
    public sealed record Reply(string Institution, string Name, DateOnly Date, DateTimeOffset Start, DateTimeOffset Now, IReadOnlyList<Row> Rows, IReadOnlyList<Person> Waiting);

    public sealed record Row(string Id, string Name, string Kind, string Variant, int Size, IReadOnlyList<Block> Blocks);

    /// <param name="CaseId">Null for maintenance.</param>
    /// <param name="Late">Should have begun, or ended, and has not.</param>
    public sealed record Block(Guid Id, Guid? CaseId, string Person, string Purpose, BookingState State, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset ClearAt, bool Fixed, bool Late, string? Note);

    public sealed record Person(Guid CaseId, string Name, DateTimeOffset EarliestAt, DateTimeOffset? DueAt, DateTimeOffset? WishedAt);

    public Permission Permission => FuneralPermissions.ReadSchedule;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var date = reading.Day(request.Date, nameof(request.Date), "日期", required: false) ?? file.Today;
        if (reading.Problem is { } bad) return bad;
        if (!file.Reaches(request.Institution) || file.Institution(request.Institution) is not { } home) return KernelProblems.NotFound;
        var (start, end) = (LocalClock.StartOf(date, file.Zone), LocalClock.EndOf(date, file.Zone));
        var things = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home.Id && (r.Kind == ResourceKind.Hall || r.Kind == ResourceKind.Cremator || (r.Kind == ResourceKind.Vehicle && r.Variant != "family"))).OrderBy(r => r.Id).ToListAsync(ct);
        var booked = await bookings.FindAsync(home.Id, start, end, ["hall", "vigil", "cremator", "vehicle"], ct);
        var waiting = await WaitingAsync(home.Id, ct);
        var names = await NamesAsync(booked.Select(b => b.Subject), ct);
        var rows = things.OrderBy(t => Resource.Word(t.Kind, t.Variant) switch { "hall" => 0, "vigil" => 1, "cremator" => 2, _ => 3 }).Select(t => new Row(
            t.Id, t.Name, Resource.Word(t.Kind, t.Variant), t.Variant, t.Size, [.. booked.Where(b => b.Resource == t.Id).Select(b => Shown(b, names))])).ToList();
        return new Reply(home.Id, home.Name, date, start, file.Now, rows, waiting);
    }

    private Block Shown(Booked b, Dictionary<Guid, (Guid Case, string Name)> names)
    {
        var known = names.TryGetValue(b.Subject, out var of);
        var late = b.Purpose != "maintenance" && b.State switch { BookingState.Confirmed or BookingState.Held => b.From < file.Now, BookingState.InUse => b.Until < file.Now, _ => false };
        return new(b.Id, known ? of.Case : null, known ? of.Name : PlanWords.Purpose(b.Purpose), b.Purpose, b.State, b.From, b.Until, b.ClearAt, b.Fixed, late, b.Note);
    }

    /// <summary>Whom a booking is for: a case's own, or by the order that fetches it.</summary>
    private async Task<Dictionary<Guid, (Guid Case, string Name)>> NamesAsync(IEnumerable<Guid> subjects, CancellationToken ct)
    {
        var ids = subjects.Distinct().ToList();
        var orders = await file.Db.Pickups.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.CaseId }).ToListAsync(ct);
        ids.AddRange(orders.Select(o => o.CaseId));
        var cases = (await file.Db.DeathCases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Unidentified }).ToListAsync(ct)).ToDictionary(c => c.Id, c => (c.Id, FindCases.NameOf(c.Name, c.Unidentified)));
        foreach (var order in orders) if (cases.TryGetValue(order.CaseId, out var of)) cases[order.Id] = of;
        return cases;
    }

    private async Task<IReadOnlyList<Person>> WaitingAsync(string home, CancellationToken ct)
    {
        var rows = await file.Db.DeathCases.AsNoTracking().Where(c => c.IsOpen && c.Institution == home && c.Status == CaseStatus.Arranged && c.Contract!.Disposition == Disposition.Cremation && c.Cremation == null)
            .OrderBy(c => c.Contract!.DueAt).Select(c => new { c.Id, c.Name, c.Unidentified, c.Contract!.EarliestAt, c.Contract.DueAt }).Take(500).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var has = (await bookings.FindAsync(home, file.Now.AddDays(-2), file.Now.AddDays(60), ["cremator"], ct)).Select(b => b.Subject).ToHashSet();
        var ids = rows.ConvertAll(r => r.Id);
        var wishes = await file.Db.Set<ScheduleWish>().AsNoTracking().Where(w => ids.Contains(w.CaseId)).ToDictionaryAsync(w => w.CaseId, w => w.WishedAt, ct);
        return [.. rows.Where(r => !has.Contains(r.Id)).Select(r => new Person(r.Id, FindCases.NameOf(r.Name, r.Unidentified), r.EarliestAt, r.DueAt, wishes.GetValueOrDefault(r.Id)))];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetSchedule, Request, Reply>("/schedule");
}
