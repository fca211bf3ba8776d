using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Rights.Heirs;
using Anmin.Cemetery.Rights.Payments;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Records;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>合同页: one right whole, personal data masked.</summary>
internal sealed class GetRight(CemeteryDesk desk, IBills bills) : IQuestion<GetRight.Request, GetRight.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Term(int Seq, DateOnly From, DateOnly Until, DateOnly AgreedOn, long Fen, string By);

    public sealed record Heir(Guid Id, string Name, string Relation, string? Phone, DateTimeOffset? AgreedAt, string? Paper);

    public sealed record Resting(string Name, DateOnly? On);

    public sealed record Approval(Guid Id, ApprovalMatter Matter, ApprovalState State, string AskedBy, DateTimeOffset AskedAt, string DecidedBy, string? Answer);

    public sealed record Money(long Fen, DateTimeOffset At, bool RefundAsked);

    public sealed record Reply(Guid Id, RightState State, RightKind Kind, string Place, string Institution, Guid SectionId, Guid PositionId)
    {
        public string? Number { get; init; }

        public string? Certificate { get; init; }

        public string? Holder { get; init; }

        public string? HolderId { get; init; }

        public string? HolderPhone { get; init; }

        public string? Relation { get; init; }

        public string? User { get; init; }

        public string? UserId { get; init; }

        public RightBasis? Basis { get; init; }

        public string? BasisNumber { get; init; }

        /// <summary>Who checked what of a certificate from elsewhere.</summary>
        public string? EvidenceNote { get; init; }

        public Guid? CaseId { get; init; }

        public string ApprovedBy { get; init; } = "";

        public DateOnly? SignedOn { get; init; }

        public string SignedBy { get; init; } = "";

        public DateOnly? TermFrom { get; init; }

        public DateOnly? TermUntil { get; init; }

        public DateOnly? CarePaidUntil { get; init; }

        public DateTimeOffset? LapsesAt { get; init; }

        public DateTimeOffset HeldAt { get; init; }

        public long UseFen { get; init; }

        public long CareFenPerYear { get; init; }

        public string? PriceList { get; init; }

        public DateOnly? DisputedSince { get; init; }

        public RightEnding? Ending { get; init; }

        public DateOnly? EndedOn { get; init; }

        public BillStanding? Bill { get; init; }

        public Guid? BillId { get; init; }

        public Money? Late { get; init; }

        public required IReadOnlyList<Term> Terms { get; init; }

        public required IReadOnlyList<Heir> Heirs { get; init; }

        public required IReadOnlyList<Approval> Approvals { get; init; }

        public required IReadOnlyList<Resting> Resting { get; init; }

        public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

        public required DateTimeOffset Now { get; init; }
    }

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var opened, out var problem)) return problem;
        var (r, position) = (opened.Right, opened.Position);
        var heirs = await desk.Db.RightConsents.AsNoTracking().Where(c => c.RightId == r.Id && c.UsedAt == null).OrderBy(c => c.Id).ToListAsync(ct);
        var approvals = await desk.Db.RightApprovals.AsNoTracking().Where(a => a.RightId == r.Id).OrderByDescending(a => a.Id).ToListAsync(ct);
        var resting = await desk.Db.Interments.AsNoTracking().Where(i => i.PositionId == position.Id && i.RemovedOn == null).OrderBy(i => i.Id).ToListAsync(ct);
        var late = await desk.Db.LatePayments.AsNoTracking().FirstOrDefaultAsync(p => p.RightId == r.Id, ct);
        var journal = await desk.Db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == r.Id).OrderByDescending(e => e.Seq).ToListAsync(ct);
        return new Reply(r.Id, r.State, r.Kind, await desk.NameOfAsync(position, ct), desk.Institution(r.Institution)?.Name ?? "", position.SectionId, position.Id)
        {
            Number = r.Number,
            Certificate = r.Certificate,
            Holder = r.HolderName?.Text,
            HolderId = r.HolderId?.Masked,
            HolderPhone = r.HolderPhone?.Masked,
            Relation = r.Relation,
            User = r.UserName?.Text,
            UserId = r.UserId?.Masked,
            Basis = r.Basis,
            BasisNumber = r.BasisNumber,
            EvidenceNote = r.EvidenceNote,
            CaseId = r.CaseId,
            ApprovedBy = desk.StaffName(r.ApprovedBy),
            SignedOn = r.SignedOn,
            SignedBy = desk.StaffName(r.SignedBy),
            TermFrom = r.TermFrom,
            TermUntil = r.TermUntil,
            CarePaidUntil = r.CarePaidUntil,
            LapsesAt = r.LapsesAt,
            HeldAt = r.HeldAt,
            UseFen = r.UseFen,
            CareFenPerYear = r.CareFenPerYear,
            PriceList = r.PriceList,
            DisputedSince = r.DisputedSince,
            Ending = r.Ending,
            EndedOn = r.EndedOn,
            BillId = r.BillId,
            Bill = r.BillId is null ? null : await bills.FindAsync(r.Id, Signing.SignContract.BillKind, ct),
            Late = late is null ? null : new(late.Fen, late.PaidAt, late.RefundAskedAt is not null),
            Terms = [.. r.Terms.OrderBy(t => t.Seq).Select(t => new Term(t.Seq, t.From, t.Until, t.AgreedOn, t.Fen, desk.StaffName(t.By)))],
            Heirs = [.. heirs.Select(h => new Heir(h.Id, h.Name.Text, h.Relation, h.Phone?.Masked, h.AgreedAt, h.Paper))],
            Approvals = [.. approvals.Select(a => new Approval(a.Id, a.Matter, a.State, desk.StaffName(a.AskedBy), a.AskedAt, desk.StaffName(a.DecidedBy), a.Answer))],
            Resting = [.. resting.Select(i => new Resting(i.PersonName.Text, i.InterredOn))],
            Timeline = [.. journal.Select(e => RightWords.Line(e, desk.StaffName, desk.Zone))],
            Now = desk.Now,
        };
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetRight, Request, Reply>("/cemetery/rights/{id:guid}");
}
