namespace Anmin.Funeral.Furnaces;

/// <summary>呼号: a body is asked for at a furnace, and the family on the hall's screen. Append-only; the latest of a case counts.</summary>
internal sealed class FurnaceCall
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Institution { get; init; }

    public required string Cremator { get; init; }

    /// <summary>What the screen shows: the case's number, or the name where the family agreed.</summary>
    public required bool ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>Whether the family lets the hall's screen show the name. Without a row: the number only.</summary>
internal sealed class ScreenName
{
    public required Guid CaseId { get; init; }

    public required bool MayShow { get; set; }

    /// <summary>Who of the staff wrote it down.</summary>
    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}
