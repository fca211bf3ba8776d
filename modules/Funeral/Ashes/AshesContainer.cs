using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;

namespace Anmin.Funeral.Ashes;

/// <summary>One container of ashes. The first belongs to one cremation and no other; parts name what they were split from (invariant I4).</summary>
internal sealed class AshesContainer
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid CremationId { get; init; }

    public required string Number { get; init; }

    /// <summary>The container this part was taken from.</summary>
    public Guid? SplitFrom { get; init; }

    public AshesStatus Status { get; private set; }

    /// <summary>Shelf, niche, or empty when the family has it.</summary>
    public string PlaceId { get; private set; } = "";

    public string Custodian { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    /// <summary>Last day of a deposit.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When ashes that nobody collects count as unclaimed, by the rule of the day.</summary>
    public DateTimeOffset? UnclaimedAt { get; private set; }

    public Guid? ReceivedBy { get; private set; }

    public int Moves { get; private set; }

    public void Start(string placeId, string custodian, DateTimeOffset? unclaimedAt, DateTimeOffset now) => (PlaceId, Custodian, UnclaimedAt, Since) = (placeId, custodian, unclaimedAt, now);

    public void Split() => Status = AshesStatus.Split;

    public CustodyMove MoveTo(AshesStatus status, string placeId, string takenBy, Guid? receivedBy, DateOnly? until, string? witness, string givenBy, string device, DateTimeOffset now)
    {
        var move = new CustodyMove
        {
            CaseId = CaseId,
            Item = Number,
            Seq = ++Moves,
            FromPlace = Status.ToString(),
            FromId = PlaceId,
            ToPlace = status.ToString(),
            ToId = placeId,
            GivenBy = givenBy,
            TakenBy = takenBy,
            Witness = witness,
            Device = device,
            At = now,
        };
        (Status, PlaceId, Custodian, ReceivedBy, Until, Since) = (status, placeId, takenBy, receivedBy, until, now);
        return move;
    }
}
