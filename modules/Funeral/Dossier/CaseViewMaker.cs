using Anmin.Funeral.Evidence;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Personal;
using Anmin.Ui.Status;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Dossier;

/// <summary>From the case and its journal to what people read.</summary>
internal sealed class CaseViewMaker(CaseFile file, Who who, DivisionBook divisions, CaseClocks clocks, CaseFacts facts, CaseTwins twins, JournalWords words)
{
    public async Task<CaseView> MakeAsync(DeathCase opened, IReadOnlyList<JournalEntry> journal, IReadOnlyList<AuditRow> looks, CancellationToken ct)
    {
        var places = await who.PlacesAsync(opened.Moves.SelectMany(m => (string[])[m.FromId, m.ToId])
            .Concat(opened.Ashes.Select(a => a.PlaceId)).Concat(opened.Pickups.Select(p => p.Vehicle ?? "")).Append(opened.Remains!.PlaceId).Concat(JournalWords.PlacesIn(journal)), ct);
        var due = clocks.Of(opened);
        return new CaseView(Head(opened), due, CaseSteps.Of(opened, journal), CaseTasks.Of(opened, due, clocks, file))
        {
            Custody = Custody(opened, journal, places),
            Facts = facts.Of(opened),
            Handlers = [.. opened.Handlers.OrderBy(h => h.Rank).Select(h => new HandlerLine(h.Id, h.Rank, h.Name?.Text ?? "", h.Phone?.Masked ?? "没有登记电话", h.Relation))],
            Papers = Papers(opened),
            Ashes = [.. opened.Ashes.OrderBy(a => a.Number).Select(a => new AshesLine(a.Id, a.Number, a.Status, CaseLabels.Of(a.Status), PlaceWords.Of(a.Status.ToString(), a.PlaceId, places), a.Since, a.Until, a.UnclaimedAt, opened.Handlers.Find(h => h.Id == a.ReceivedBy)?.Name?.Text))],
            Holds = [.. opened.Holds.OrderBy(h => h.PlacedAt).Select(h => new HoldLine(h.Id, h.Kind, CaseLabels.Of(h.Kind), h.Reason, h.PlacedAt, who.Name(h.PlacedBy), h.PlacedBy, h.LiftedAt, h.LiftedBy is null ? null : who.Name(h.LiftedBy)))],
            Twins = await twins.OfAsync(opened.Id, ct),
            Journal = words.Lines(opened, journal, looks, await NamesAsync(opened.Id, journal, places, ct)),
            Void = opened.VoidRequestedAt is { } at ? new(at, who.Name(opened.VoidRequestedBy), opened.VoidRequestedBy!, opened.VoidReason ?? "", opened.VoidedAt) : null,
            Pickup = Pickup(opened, places),
            Contract = Contract(opened),
            Clerk = await who.ClerkAsync(opened.Id, ct),
        };
    }

