namespace Anmin.Funeral.Custody;

/// <summary>One hand-over of body or ashes: from, to, tag, place, two parties, time, device. Append-only by trigger.</summary>
internal sealed class CustodyMove
{
    public const string Body = "body";
    public const string Family = "family";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary><c>body</c>, or the number of an ashes container.</summary>
    public required string Item { get; init; }

    /// <summary>1, 2, 3 … within the item; unique with it.</summary>
    public required int Seq { get; init; }

    public required string FromPlace { get; init; }

    public required string FromId { get; init; }

    public required string ToPlace { get; init; }

    public required string ToId { get; init; }

    /// <summary>Staff id, <c>family</c>, <c>hospital</c> or <c>police</c>: never a family member's name.</summary>
    public required string GivenBy { get; init; }

    public required string TakenBy { get; init; }

    public string? Witness { get; init; }

    public string? Tag { get; init; }

    public required string Device { get; init; }

    public required DateTimeOffset At { get; init; }
}
