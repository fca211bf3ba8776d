using Anmin.Funeral.Scheduling;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Timetable;

/// <summary>登记停用检修 ahead of time; families' bookings in the way are moved first, by people.</summary>
internal sealed class RecordMaintenance(CaseFile file, Reading reading, IBookings bookings, IBookables things) : IUseCase<RecordMaintenance.Request, RecordMaintenance.Reply>
{
    public sealed record Request(string Resource, string From, string Until, string Reason);

    public sealed record Reply(Guid Maintenance);

    public Permission Permission => FuneralPermissions.RecordMaintenance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (from, until) = (reading.Instant(request.From, nameof(request.From), "开始时间"), reading.Instant(request.Until, nameof(request.Until), "结束时间"));
        var reason = reading.Text(request.Reason, nameof(request.Reason), "原因");
        if (until <= file.Now) reading.Refuse(SchedulingProblems.InPast with { Field = nameof(request.Until) });
        if (reading.Problem is { } bad) return bad;
        if (things.Find(request.Resource) is not { } thing || !file.Reaches(thing.Institution)) return KernelProblems.NotFound;
        var hit = (await bookings.FindAsync(thing.Institution, from!.Value, until!.Value, [thing.Kind], ct)).Where(b => b.Resource == thing.Id && b.Purpose != "maintenance").ToList();
        if (hit.Count > 0) return SchedulingProblems.StillBooked(hit.Count, ChineseTime.Near(hit[0].From, file.Now, file.Zone));
        var made = Maintenance.Record(thing.Institution, thing.Id, from.Value, until.Value, breakdown: false, reason!, file.By.Id, file.Now);
        file.Db.Add(made);
        var wish = new BookingWish(made.Id, "maintenance", [new(thing.Id, from.Value, until.Value)]) { Fixed = true, Note = reason };
        return (await bookings.BookAsync(wish, ct)).Try(out _, out var problem) ? new Reply(made.Id) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordMaintenance, Request, Reply>("/schedule/maintenance");
}

/// <summary>
/// 登记故障: out of order from now on. Whom it hits is planned again at once, as near as possible to the time they have been told;
/// everybody else stays. Who found no place keeps none and is named.
/// </summary>
internal sealed class StopForRepair(CaseFile file, Reading reading, Replanning replanning, IBookings bookings, IBookables things) : IUseCase<StopForRepair.Request, StopForRepair.Reply>
{
    public sealed record Request(string Resource, string Until, string Reason);

    /// <param name="Lines">Who goes where instead, with what it was before.</param>
    public sealed record Reply(Guid Maintenance, IReadOnlyList<ProposalLine> Lines, IReadOnlyList<Unplaced> Unplaced);

    public Permission Permission => FuneralPermissions.RecordMaintenance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var until = reading.Instant(request.Until, nameof(request.Until), "估计修好的时间");
        var reason = reading.Text(request.Reason, nameof(request.Reason), "故障");
        if (until <= file.Now) reading.Refuse(SchedulingProblems.InPast with { Field = nameof(request.Until) });
        if (reading.Problem is { } bad) return bad;
        if (things.Find(request.Resource) is not { } thing || !file.Reaches(thing.Institution)) return KernelProblems.NotFound;
        if (thing.Kind is not ("hall" or "cremator")) return SchedulingProblems.WrongKind with { Field = nameof(request.Resource) };
        // who is in it already stays until it is cleared
        var inUse = (await bookings.FindAsync(thing.Institution, file.Now, until!.Value, [thing.Kind], ct)).Where(b => b.Resource == thing.Id && b.State is BookingState.InUse or BookingState.Released && b.Resource == thing.Id).Select(b => b.ClearAt).DefaultIfEmpty(file.Now).Max();
        var broken = new OutOfOrder(thing.Id, inUse > file.Now ? inUse : file.Now, until.Value);
        if (broken.From >= broken.Until) return SchedulingProblems.InPast with { Field = nameof(request.Until) };
        if (!(await replanning.FindAsync(thing, broken, ct)).Try(out var found, out var problem)) return problem;
        if (!(await replanning.GiveBackAsync(found, $"{thing.Name}故障，改期", ct)).Try(out _, out problem)) return problem;
        var made = Maintenance.Record(thing.Institution, thing.Id, broken.From, broken.Until, breakdown: true, reason!, file.By.Id, file.Now);
        file.Db.Add(made);
        if (!(await bookings.BookAsync(new(made.Id, "maintenance", [new(thing.Id, broken.From, broken.Until)]) { Fixed = true, Note = reason }, ct)).Try(out _, out problem)) return problem;
        return (await replanning.BookAsync(found, ct)).Try(out _, out problem) ? new Reply(made.Id, [.. found.Proposal.Lines.Where(l => !l.Same)], found.Proposal.Unplaced) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StopForRepair, Request, Reply>("/schedule/breakdowns");
}
