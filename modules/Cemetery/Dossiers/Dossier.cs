using Anmin.Kernel.Actors;

namespace Anmin.Cemetery.Dossiers;

/// <summary>Of a right in force, of one that has ended, of one that never came to be.</summary>
internal enum DossierStanding
{
    Current,
    Ended,
    Void,
}

/// <summary>
/// 一墓一档 of one right, as lists read it: how complete, and what lacks. Its id is the right's. Written by triggers in the commit of whatever
/// changes it, so it is never behind; <see cref="Counting.RecountDossiers"/> counts afresh every night and mends what differs.
/// </summary>
internal sealed class Dossier : IOwnedByUnit
{
    public Guid Id { get; init; }

    public Guid PositionId { get; init; }

    public Guid SectionId { get; init; }

    public string Division { get; init; } = "";

    public string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public DossierStanding Standing { get; set; }

    /// <summary>Weight of what is asked for, and of what is there.</summary>
    public int Needed { get; set; }

    public int Held { get; set; }

    /// <summary>0 to 100; 100 where nothing is asked for.</summary>
    public int Score { get; set; }

    /// <summary>Codes of required items that lack, by their place, each with a blank before and after.</summary>
    public string Missing { get; set; } = "";

    /// <summary>How often the holder's name was changed while the right was in force.</summary>
    public int PassedOn { get; set; }
}

/// <summary>How complete a section is: its dossiers of rights in force. Its id is the section's. Kept by triggers.</summary>
internal sealed class DossierTally : IOwnedByUnit
{
    public Guid Id { get; init; }

    public string Division { get; init; } = "";

    public string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public int Dossiers { get; set; }

    public long ScoreSum { get; set; }

    public int Complete { get; set; }
}
