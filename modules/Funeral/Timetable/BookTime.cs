using Anmin.Funeral.Scheduling;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Timetable;

/// <summary>预约厅、守灵间或者炉 by hand. A plan leaves it where it is.</summary>
internal sealed class BookTime(CaseFile file, Reading reading, IBookings bookings, Conflicts conflicts, Rota rota) : IUseCase<BookTime.Request, BookTime.Reply>
{
    /// <param name="Purpose">farewell, vigil or cremation.</param>
    /// <param name="From">As people write it: 明天 09:30.</param>
    /// <param name="Minutes">Empty for the usual length; a cremation takes the cremator's.</param>
    public sealed record Request(Guid CaseId, string Purpose, string Resource, string From, int? Minutes, int? People, string? Note);

    public sealed record Reply(Guid Booking, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset ClearAt);

    public Permission Permission => FuneralPermissions.BookTime;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var from = reading.Instant(request.From, nameof(request.From), "开始时间");
        var note = reading.Text(request.Note, nameof(request.Note), "备注", 200, required: false);
        if (PlanWords.KindOf(request.Purpose) is not { } kind) reading.Refuse(SchedulingProblems.PurposeUnknown with { Field = nameof(request.Purpose) });
        else if (request.Minutes is < 10 or > 4320) reading.Refuse(SchedulingProblems.MinutesRange with { Field = nameof(request.Minutes) });
        if (request.People is < 0 or > 2000) reading.Refuse(SchedulingProblems.PeopleRange with { Field = nameof(request.People) });
        if (from < file.Now) reading.Refuse(SchedulingProblems.InPast with { Field = nameof(request.From) });
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.IsOpen) return FuneralProblems.CaseEnded;
        var thing = await file.Db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Resource && r.Institution == opened.Institution, ct);
        if (thing is null || Resource.Word(thing.Kind, thing.Variant) != PlanWords.KindOf(request.Purpose)) return SchedulingProblems.WrongKind with { Field = nameof(request.Resource) };
        var own = (await bookings.OfSubjectAsync(opened.Id, ct)).Where(b => b.State is BookingState.Held or BookingState.Confirmed or BookingState.InUse).ToList();
        if (own.Exists(b => b.Purpose == request.Purpose)) return SchedulingProblems.Booked;
        if (!Length(request, thing, opened).Try(out var length, out problem)) return problem;
        if (Order(request.Purpose, from!.Value, from.Value + length, opened, own, file) is { } wrong) return wrong;
        if (request.Purpose == "cremation" && await rota.RefusesCremationAsync(thing.Institution, from.Value, from.Value + length, [], ct) is { } unwatched) return unwatched;
        var wish = new BookingWish(opened.Id, request.Purpose, [new(thing.Id, from.Value, from.Value + length)])
        {
            Fixed = true,
            Needs = request.Purpose == "cremation" && opened.Infectious ? ["infectious"] : [],
            Size = request.Purpose == "cremation" ? 0 : request.People ?? 0,
            Note = note,
        };
        return (await conflicts.BookAsync(wish, [], ct)).Try(out var made, out problem) ? new Reply(made[0].Id, made[0].From, made[0].Until, made[0].ClearAt) : problem;
    }

    private Outcome<TimeSpan> Length(Request request, Resource thing, DeathCase opened)
    {
        if (thing.Kind == ResourceKind.Cremator) return TimeSpan.FromMinutes(thing.Size);
        if (request.Minutes is { } minutes) return TimeSpan.FromMinutes(minutes);
        return file.Rules.Find("schedule.farewell", opened.Division, file.Today).Try(out var rule, out var problem) ? TimeSpan.FromMinutes(int.Parse(rule.Value, System.Globalization.CultureInfo.InvariantCulture)) : problem;
    }

    /// <summary>The waiting rule, and leave is taken before the furnace.</summary>
    public static Problem? Order(string purpose, DateTimeOffset from, DateTimeOffset until, DeathCase opened, IReadOnlyList<Booked> own, CaseFile file)
    {
        if (purpose == "cremation" && opened.Contract is { } contract && from < contract.EarliestAt) return FuneralProblems.TooEarly(Ui.Words.ChineseTime.Near(contract.EarliestAt, file.Now, file.Zone));
        var (farewell, cremation) = (own.FirstOrDefault(b => b.Purpose == "farewell"), own.FirstOrDefault(b => b.Purpose == "cremation"));
        if (purpose == "cremation" && farewell is not null && from < farewell.Until) return SchedulingProblems.AfterCremation;
        return purpose == "farewell" && cremation is not null && cremation.From < until ? SchedulingProblems.AfterCremation : null;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<BookTime, Request, Reply>("/schedule/bookings");
}

