using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Grounds;

/// <summary>Whether a position can be had. Follows from its right and its interments; <see cref="Planned"/> and <see cref="Blocked"/> are the ground's own.</summary>
public enum PositionState
{
    /// <summary>Not built or not opened yet.</summary>
    Planned,
    Available,

    /// <summary>留位: a hold that lapses.</summary>
    Held,

    /// <summary>A contract, nobody rests there yet.</summary>
    Contracted,
    Occupied,

    /// <summary>停用、整改.</summary>
    Blocked,
}

/// <summary>卧碑, 立碑, none.</summary>
public enum StoneKind
{
    None,
    Flat,
    Upright,
}

/// <summary>墓位, 格位 or the place of an eco burial: one place that one right is about. Sizes as built, in whole centimetres and square centimetres.</summary>
internal sealed class Position : IOwnedByUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SectionId { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    /// <summary>Unique in the whole database: institution, section, row, number. What ashes are said to be at.</summary>
    public required string Code { get; init; }

    /// <summary>排, of a niche the cabinet (柜).</summary>
    public required int Row { get; init; }

    /// <summary>层 of a niche; 0 elsewhere.</summary>
    public int Layer { get; init; }

    /// <summary>号.</summary>
    public required int Number { get; init; }

    /// <summary>How many may rest here: 1 单, 2 双, more 多. A place for scattering has no limit that is met.</summary>
    public required int Capacity { get; set; }

    public StoneKind Stone { get; set; }

    /// <summary>占地面积 in cm²; null where nobody measured it, 0 for niches.</summary>
    public int? AreaCm2 { get; set; }

    /// <summary>Height of the stone above ground in cm.</summary>
    public int? StoneHeightCm { get; set; }

    /// <summary>Sealed ground around the plot in cm² (硬化).</summary>
    public int? HardenedCm2 { get; set; }

    /// <summary>For remains, not ashes (土葬改革区).</summary>
    public bool ForBody { get; set; }

    /// <summary>Centre on the plan in cm, east and north of the section's corner; null where it has not been placed.</summary>
    public int? X { get; set; }

    public int? Y { get; set; }

    /// <summary>Degrees clockwise.</summary>
    public int Turn { get; set; }

    public PositionState State { get; private set; }

    public string? BlockedFor { get; private set; }

    public int Version { get; private set; }

    public bool IsFree => State == PositionState.Available;

    public static PositionState StateOf(Rights.RightState? right, int resting) => (right, resting) switch
    {
        (_, > 0) => PositionState.Occupied,
        (Rights.RightState.Held, _) => PositionState.Held,
        (Rights.RightState.Signed or Rights.RightState.Paid or Rights.RightState.Active, _) => PositionState.Contracted,
        _ => PositionState.Available,
    };

    /// <summary>After its right or its interments changed. What is blocked with nobody in it stays blocked until it is opened.</summary>
    public void Follow(Rights.RightState? right, int resting)
    {
        State = StateOf(right, resting);
        Version++;
    }

    public Outcome<Done> Open()
    {
        if (State is not (PositionState.Planned or PositionState.Blocked)) return CemeteryProblems.PositionOpen;
        (State, BlockedFor) = (PositionState.Available, null);
        Version++;
        return Done.It;
    }

    public Outcome<Done> Block(string reason)
    {
        if (State is not (PositionState.Planned or PositionState.Available)) return CemeteryProblems.PositionInUse;
        (State, BlockedFor) = (PositionState.Blocked, reason);
        Version++;
        return Done.It;
    }

    /// <summary>Measured again, or moved on the plan. Where it is called stays for ever.</summary>
    public void Measure(PositionMeasures as_)
    {
        (Capacity, Stone, AreaCm2, StoneHeightCm, HardenedCm2, ForBody) = (as_.Capacity, as_.Stone, as_.AreaCm2, as_.StoneHeightCm, as_.HardenedCm2, as_.ForBody);
        (X, Y, Turn) = (as_.X, as_.Y, as_.Turn);
        Version++;
    }

    public static string CodeOf(string institution, string section, int row, int layer, int number)
        => layer == 0 ? $"{institution}-{section}-{row}-{number}" : $"{institution}-{section}-{row}-{layer}-{number}";
}

/// <summary>What may be said of a position again and again, in whole cm and cm².</summary>
internal sealed record PositionMeasures(int Capacity, StoneKind Stone, int? AreaCm2, int? StoneHeightCm, int? HardenedCm2, bool ForBody, int? X, int? Y, int Turn);

/// <summary>How a position is called: 乙区6排10号, 寄存一室1柜2层3号.</summary>
internal static class PositionWords
{
    public static string Of(string section, SectionKind kind, int row, int layer, int number)
        => kind == SectionKind.Niches ? $"{section}{row}柜{layer}层{number}号" : $"{section}{row}排{number}号";
}
