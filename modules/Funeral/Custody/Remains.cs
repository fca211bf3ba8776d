using Anmin.Funeral.Cases;

namespace Anmin.Funeral.Custody;

/// <summary>
/// The body: one row, so it is in exactly one place with one custodian (invariant I3).
/// Places that hold one body only are unique by index.
/// </summary>
internal sealed class Remains
{
    private Remains()
    {
    }

    public Guid CaseId { get; private init; }

    /// <summary>Number on the wrist tag, once one is tied on.</summary>
    public string? Tag { get; private set; }

    public BodyPlace Place { get; private set; }

    /// <summary>Which vehicle, box, hall or furnace.</summary>
    public string PlaceId { get; private set; } = "";

    /// <summary>Staff id, or <c>family</c> before pickup.</summary>
    public string Custodian { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    /// <summary>How many hand-overs so far.</summary>
    public int Moves { get; private set; }

    public bool IsFinal => Place is BodyPlace.Cremated or BodyPlace.Released or BodyPlace.Buried;

    public bool InHome => Place is BodyPlace.Received or BodyPlace.ColdStored or BodyPlace.InPreparation or BodyPlace.InHall or BodyPlace.FurnaceQueue;

    /// <summary>Set where only one body may be: the unique index looks at it.</summary>
    public string? ExclusivePlace { get; private set; }

    public static Remains AtPlaceOfDeath(Guid caseId, DateTimeOffset now) => new() { CaseId = caseId, Place = BodyPlace.AtPlaceOfDeath, Custodian = CustodyMove.Family, Since = now };

    public void TieTag(string tag) => Tag = tag;

    /// <summary>A case opened by mistake keeps no box occupied.</summary>
    public void LeaveExclusive() => ExclusivePlace = null;

    /// <summary>Moves the body and gives back the line for the custody record.</summary>
    public CustodyMove MoveTo(BodyPlace place, string placeId, string custodian, string? givenBy, string? witness, string device, DateTimeOffset now)
    {
        var move = new CustodyMove
        {
            CaseId = CaseId,
            Item = CustodyMove.Body,
            Seq = ++Moves,
            FromPlace = Place.ToString(),
            FromId = PlaceId,
            ToPlace = place.ToString(),
            ToId = placeId,
            GivenBy = givenBy ?? Custodian,
            TakenBy = custodian,
            Witness = witness,
            Tag = Tag,
            Device = device,
            At = now,
        };
        (Place, PlaceId, Custodian, Since) = (place, placeId, custodian, now);
        ExclusivePlace = place is BodyPlace.ColdStored or BodyPlace.InFurnace ? placeId : null;
        return move;
    }
}