    private async Task<JournalNames> NamesAsync(Guid id, IReadOnlyList<JournalEntry> journal, IReadOnlyDictionary<string, string> places, CancellationToken ct) => new(
        places,
        journal.Any(e => e.Kind == "note.written") ? await file.Db.CaseNotes.AsNoTracking().Where(n => n.CaseId == id).ToDictionaryAsync(n => n.Id, n => n.Text?.Reveal() ?? "", ct) : new Dictionary<Guid, string>(),
        journal.Any(e => e.Kind == "archive.paper") ? await file.Db.ArchiveItems.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Name, ct) : new Dictionary<string, string>());

    private CaseHead Head(DeathCase c) => new(
        c.Id, c.Number, c.Name?.Text ?? (c.Unidentified ? "无名氏" : "姓名待补"), c.Name is not null, c.Sex.Label(), c.AgeAtDeath(file.Zone), c.BirthDate, (c.PersonId?.Type ?? IdType.Unknown).Label(), c.PersonId?.Masked,
        c.Status, CaseLabels.Of(c.Status), Shape(c), c.Infectious, c.Unnatural, c.Unidentified, c.Institution, who.Home(c.Institution), c.Division, divisions.PathName(c.Division), CaseLabels.Of(c.Source), c.ReportedAt, c.DiedAt,
        c.IsOpen, c.Contract is { } k ? CaseLabels.Of(k.Disposition) : "还没有确认");

    public static StatusShape Shape(DeathCase c) => c switch
    {
        { Status: CaseStatus.Voided } => StatusShape.Wait,
        { IsOpen: false } => StatusShape.Ok,
        { Status: CaseStatus.Reported or CaseStatus.EvidencePending } => StatusShape.Todo,
        _ => StatusShape.Run,
    };

    private CustodyView Custody(DeathCase c, IReadOnlyList<JournalEntry> journal, IReadOnlyDictionary<string, string> places)
    {
        var seals = CustodySeals.Of(journal);
        var lines = c.Moves.OrderBy(m => m.At).ThenBy(m => m.Item == CustodyMove.Body ? 0 : 1).ThenBy(m => m.Seq)
            .Select(m => new CustodyLine(m.Item, m.Seq, m.At, PlaceWords.Of(m.FromPlace, m.FromId, places), PlaceWords.Of(m.ToPlace, m.ToId, places), who.Name(m.GivenBy), who.Name(m.TakenBy), m.Witness is null ? null : who.Name(m.Witness), m.Tag, seals.GetValueOrDefault((m.Item, m.Seq), ""))).ToList();
        var r = c.Remains!;
        var unbroken = lines.GroupBy(l => l.Item).All(g => g.Select(l => l.Seq).Order().SequenceEqual(Enumerable.Range(1, g.Count()))) && lines.TrueForAll(l => l.Hash.Length > 0);
        // after the cremation the question is where the ashes are
        if (r.Place == BodyPlace.Cremated && c.Ashes.Where(a => a.Status != AshesStatus.Split).OrderByDescending(a => a.Since).FirstOrDefault() is { } ashes)
            return new(r.Place, "骨灰 " + PlaceWords.Of(ashes.Status.ToString(), ashes.PlaceId, places), who.Name(ashes.Custodian), ashes.Since, r.Tag, r.InHome, r.IsFinal, lines, unbroken);
        return new(r.Place, PlaceWords.Of(r.Place.ToString(), r.PlaceId, places), who.Name(r.Custodian), r.Since, r.Tag, r.InHome, r.IsFinal, lines, unbroken);
    }

    private List<PaperLine> Papers(DeathCase c)
    {
        var papers = c.Evidence.Select(e => new PaperLine(e.Id, DeathEvidence.Label(e.Kind), Hide(e.Number), e.Issuer, e.AttachedAt, StatusShape.Ok, "已登记", $"{who.Name(e.AttachedBy)} 登记，{e.IssuedOn:yyyy-MM-dd}开具")).ToList();
        papers.AddRange(c.Certificates.OrderBy(x => x.Edition).Select(x => new PaperLine(x.Id, "火化证明", x.Number, who.Home(c.Institution), x.IssuedAt,
            x.Status == CertificateStatus.Issued ? StatusShape.Ok : StatusShape.Wait, CaseLabels.Of(x.Status), x.EndReason is null ? $"{who.Name(x.IssuedBy)} 签发" : $"{who.Name(x.EndedBy)}：{x.EndReason}")));
        return papers;
    }

    /// <summary>The number of a death certificate leads to a person: its middle stays hidden on screens.</summary>
    private static string Hide(string number) => number.Length <= 8 ? number : $"{number[..6]}{new string('*', Math.Min(6, number.Length - 8))}{number[^Math.Min(4, number.Length - 6)..]}";

    private PickupLine? Pickup(DeathCase c, IReadOnlyDictionary<string, string> places)
    {
        if (c.Pickups.Where(p => p.Status is not (PickupStatus.Cancelled or PickupStatus.Failed)).OrderByDescending(p => p.RequestedAt).FirstOrDefault() is not { } p) return null;
        var access = string.Join("，", new[] { p.Floor is { } floor ? $"{floor}楼" : null, p.HasLift switch { true => "有电梯", false => "没有电梯", _ => null } }.OfType<string>());
        return new(p.Id, p.Number, p.Status switch { PickupStatus.Booked => "等派车", PickupStatus.HandedOver => "已接到", _ => TransportOrder.Label(p.Status) }, p.IsOpen, p.Address is not null, access, p.Note, p.RequestedAt, p.EarliestAt, p.DueAt,
            p.Vehicle is null ? null : places.GetValueOrDefault(p.Vehicle, p.Vehicle), p.Driver is null ? null : $"{who.Name(p.Driver)}、{who.Name(p.SecondCrew)}");
    }

    private static ContractLine? Contract(DeathCase c) => c.Contract is { } k
        ? new(k.Disposition, CaseLabels.Of(k.Disposition), k.OpinionId is not null ? "馆长（按民政意见）" : c.Handlers.Find(h => h.Id == k.SignedBy)?.Name?.Text ?? "经办人", k.SignedAt, k.Wishes, k.EarliestAt, k.DueAt) : null;
}
