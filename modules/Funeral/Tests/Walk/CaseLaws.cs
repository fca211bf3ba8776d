using Anmin.Funeral.Evidence;
using System.Text;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;

namespace Anmin.Funeral.Tests.Walk;

/// <summary>What holds of every case at every moment (invariants I1–I4, I10, I11), said a second time and independently of the entity.</summary>
internal static class CaseLaws
{
    public static string? Broken(DeathCase of) => Custody(of) ?? Cremation(of) ?? Certificates(of) ?? Ashes(of) ?? Numbers(of) ?? Status(of);

    /// <summary>I3, I10: one place; hand-overs numbered without gaps, each beginning where the last ended.</summary>
    private static string? Custody(DeathCase of)
    {
        var body = of.Remains!;
        foreach (var item in of.Moves.GroupBy(m => m.Item))
        {
            CustodyMove? before = null;
            foreach (var move in item)
            {
                if (move.Seq != (before?.Seq ?? 0) + 1) return $"custody of {item.Key} jumps to {move.Seq}";
                if (before is not null && (move.FromPlace, move.FromId) != (before.ToPlace, before.ToId)) return $"custody of {item.Key} {move.Seq} begins elsewhere than the last ended";
                if (before is null && item.Key == CustodyMove.Body && move.FromPlace != nameof(BodyPlace.AtPlaceOfDeath)) return "the first hand-over does not begin at the place of death";
                before = move;
            }
            var (place, id) = item.Key == CustodyMove.Body ? (body.Place.ToString(), body.PlaceId) : (of.Find(item.Key)!.Status == AshesStatus.Split ? before!.ToPlace : of.Find(item.Key)!.Status.ToString(), of.Find(item.Key)!.PlaceId);
            if ((before!.ToPlace, before.ToId) != (place, id)) return $"{item.Key} is at {place} {id} but was last handed to {before.ToPlace} {before.ToId}";
        }
        if (body.Moves != of.Moves.Count(m => m.Item == CustodyMove.Body)) return "moves of the body are miscounted";
        if (body.Place != BodyPlace.AtPlaceOfDeath && body.Place != BodyPlace.Buried && body.Tag is null) return "a body in custody has no tag";
        if (body.Moves == 0 && body.Place != BodyPlace.AtPlaceOfDeath) return "a body is elsewhere without a hand-over";
        var exclusive = body.Place is BodyPlace.ColdStored or BodyPlace.InFurnace && of.VoidedAt is null;
        return exclusive == body.ExclusivePlace is not null ? null : "the exclusive place does not fit the place";
    }

    /// <summary>I2: nothing missing, two persons, this body's tag, in time.</summary>
    private static string? Cremation(DeathCase of)
    {
        var burnt = of.Remains!.Place is BodyPlace.InFurnace or BodyPlace.Cremated;
        if (burnt != of.Cremation is not null) return $"the body is {of.Remains.Place} but there is {(of.Cremation is null ? "no" : "a")} cremation";
        if (of.Contract is { Disposition: not (Disposition.Cremation or Disposition.Burial) }) return "a contract for nothing";
        if (of.Cremation is not { } cremation) return null;
        if (of.Evidence.Find(e => e.Id == cremation.EvidenceId) is not { } evidence) return "cremated without evidence";
        if (of.Unnatural && evidence.Kind == EvidenceKind.MedicalCertificate) return "an unnatural death was cremated on a doctor's word";
        if (of.Contract is not { Disposition: Disposition.Cremation } contract || contract.Id != cremation.ContractId) return "cremated without a contract for it";
        if (cremation.StartedAt < contract.EarliestAt || cremation.EarliestAt != contract.EarliestAt) return "cremated before the waiting time was over";
        if (cremation.FirstOperator == cremation.SecondOperator) return "cremated by one person alone";
        if (cremation.FirstScan != of.Remains.Tag || cremation.SecondScan != of.Remains.Tag) return "cremated under another tag";
        if ((cremation.FinishedAt is not null) != (of.Remains.Place == BodyPlace.Cremated)) return "the furnace and the body disagree on whether it is over";
        return cremation.FinishedAt < cremation.StartedAt ? "over before it began" : null;
    }

    /// <summary>I11: one valid at most; whatever was replaced names its successor; a void one, once there is a new one.</summary>
    private static string? Certificates(DeathCase of)
    {
        if (of.Certificates.Count > 0 && of.Cremation?.FinishedAt is null) return "a certificate of no cremation";
        if (of.Certificates.Count(c => c.Status == CertificateStatus.Issued) > 1) return "two valid certificates";
        foreach (var certificate in of.Certificates)
        {
            if (certificate.Status == CertificateStatus.Replaced && !of.Certificates.Exists(c => c.Id == certificate.SuccessorId)) return "a replaced certificate without successor";
            if (certificate.Status == CertificateStatus.Issued && certificate.SuccessorId is not null) return "a valid certificate with a successor";
            if (certificate.Status == CertificateStatus.Voided && certificate.EndedBy == certificate.IssuedBy) return "voided by who issued it";
        }
        return null;
    }

