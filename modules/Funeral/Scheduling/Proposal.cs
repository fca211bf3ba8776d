using Anmin.Funeral.Timetable;
using Anmin.Funeral.Scheduling.Planning;

namespace Anmin.Funeral.Scheduling;

/// <summary>What a plan would change, in words; nothing of it is saved.</summary>
/// <param name="Stamp">Of what it was made from; adopting is refused once that has changed.</param>
/// <param name="WaitingMinutes">Weighted minutes against wished times, of this plan and of serving in order of application.</param>
internal sealed record Proposal(
    string Institution, DateOnly Date, string Stamp, IReadOnlyList<ProposalLine> Lines, IReadOnlyList<Unplaced> Unplaced, long WaitingMinutes, long InTurnMinutes, long BreachMinutes, long Orders)
{
    public static Proposal Of(Scene scene, Plan plan, Plan inTurn, TimeZoneInfo zone)
    {
        var lines = new List<ProposalLine>();
        var unplaced = new List<Unplaced>();
        for (var i = 0; i < scene.Parties.Count; i++)
        {
            var (party, placed) = (scene.Parties[i], plan.Placements[i]);
            if (placed.Job.Pickup is { Kept: null } trip)
            {
                if (placed.Pickup is { } t) lines.Add(Trip(scene, party, t, trip, Reason.OfPickup(plan, placed), zone));
                else unplaced.Add(new(party.CaseId, party.Name, PickupPurpose));
            }
            if (placed.Job.Farewell is { Kept: null })
            {
                if (placed.Farewell is { } f) lines.Add(Line(scene, party, "farewell", f, party.Farewell, Reason.OfFarewell(plan, placed), Late(f.From, placed.Job.Farewell.Wished), zone));
                else unplaced.Add(new(party.CaseId, party.Name, "farewell"));
            }
            if (placed.Job.Cremation is { Kept: null } c)
            {
                if (placed.Cremation is { } b) lines.Add(Line(scene, party, "cremation", b, party.Cremation, Reason.OfCremation(plan, placed), Late(b.From, c.Wished), zone));
                else unplaced.Add(new(party.CaseId, party.Name, "cremation"));
            }
        }
        return new(scene.Institution, scene.Date, scene.Stamp(), [.. lines.OrderBy(l => l.From).ThenBy(l => l.Resource, StringComparer.Ordinal)], unplaced, plan.Waiting * Scene.StepMinutes, inTurn.Waiting * Scene.StepMinutes, plan.Breach * Scene.StepMinutes, plan.Tried);
    }

    public const string PickupPurpose = "pickup";

    private static ProposalLine Trip(Scene scene, Party party, Placed at, PickupNeed need, Reason why, TimeZoneInfo zone)
    {
        var line = Line(scene, party, PickupPurpose, at, party.Trip!.Booked, why, Late(at.From, need.From), zone);
        return line with { Why = $"{line.Why}；{PlanWords.OfTrip(party, line.From + party.Trip.There, zone)}" };
    }

    private static int Late(int from, int wished) => Math.Max(0, from - wished) * Scene.StepMinutes;

    private static ProposalLine Line(Scene scene, Party party, string purpose, Placed at, Contracts.Booking.Booked? was, Reason why, int late, TimeZoneInfo zone)
    {
        var thing = scene.Day.Things[at.Thing];
        return new(party.CaseId, party.Name, purpose, thing.Id, thing.Name, scene.At(at.From), scene.At(at.Until), was?.Id, was?.From, was?.Resource, late, PlanWords.Of(why, scene, zone)) { Asked = purpose == PickupPurpose || was is not null || party.Wish?.WishedAt is not null };
    }
}

/// <param name="Was">The booking it replaces, and where that stands; null for a new one.</param>
/// <param name="LateMinutes">Later than wished.</param>
internal sealed record ProposalLine(
    Guid CaseId, string Person, string Purpose, string Resource, string ResourceName, DateTimeOffset From, DateTimeOffset Until, Guid? Was, DateTimeOffset? WasFrom, string? WasResource, int LateMinutes, string Why)
{
    /// <summary>The family named an hour, or was told one; otherwise being later than another hour is nobody's wish.</summary>
    public required bool Asked { get; init; }

    public bool Same => WasFrom == From && WasResource == Resource;
}

internal sealed record Unplaced(Guid CaseId, string Person, string Purpose);
