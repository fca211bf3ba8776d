using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Grounds;

/// <summary>How people rest in a section. A niche room has cabinets and layers, everything else rows.</summary>
public enum SectionKind
{
    /// <summary>墓位.</summary>
    Graves,

    /// <summary>骨灰堂、寄存室.</summary>
    Niches,

    /// <summary>壁葬.</summary>
    Wall,

    /// <summary>树葬.</summary>
    Tree,

    /// <summary>草坪葬.</summary>
    Lawn,

    /// <summary>花坛葬.</summary>
    FlowerBed,

    /// <summary>深埋.</summary>
    DeepBurial,

    /// <summary>撒散.</summary>
    Scattering,

    /// <summary>海葬.</summary>
    Sea,
}

/// <summary>墓区 or 骨灰室: a part of a ground in which positions are alike. What happens to its positions as things (built, blocked, moved on the plan) is its journal.</summary>
internal sealed class Section : JournalSubject, IOwnedByUnit
{
    private Section()
    {
    }

    public override string SubjectKind => "cemetery.section";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    /// <summary>Short and unique within the institution; part of every position's code.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public SectionKind Kind { get; private init; }

    /// <summary>Order on lists and pages.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Item of the price list for using one position, and for keeping it a year; null where the list has none.</summary>
    public string? UseItem { get; private set; }

    public string? CareItem { get; private set; }

    public string? Remark { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>All positions. Counted by triggers on both databases, so that no list counts a whole ground.</summary>
    public int Total { get; private init; }

    /// <summary>Positions that are <see cref="PositionState.Available"/>. Counted by triggers.</summary>
    public int Free { get; private init; }

    public bool IsEco => Kind is SectionKind.Tree or SectionKind.Lawn or SectionKind.FlowerBed or SectionKind.DeepBurial or SectionKind.Scattering or SectionKind.Sea;

    public static Outcome<Section> Open(string institution, string division, string code, string name, SectionKind kind, int ordinal, string? useItem, string? careItem, string? note, Actor by, DateTimeOffset now)
    {
        var section = new Section
        {
            Institution = institution,
            Division = division,
            OpenedBy = by.Id,
            Origin = by.Institution,
            Code = code,
            Name = name,
            Kind = kind,
            Ordinal = ordinal,
            UseItem = useItem,
            CareItem = careItem,
            Remark = note,
            MadeAt = now,
        };
        section.Tell("section.opened", new { code, name, kind });
        return section;
    }

    /// <summary>Further fact of the section's history: positions generated, imported, blocked, moved.</summary>
    public void Tell(string kind, object data) => Note(kind, data);

    /// <summary>A room of niches that a pack's file names. Nobody's act, so its journal begins with what people do there.</summary>
    public static Section OfPack(string institution, string division, string code, string name, int ordinal, string? useItem, DateTimeOffset now)
        => new() { Institution = institution, Division = division, Code = code, Name = name, Kind = SectionKind.Niches, Ordinal = ordinal, UseItem = useItem, MadeAt = now };

    /// <summary>How it is called, where it stands on lists and what its positions cost by.</summary>
    public void Change(string name, int ordinal, string? useItem, string? careItem, string? remark)
    {
        (Name, Ordinal, UseItem, CareItem, Remark) = (name, ordinal, useItem, careItem, remark);
        Note("section.changed", new { name, ordinal, useItem, careItem });
    }
}