/// <summary>改期: to another time or another place of the same kind; from then on fixed by hand.</summary>
internal sealed class MoveBooking(CaseFile file, Reading reading, IBookings bookings, Conflicts conflicts, Rota rota) : IUseCase<MoveBooking.Request, BookTime.Reply>
{
    public sealed record Request(Guid CaseId, Guid Booking, string Resource, string From);

    public Permission Permission => FuneralPermissions.BookTime;

    public async Task<Outcome<BookTime.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var from = reading.Instant(request.From, nameof(request.From), "开始时间");
        if (from < file.Now) reading.Refuse(SchedulingProblems.InPast with { Field = nameof(request.From) });
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var all = (await bookings.OfSubjectAsync(opened.Id, ct)).Where(b => b.State is BookingState.Held or BookingState.Confirmed or BookingState.InUse).ToList();
        if (all.Find(b => b.Id == request.Booking) is not { } old) return SchedulingProblems.NotBooked;
        var thing = await file.Db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Resource && r.Institution == opened.Institution, ct);
        if (thing is null || Resource.Word(thing.Kind, thing.Variant) != old.Kind) return SchedulingProblems.WrongKind with { Field = nameof(request.Resource) };
        var length = thing.Kind == ResourceKind.Cremator ? TimeSpan.FromMinutes(thing.Size) : old.Until - old.From;
        if (BookTime.Order(old.Purpose, from!.Value, from.Value + length, opened, all, file) is { } wrong) return wrong;
        if (old.Purpose == "cremation" && await rota.RefusesCremationAsync(thing.Institution, from.Value, from.Value + length, [old.Id], ct) is { } unwatched) return unwatched;
        if (!(await bookings.CancelAsync(old.Id, "改期", ct)).Try(out _, out problem)) return problem;
        var people = await file.Db.Set<ScheduleWish>().AsNoTracking().Where(w => w.CaseId == opened.Id).Select(w => w.People).SingleOrDefaultAsync(ct);
        var wish = new BookingWish(opened.Id, old.Purpose, [new(thing.Id, from.Value, from.Value + length)])
        {
            Fixed = true,
            HeldUntil = old.HeldUntil,
            Needs = old.Purpose == "cremation" && opened.Infectious ? ["infectious"] : [],
            Size = old.Purpose == "cremation" ? 0 : people,
            Note = old.Note,
        };
        return (await conflicts.BookAsync(wish, [old.Id], ct)).Try(out var made, out problem) ? new BookTime.Reply(made[0].Id, made[0].From, made[0].Until, made[0].ClearAt) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<MoveBooking, Request, BookTime.Reply>("/schedule/bookings/move");
}

/// <summary>取消预约 before use.</summary>
internal sealed class CancelBooking(CaseFile file, Reading reading, IBookings bookings) : IUseCase<CancelBooking.Request, Done>
{
    public sealed record Request(Guid CaseId, Guid Booking, string Reason);

    public Permission Permission => FuneralPermissions.BookTime;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "取消原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if ((await bookings.OfSubjectAsync(opened.Id, ct)).All(b => b.Id != request.Booking)) return SchedulingProblems.NotBooked;
        return await bookings.CancelAsync(request.Booking, reason!, ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelBooking, Request, Done>("/schedule/bookings/cancel");
}
