using Anmin.Funeral.Timetable;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Scheduling.Planning;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Scheduling;

/// <summary>采用方案: books what a proposal says, all of it in one commit, or nothing. Refused when anything has changed since it was made.</summary>
internal sealed class AdoptPlan(CaseFile file, Reading reading, SceneMaker scenes, IBookings bookings, MovedNotices notices) : IUseCase<AdoptPlan.Request, AdoptPlan.Reply>
{
    private const int Most = 1000;

    /// <param name="Stamp">Of the proposal.</param>
    public sealed record Request(string Institution, string Date, string Stamp, IReadOnlyList<Line> Lines);

    public sealed record Line(Guid CaseId, string Purpose, string Resource, DateTimeOffset From);

    public sealed record Reply(int Booked, int Moved, int Unchanged);

    public Permission Permission => FuneralPermissions.PlanDay;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var date = reading.Day(request.Date, nameof(request.Date), "日期");
        if (reading.Problem is { } bad) return bad;
        if (request.Lines is not { Count: > 0 }) return SchedulingProblems.NothingChosen;
        if (request.Lines.Count > Most) return SchedulingProblems.TooManyLines;
        if (!(await scenes.MakeAsync(request.Institution, date!.Value, null, ct)).Try(out var scene, out var problem)) return problem;
        if (scene.Stamp() != request.Stamp) return SchedulingProblems.PlanStale;
        var wishes = new List<(BookingWish Wish, Booked? Was)>();
        foreach (var line in request.Lines)
        {
            if (!Wish(scene, line).Try(out var wish, out problem)) return problem;
            wishes.Add(wish);
        }
        var changed = wishes.Where(w => w.Was is not { } was || was.Resource != w.Wish.Lines[0].Resource || was.From != w.Wish.Lines[0].From).ToList();
        // all times are given back before any is taken: two families may change places
        foreach (var was in changed.Where(w => w.Was is not null).Select(w => w.Was!.Id))
            if (!(await bookings.CancelAsync(was, "按新方案改期", ct)).Try(out _, out problem)) return problem;
        foreach (var (wish, _) in changed)
            if (!(await bookings.BookAsync(wish, ct)).Try(out _, out problem)) return problem;
        await notices.TellAsync([.. changed.Where(w => w.Was is not null).Select(w => Moved(scene, w.Wish, w.Was!))], ct);
        return new Reply(changed.Count(w => w.Was is null), changed.Count(w => w.Was is not null), wishes.Count - changed.Count);
    }

    private static MovedNotices.Move Moved(Scene scene, BookingWish wish, Booked was)
        => new(wish.Subject, wish.Purpose, was.From, was.Resource, wish.Lines[0].From, wish.Lines[0].Resource, scene.Day.Things.First(t => t.Id == wish.Lines[0].Resource).Name);

    /// <summary>Lines come from outside: each must be something this scene could have planned.</summary>
    private Outcome<(BookingWish Wish, Booked? Was)> Wish(Scene scene, Line line)
    {
        var index = scene.Parties.ToList().FindIndex(p => p.CaseId == line.CaseId);
        var thing = scene.Day.Things.FirstOrDefault(t => t.Id == line.Resource);
        if (index < 0 || thing is null) return SchedulingProblems.NotPlanned;
        var (party, job) = (scene.Parties[index], scene.Day.Jobs[index]);
        if (line.From < file.Now) return SchedulingProblems.InPast;
        if (line.Purpose == Proposal.PickupPurpose && job.Pickup is { Kept: null } p && thing.Kind == ThingKind.Vehicle && thing.Fits(p.Variant, p.Needs, 0) && line.From >= scene.At(p.From - 1))
            return (new BookingWish(party.Trip!.Order, TripBookings.Planned, [new(thing.Id, line.From, line.From.AddMinutes(p.Length * Scene.StepMinutes))]) { Needs = p.Needs, Size = 1 }, party.Trip.Booked);
        if (line.Purpose == "farewell" && job.Farewell is { Kept: null } f && thing.Kind == ThingKind.Hall && thing.Fits(f.Variant, f.Needs, f.People))
            return (new BookingWish(party.CaseId, "farewell", [new(thing.Id, line.From, line.From.AddMinutes(f.Length * Scene.StepMinutes))]) { Size = f.People }, party.Farewell);
        if (line.Purpose == "cremation" && job.Cremation is { Kept: null } c && thing.Kind == ThingKind.Cremator && thing.Fits(c.Variant, c.Needs, 0) && line.From >= party.EarliestAt)
            return (new BookingWish(party.CaseId, "cremation", [new(thing.Id, line.From, line.From.AddMinutes((thing.Minutes + c.Extra) * Scene.StepMinutes))]) { Needs = c.Needs }, party.Cremation);
        return SchedulingProblems.NotPlanned;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AdoptPlan, Request, Reply>("/schedule/adopt");
}
