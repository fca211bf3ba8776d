using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Reservations;

/// <summary>Answers <see cref="IBookings"/>: looks first, so that a refusal says who is in the way; the database decides when two come at once.</summary>
internal sealed class BookingDesk(AnminDb db, IEnumerable<IBookables> owners, Reference reference, CurrentActor current, TimeProvider clock) : IBookings
{
    /// <summary>The word for maintenance in <see cref="Reservation.Purpose"/>.</summary>
    public const string Maintenance = "maintenance";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    // whole microseconds, which is what both databases keep
    private DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public async Task<Outcome<IReadOnlyList<Booked>>> BookAsync(BookingWish wish, CancellationToken ct)
    {
        var made = new List<Reservation>();
        foreach (var line in wish.Lines)
        {
            if (Find(line.Resource) is not { } thing) return BookingProblems.ThingUnknown;
            if (Unfit(thing, wish, line) is { } unfit) return unfit;
            if (await InTheWayAsync(thing, line, made, ct) is { } taken) return taken;
            made.Add(Reservation.Of(thing, wish, line, current.Actor.Id, Now));
        }
        db.AddRange(made);
        return made.ConvertAll(m => m.Told);
    }

    public async Task<Outcome<Done>> ConfirmAsync(Guid booking, CancellationToken ct) => await ChangeAsync(booking, r => r.Confirm(Now), ct);

    public async Task<Outcome<Done>> UseAsync(Guid booking, CancellationToken ct) => await ChangeAsync(booking, r => r.Use(Now), ct);

    public async Task<Outcome<Done>> ReleaseAsync(Guid booking, CancellationToken ct) => await ChangeAsync(booking, r => r.Release(Now), ct);

    public async Task<Outcome<Done>> CancelAsync(Guid booking, string reason, CancellationToken ct) => await ChangeAsync(booking, r => r.Cancel(reason, Now), ct);

    public async Task<IReadOnlyList<Booked>> FindAsync(string institution, DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<string>? kinds, CancellationToken ct)
    {
        var now = Now;
        var found = await Blocking(db.Reservations.AsNoTracking()).Where(r => r.Institution == institution && r.StartsAt < until && r.ClearAt > from).OrderBy(r => r.StartsAt).ThenBy(r => r.Id).ToListAsync(ct);
        return [.. found.Where(r => !r.HasLapsed(now) && (kinds is null || kinds.Contains(r.Kind))).Select(r => r.Told)];
    }

    public async Task<IReadOnlyList<Booked>> OfSubjectAsync(Guid subject, CancellationToken ct)
        => [.. (await db.Reservations.AsNoTracking().Where(r => r.Subject == subject).OrderBy(r => r.StartsAt).ThenBy(r => r.Id).ToListAsync(ct)).Select(r => r.Told)];

    public async Task<IReadOnlyList<FreeTime>> FreeAsync(TimeNeed need, int most, CancellationToken ct)
    {
        var things = owners.SelectMany(o => o.OfInstitution(need.Institution)).Where(t => t.Kind == need.Kind && (need.Variant is null || t.Variant == need.Variant) && need.Size <= (t.Size == 0 ? int.MaxValue : t.Size) && need.Needs.All(t.Suits.Contains)).ToList();
        var taken = (await FindAsync(need.Institution, need.Earliest.AddDays(-2), need.Latest.AddDays(2), [need.Kind], ct)).Where(b => !need.Ignoring.Contains(b.Id)).ToLookup(b => b.Resource);
        return [.. things.SelectMany(t => FreeTimes.Of(t, taken[t.Id], need, reference.Now.Zone, most)).OrderBy(f => f.From).ThenBy(f => f.Resource, StringComparer.Ordinal).Take(most)];
    }

    private Bookable? Find(string id) => owners.Select(o => o.Find(id)).FirstOrDefault(t => t is not null);

    private Problem? Unfit(Bookable thing, BookingWish wish, BookingLine line)
    {
        if (line.From >= line.Until) return BookingProblems.TimesReversed;
        if (line.Until - line.From > Longest) return BookingProblems.TooLong;
        if (wish.Purpose == Maintenance) return null;
        if (thing.Size > 0 && wish.Size > thing.Size) return BookingProblems.TooSmall(thing.Name, thing.Size, wish.Size);
        if (wish.Needs.FirstOrDefault(n => !thing.Suits.Contains(n)) is { } need) return BookingProblems.Unfit(thing.Name, BookingWords.Need(need));
        if (thing is { Opens: { } opens, Closes: { } closes } && !FreeTimes.WithinHours(line.From, line.Until, opens, closes, reference.Now.Zone))
            return BookingProblems.Closed(thing.Name, opens.ToString("HH:mm", CultureInfo.InvariantCulture), closes.ToString("HH:mm", CultureInfo.InvariantCulture));
        return null;
    }

    private async Task<Problem?> InTheWayAsync(Bookable thing, BookingLine line, List<Reservation> made, CancellationToken ct)
    {
        var (now, clear) = (Now, line.Until.AddMinutes(thing.TurnaroundMinutes));
        if (made.Exists(m => m.Resource == thing.Id && m.StartsAt < clear && line.From < m.ClearAt)) return BookingProblems.Taken;
        // one that this very run has cancelled is still in the database, but no longer in the way: it is tracked, so its state here is the new one
        var near = await Blocking(db.Reservations).Where(r => r.Resource == thing.Id && r.StartsAt < clear && r.ClearAt > line.From).OrderBy(r => r.StartsAt).ToListAsync(ct);
        foreach (var lapsed in near.Where(r => r.HasLapsed(now))) lapsed.Lapse(now);
        // what an earlier step of this run booked is not in the database yet
        var staged = db.ChangeTracker.Entries<Reservation>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).Where(r => r.Resource == thing.Id && r.StartsAt < clear && r.ClearAt > line.From);
        if (near.Concat(staged).FirstOrDefault(r => r.Blocks) is not { } other) return null;
        var zone = reference.Now.Zone;
        return other.Purpose == Maintenance
            ? BookingProblems.UnderMaintenance(thing.Name, Words(other.EndsAt, zone))
            : BookingProblems.TakenBy(thing.Name, Words(other.StartsAt, zone), Words(other.ClearAt, zone), BookingWords.Purpose(other.Purpose));
    }

    private static IQueryable<Reservation> Blocking(IQueryable<Reservation> all)
        => all.Where(r => r.State == BookingState.Held || r.State == BookingState.Confirmed || r.State == BookingState.InUse || r.State == BookingState.Released);

    private async Task<Outcome<Done>> ChangeAsync(Guid booking, Func<Reservation, Outcome<Done>> change, CancellationToken ct)
        => await db.Reservations.FindAsync([booking], ct) is { } found ? change(found) : KernelProblems.NotFound;

    private static string Words(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("M月d日HH:mm", CultureInfo.InvariantCulture);
}
