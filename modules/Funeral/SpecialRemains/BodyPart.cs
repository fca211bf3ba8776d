using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.SpecialRemains;

/// <summary>肢体、人体组织、死胎. Kept as words of the register.</summary>
internal enum BodyPartKind { Limb, Tissue, Foetus }

/// <summary>
/// 医院送来的肢体、组织或死胎: handed over with a paper of the hospital and not a death certificate. Nobody has died by it, so it has a register,
/// a number series and a count of its own, and never a case.
/// </summary>
internal sealed class BodyPart : JournalSubject, IOwnedByUnit
{
    private BodyPart()
    {
    }

    public override string SubjectKind => "funeral.body-part";

    public string Number { get; private init; } = "";

    public BodyPartKind Kind { get; private init; }

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; }

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    /// <summary>Which hospital, and the number of its paper.</summary>
    public string Hospital { get; private init; } = "";

    public string PaperNumber { get; private init; } = "";

    public DateOnly IssuedOn { get; private init; }

    /// <summary>Whose it was, where the hospital says so.</summary>
    public SensitiveText? Patient { get; private init; }

    public string Contents { get; private init; } = "";

    public DateTimeOffset ReceivedAt { get; private init; }

    public string ReceivedBy { get; private init; } = "";

    public string? FirstOperator { get; private set; }

    public string? SecondOperator { get; private set; }

    public string? Cremator { get; private set; }

    public DateTimeOffset? CrematedAt { get; private set; }

    public sealed record Intake(string Number, BodyPartKind Kind, string Division, string Institution, string Hospital, string PaperNumber, DateOnly IssuedOn, SensitiveText? Patient, string Contents);

    public static BodyPart Receive(Intake facts, Actor by, DateTimeOffset now)
    {
        var part = new BodyPart
        {
            Number = facts.Number,
            Kind = facts.Kind,
            Division = facts.Division,
            Institution = facts.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            Hospital = facts.Hospital,
            PaperNumber = facts.PaperNumber,
            IssuedOn = facts.IssuedOn,
            Patient = facts.Patient,
            Contents = facts.Contents,
            ReceivedAt = now,
            ReceivedBy = by.Id,
        };
        part.Note("body-part.received", new { part.Number, Kind = facts.Kind.ToString(), facts.Hospital });
        return part;
    }

    public Outcome<Done> Check(string scan, Actor by)
    {
        if (CrematedAt is not null) return SpecialProblems.PartDone;
        if (scan != Number) return SpecialProblems.PartMismatch;
        FirstOperator = by.Id;
        Note("body-part.checked", new { Operator = by.Id });
        return Done.It;
    }

    public Outcome<Done> Cremate(string cremator, string scan, Actor by, DateTimeOffset now)
    {
        if (CrematedAt is not null) return SpecialProblems.PartDone;
        if (FirstOperator is null) return SpecialProblems.PartFirst;
        if (FirstOperator == by.Id) return FuneralProblems.SameTwo;
        if (scan != Number) return SpecialProblems.PartMismatch;
        (SecondOperator, Cremator, CrematedAt) = (by.Id, cremator, now);
        Note("body-part.cremated", new { cremator, FirstOperator, SecondOperator });
        return Done.It;
    }

    public static string Label(BodyPartKind kind) => kind switch { BodyPartKind.Limb => "肢体", BodyPartKind.Foetus => "死胎", _ => "人体组织" };
}
