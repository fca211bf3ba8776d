using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Scheduling.Planning;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Scheduling;

/// <summary>What is to move away from a thing that broke down, and where to.</summary>
/// <param name="Hit">Bookings that give way.</param>
internal sealed record Replanned(Scene Scene, Proposal Proposal, IReadOnlyList<Guid> Hit);

/// <summary>
/// After a breakdown: whom it hits is planned again at once, as near as possible to the time they have been told; everybody else stays.
/// Who found no place keeps none and is named.
/// </summary>
internal sealed class Replanning(CaseFile file, SceneMaker scenes, IBookings bookings, MovedNotices notices)
{
    // people stand in the hall: an answer now is worth more than a slightly better one later
    private static readonly Effort Quick = new(1, 20_000, TimeSpan.FromMilliseconds(150));

    public async Task<Outcome<Replanned>> FindAsync(Bookable thing, OutOfOrder broken, CancellationToken ct)
    {
        if (!(await scenes.MakeAsync(thing.Institution, LocalClock.DateOf(broken.From, file.Zone), broken, ct)).Try(out var scene, out var problem)) return problem;
        var plan = Planner.Plan(scene.Day, Quick with { From = [.. Enumerable.Range(0, scene.Parties.Count).OrderBy(i => Urgency.WishOf(scene.Day.Jobs[i]))] });
        return new Replanned(scene, Proposal.Of(scene, plan, plan, file.Zone), await HitAsync(broken, thing, scene, ct));
    }

    public async Task<Outcome<Done>> GiveBackAsync(Replanned found, string why, CancellationToken ct)
    {
        foreach (var booking in found.Hit)
            if (!(await bookings.CancelAsync(booking, why, ct)).Try(out _, out var problem)) return problem;
        return Done.It;
    }

    public async Task<Outcome<Done>> BookAsync(Replanned found, CancellationToken ct)
    {
        foreach (var line in found.Proposal.Lines)
            if (!(await bookings.BookAsync(Wish(found.Scene.Parties.Single(p => p.CaseId == line.CaseId), line), ct)).Try(out _, out var problem)) return problem;
        await notices.TellAsync([.. found.Proposal.Lines.Where(l => l.WasFrom is not null).Select(l => new MovedNotices.Move(l.CaseId, l.Purpose, l.WasFrom!.Value, l.WasResource!, l.From, l.Resource, l.ResourceName))], ct);
        return Done.It;
    }

    private static BookingWish Wish(Party party, ProposalLine line)
    {
        BookingLine[] at = [new(line.Resource, line.From, line.Until)];
        return line.Purpose switch
        {
            Proposal.PickupPurpose => new(party.Trip!.Order, TripBookings.Planned, at) { Needs = party.Infectious ? ["infectious"] : [], Size = 1 },
            "cremation" => new(line.CaseId, line.Purpose, at) { Needs = party.Needs },
            _ => new(line.CaseId, line.Purpose, at) { Size = party.Wish?.People ?? 0 },
        };
    }

    /// <summary>What gives way: the bookings on the thing, and all of the families that are planned again. A vehicle that was sent stays with its trip, for the dispatcher to change.</summary>
    private async Task<IReadOnlyList<Guid>> HitAsync(OutOfOrder broken, Bookable thing, Scene scene, CancellationToken ct)
    {
        var there = (await bookings.FindAsync(thing.Institution, broken.From, broken.Until, [thing.Kind], ct))
            .Where(b => b.Resource == thing.Id && (b.State is BookingState.Held or BookingState.Confirmed) && b.Purpose is not ("maintenance" or TripBookings.Purpose)).Select(b => b.Id);
        var planned = scene.Parties.SelectMany((p, i) => new[]
        {
            scene.Day.Jobs[i].Pickup is { Kept: null } ? p.Trip?.Booked?.Id : null,
            scene.Day.Jobs[i].Farewell is { Kept: null } ? p.Farewell?.Id : null,
            scene.Day.Jobs[i].Cremation is { Kept: null } ? p.Cremation?.Id : null,
        }).OfType<Guid>();
        return [.. there.Concat(planned).Distinct()];
    }
}
