using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Rights;

/// <summary>Everything a contract says, judged lawful before (<c>Standards</c>).</summary>
/// <param name="UseFen">分 for the whole term.</param>
/// <param name="CareFenPerYear">分 a year.</param>
/// <param name="CarePaidUntil">Last day of the maintenance prepaid by the contract; null for none.</param>
internal sealed record ContractTerms(
    string Number, PersonName HolderName, IdNumber? HolderId, PhoneNumber? HolderPhone, string Relation, RightBasis Basis, string? BasisNumber, Guid? CaseId, PersonName? UserName, IdNumber? UserId,
    string? ApprovedBy, DateOnly From, DateOnly? Until, DateOnly? CarePaidUntil, long UseFen, long CareFenPerYear, string? PriceList, DateTimeOffset PayBy);

internal sealed partial class PlotRight
{
    /// <summary>签合同. The hold must still hold; an exception needs a second person.</summary>
    public Outcome<RightTerm> Sign(ContractTerms terms, long fen, Actor by, DateOnly today, DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State != RightState.Held) return CemeteryProblems.AlreadySigned;
        if (NeedsApproval(terms.Basis) && terms.ApprovedBy is null) return CemeteryProblems.ExceptionUnapproved;
        if (terms.ApprovedBy == by.Id) return CemeteryProblems.SecondPerson;
        (State, Number, LapsesAt, SignedOn, SignedBy) = (RightState.Signed, terms.Number, terms.PayBy, today, by.Id);
        (HolderName, HolderInitials, HolderId, HolderPhone, Relation) = (terms.HolderName, Pinyin.Initials(terms.HolderName.Text), terms.HolderId, terms.HolderPhone ?? HolderPhone, terms.Relation);
        (Basis, BasisNumber, CaseId, UserName, UserInitials, UserId, ApprovedBy) = (terms.Basis, terms.BasisNumber, terms.CaseId, terms.UserName, terms.UserName is null ? null : Pinyin.Initials(terms.UserName.Text), terms.UserId, terms.ApprovedBy);
        (TermFrom, TermUntil, UseFen, CareFenPerYear, PriceList) = (terms.From, terms.Until, terms.UseFen, terms.CareFenPerYear, terms.PriceList);
        CarePaidUntil = terms.CarePaidUntil;
        var term = new RightTerm { RightId = Id, Seq = 1, From = terms.From, Until = terms.Until ?? terms.From, AgreedOn = today, Fen = fen, By = by.Id };
        Terms.Add(term);
        Note("right.signed", new { Number, terms.Basis, terms.BasisNumber, terms.From, terms.Until, fen, ApprovedBy });
        return term;
    }

    /// <summary>核对外地证明: the words stay with the right, where a lawful erasure reaches them; the journal gets a salted commitment only.</summary>
    public void NoteEvidence(string words)
    {
        (EvidenceNote, EvidenceSalt) = (words, RandomNumberGenerator.GetBytes(16));
        Note("right.evidence-noted", new { commitment = EvidenceDigest(EvidenceSalt, words) });
    }

    /// <summary>What the journal has of the words.</summary>
    public static string EvidenceDigest(byte[] salt, string words) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(words)]));

    public static bool NeedsApproval(RightBasis basis) => basis is not (RightBasis.CremationCertificate or RightBasis.DeathCertificate or RightBasis.OldRegister);

    public Outcome<Done> Bill(Guid bill)
    {
        if (State != RightState.Signed) return CemeteryProblems.NotSigned;
        BillId = bill;
        Note("right.billed", new { bill });
        return Done.It;
    }

    /// <summary>Money has come. Refused where the contract had lapsed before: the money must go back.</summary>
    public Outcome<Done> Pay(DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State is RightState.Paid or RightState.Active) return CemeteryProblems.AlreadyPaid;
        if (State != RightState.Signed) return CemeteryProblems.NotSigned;
        (State, LapsesAt) = (RightState.Paid, null);
        Note("right.paid", new { BillId });
        return Done.It;
    }

    /// <summary>发证: from now on the right is in force.</summary>
    public Outcome<Done> Activate(string certificate, DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State == RightState.Active) return CemeteryProblems.AlreadyActive;
        if (State != RightState.Paid) return CemeteryProblems.NotPaid;
        (State, Certificate) = (RightState.Active, certificate);
        Note("right.activated", new { certificate });
        return Done.It;
    }

    /// <summary>续期: follows the last term without a gap. An ended right is not renewed.</summary>
    public Outcome<RightTerm> Renew(DateOnly until, DateOnly? carePaidUntil, long fen, Actor by, DateOnly today, DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State != RightState.Active) return CemeteryProblems.NotActive;
        if (TermUntil is not { } last) return CemeteryProblems.NoTerm;
        if (until <= last) return CemeteryProblems.RenewalShort;
        var term = new RightTerm { RightId = Id, Seq = Terms.Count + 1, From = last.AddDays(1), Until = until, AgreedOn = today, Fen = fen, By = by.Id };
        Terms.Add(term);
        TermUntil = until;
        if (carePaidUntil > CarePaidUntil || CarePaidUntil is null) CarePaidUntil = carePaidUntil;
        Note("right.renewed", new { term.Seq, term.From, term.Until, fen });
        return term;
    }

    /// <summary>Maintenance paid further, without a new term.</summary>
    public Outcome<Done> PayCare(DateOnly until, DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State is not (RightState.Paid or RightState.Active)) return CemeteryProblems.NotActive;
        if (until <= CarePaidUntil) return CemeteryProblems.CarePaidAlready;
        CarePaidUntil = until;
        Note("right.care-paid", new { until });
        return Done.It;
    }

    /// <summary>Over. Nobody may rest there any more: interments are removed before.</summary>
    public Outcome<Done> End(RightEnding ending, DateOnly on, DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State is not (RightState.Paid or RightState.Active)) return CemeteryProblems.NotActive;
        (State, Ending, EndedOn) = (RightState.Ended, ending, on);
        Note("right.ended", new { ending, on });
        return Done.It;
    }

    /// <summary>更名, 继承, 转让 as far as the rules allow it.</summary>
    public Outcome<Done> PassOn(PersonName name, IdNumber? id, PhoneNumber? phone, string relation, string reason, DateTimeOffset now)
    {
        if (Closed(now) is { } closed) return closed;
        if (State is not (RightState.Paid or RightState.Active)) return CemeteryProblems.NotActive;
        (HolderName, HolderInitials, HolderId, HolderPhone, Relation) = (name, Pinyin.Initials(name.Text), id, phone, relation);
        Note("right.passed-on", new { reason });
        return Done.It;
    }

    public Outcome<Done> Dispute(DateOnly since, string reason)
    {
        if (!Holds) return CemeteryProblems.RightEnded;
        if (DisputedSince is not null) return CemeteryProblems.Disputed;
        DisputedSince = since;
        Note("right.disputed", new { since, reason });
        return Done.It;
    }

    public Outcome<Done> Settle(string how)
    {
        if (DisputedSince is null) return CemeteryProblems.NotDisputed;
        DisputedSince = null;
        Note("right.dispute-settled", new { how });
        return Done.It;
    }
}