    /// <summary>I4: one container of one cremation; parts come from what was split, and nothing vanishes.</summary>
    private static string? Ashes(DeathCase of)
    {
        if (of.Absence is not null && of.Ashes.Count > 0) return "ashes, and the signed word that there are none";
        if ((of.Cremation?.FinishedAt is not null) != (of.Ashes.Count > 0 || of.Absence is not null)) return "ashes without a cremation, or a cremation without ashes";
        if (of.Ashes.Count(a => a.SplitFrom is null) > 1) return "two containers of one cremation";
        foreach (var container in of.Ashes)
        {
            if (container.CremationId != of.Cremation!.Id) return "ashes of another cremation";
            if (container.SplitFrom is { } from && of.Ashes.Find(a => a.Id == from)?.Status != AshesStatus.Split) return "a part of what was not split";
            if (container.Status == AshesStatus.Split && of.Ashes.Count(a => a.SplitFrom == container.Id) < 2) return "split, and the parts are not there";
            var resting = container.Status is AshesStatus.Deposited or AshesStatus.Placed or AshesStatus.Interred;
            if (resting && container.PlaceId.Length == 0) return $"{container.Status} nowhere";
            if (container.Status == AshesStatus.HandedOver && container.PlaceId.Length > 0) return "with the family and in a place";
            if (of.PartOf(container) != 0 != container.SplitFrom is not null) return "a part without a number, or a whole with one";
        }
        return null;
    }

    private static string? Numbers(DeathCase of)
    {
        var all = of.Ashes.Select(a => a.Number).Concat(of.Certificates.Select(c => c.Number)).Concat(of.Pickups.Select(p => p.Number)).ToList();
        return all.Distinct().Count() == all.Count ? null : "a number given twice";
    }

    /// <summary>I1: the status is what happened, derived here from the records alone.</summary>
    private static string? Status(DeathCase of)
    {
        CaseStatus expected;
        if (of.VoidedAt is not null) expected = CaseStatus.Voided;
        else if (of.ClosedAt is not null) expected = CaseStatus.Closed;
        else if (of.Ashes.Count > 0) expected = of.Ashes.Exists(a => a.Status == AshesStatus.Held) ? CaseStatus.Cremated : CaseStatus.AshesPlaced;
        else if (of.Absence is not null) expected = CaseStatus.Cremated;
        else if (of.Contract is not null) expected = CaseStatus.Arranged;
        else if (of.Moves.Count > 0) expected = CaseStatus.InCustody;
        else if (of.Evidence.Exists(e => !of.Unnatural || e.Kind != EvidenceKind.MedicalCertificate)) expected = CaseStatus.Verified;
        else expected = of.Pickups.Count > 0 ? CaseStatus.EvidencePending : CaseStatus.Reported;
        if (of.Status != expected) return $"status {of.Status}, but what happened says {expected}";
        if (of.IsOpen != (of.VoidedAt is null && of.ClosedAt is null)) return "open and over disagree";
        if (of.ClosedAt is not null && of.VoidedAt is null && of.Remains!.Place is not (BodyPlace.Cremated or BodyPlace.Buried or BodyPlace.Released)) return "closed with the body still in custody";
        return of.VoidedAt is not null && of.VoidApprovedBy == of.VoidRequestedBy ? "voided by one person alone" : null;
    }

    /// <summary>Everything that a refusal must leave as it was.</summary>
    public static string Snapshot(DeathCase of)
    {
        var text = new StringBuilder(512);
        var body = of.Remains!;
        text.Append(of.Status).Append(of.IsOpen).Append(of.Name?.Text).Append(of.Sex).Append(of.DiedAt).Append(of.ClosedAt).Append(of.Institution).Append(of.VoidRequestedBy).Append(of.VoidRequestedAt).Append(of.VoidReason).Append(of.VoidedAt).Append(of.VoidApprovedBy)
            .Append('|').Append(body.Place).Append(body.PlaceId).Append(body.Tag).Append(body.Custodian).Append(body.Since).Append(body.Moves).Append(body.ExclusivePlace)
            .Append('|').Append(of.Facts.Count).Append(' ').Append(of.Handlers.Count).Append(' ').Append(of.Evidence.Count).Append(' ').Append(of.Moves.Count).Append(' ').Append(of.Corrections.Count).Append(of.Contract?.Id).Append(of.Cremation?.Id).Append(of.Cremation?.FinishedAt).Append(of.Cremation?.FinishedBy).Append(of.Absence?.SignedBy);
        foreach (var hold in of.Holds) text.Append('|').Append(hold.Id).Append(hold.LiftedBy);
        foreach (var pickup in of.Pickups) text.Append('|').Append(pickup.Number).Append(pickup.Status).Append(pickup.Driver);
        foreach (var certificate in of.Certificates) text.Append('|').Append(certificate.Number).Append(certificate.Status).Append(certificate.SuccessorId).Append(certificate.EndedBy);
        foreach (var container in of.Ashes) text.Append('|').Append(container.Number).Append(container.Status).Append(container.PlaceId).Append(container.Custodian).Append(container.Moves).Append(container.Until).Append(container.ReceivedBy).Append(container.Since);
        return text.ToString();
    }
}
