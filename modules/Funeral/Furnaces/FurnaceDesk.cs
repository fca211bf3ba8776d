using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Furnaces;

/// <summary>Whether a furnace may be lit now, and its booking kept true to what happens: in use from the start, released at the finish, in the same commit.</summary>
internal sealed class FurnaceDesk(CaseFile file, IBookings bookings)
{
    public const string Purpose = "cremation";
    public const string Kind = "cremator";
    public const string Maintenance = "maintenance";
    private const string Infectious = "infectious";

    /// <summary>The furnace by id; <c>funeral.place.unknown</c> where the home has none of that name.</summary>
    public async Task<Outcome<Resource>> FindAsync(string? home, string cremator, CancellationToken ct)
        => await file.Db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == cremator && r.Kind == ResourceKind.Cremator && r.Institution == home, ct) is { } found
            ? found : FuneralProblems.PlaceUnknown with { Field = "Cremator" };

    /// <summary>Refuses a furnace that is running, cooling, under maintenance or not fit for this body.</summary>
    public async Task<Outcome<Resource>> ReadyAsync(DeathCase of, string cremator, CancellationToken ct)
    {
        if (!(await FindAsync(of.Institution, cremator, ct)).Try(out var furnace, out var problem)) return problem;
        if (of.Infectious && !Suits(furnace, Infectious)) return FurnaceProblems.Unfit(furnace.Name);
        if (await StopAsync(furnace, ct) is { } stop) return FurnaceProblems.Stopped(furnace.Name, ChineseTime.Near(stop.Until, file.Now, file.Zone));
        if (await file.Db.Cremations.AnyAsync(c => c.Cremator == cremator && c.FinishedAt == null, ct)) return FuneralProblems.CrematorBusy;
        if (await CoolUntilAsync(furnace, ct) is { } cool) return FurnaceProblems.Cooling(furnace.Name, ChineseTime.Near(cool, file.Now, file.Zone));
        return furnace;
    }

    /// <summary>Ready, and the booking of the body in use: its own where it began, else one from now on. A furnace promised to somebody else just then is refused.</summary>
    public async Task<Outcome<Done>> TakeAsync(DeathCase of, string cremator, CancellationToken ct)
    {
        if (!(await ReadyAsync(of, cremator, ct)).Try(out var furnace, out var problem)) return problem;
        var now = file.Now;
        var mine = (await bookings.OfSubjectAsync(of.Id, ct)).Where(b => b is { Purpose: Purpose, Kind: Kind, State: BookingState.Held or BookingState.Confirmed } && !(b.HeldUntil <= now)).ToList();
        var own = mine.Find(b => b.Resource == cremator && b.From <= now && now < b.ClearAt);
        foreach (var other in mine.Where(b => b != own))
            if ((await bookings.CancelAsync(other.Id, "改在别的时间或火化机开始", ct)).Problem is { } kept) return kept;
        if (own is not null) return await bookings.UseAsync(own.Id, ct);
        var wish = new BookingWish(of.Id, Purpose, [new(cremator, now, now.AddMinutes(Math.Max(furnace.Size, 1)))]) { Fixed = true, Needs = of.Infectious ? [Infectious] : [] };
        if ((await bookings.BookAsync(wish, ct)).Try(out var made, out problem)) return await bookings.UseAsync(made[0].Id, ct);
        // a law that runs at night is kept at night: outside the hours there is no booking, and the running cremation itself keeps the furnace
        // and a stop that ended early holds nobody up: that none runs now was asked above
        return problem.Code is "booking.closed" or "booking.maintenance" ? Done.It : problem with { Field = "Cremator" };
    }

    public async Task<Outcome<Done>> LetGoAsync(DeathCase of, CancellationToken ct)
    {
        foreach (var used in (await bookings.OfSubjectAsync(of.Id, ct)).Where(b => b is { Purpose: Purpose, Kind: Kind, State: BookingState.InUse }))
            if ((await bookings.ReleaseAsync(used.Id, ct)).Problem is { } problem) return problem;
        return Done.It;
    }

    public static bool Suits(Resource furnace, string need) => furnace.Suits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(need);

    private async Task<Booked?> StopAsync(Resource furnace, CancellationToken ct)
        => (await bookings.FindAsync(furnace.Institution, file.Now, file.Now.AddTicks(10), [Kind], ct)).FirstOrDefault(b => b.Resource == furnace.Id && b is { Purpose: Maintenance, State: BookingState.Confirmed or BookingState.InUse or BookingState.Held } && b.Until > file.Now);

    private async Task<DateTimeOffset?> CoolUntilAsync(Resource furnace, CancellationToken ct)
    {
        var last = await file.Db.Cremations.Where(c => c.Cremator == furnace.Id && c.FinishedAt != null).MaxAsync(c => c.FinishedAt, ct);
        return last is { } at && at.AddMinutes(furnace.Turnaround) is var until && until > file.Now ? until : null;
    }
}
