using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits.Unclaimed;

/// <summary>通知领取: a numbered letter and a message, and from this day the clock of the place runs. A missing rule is said.</summary>
internal sealed class NotifyDeposit(DepositDesk deposits, ClaimDesk claims) : IUseCase<NotifyDeposit.Request, NotifyDeposit.Reply>
{
    public sealed record Request(Guid RightId);

    public sealed record Reply(string Letter, DateTimeOffset UnclaimedAt, bool Messaged);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await deposits.OpenAsync(request.RightId, ct)).Try(out var deposit, out var problem)) return problem;
        return (await claims.NotifyAsync(deposit, ct)).Try(out var claim, out problem) ? new Reply(claim.Letter, claim.UnclaimedAt, deposit.Right.HolderPhone is not null) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<NotifyDeposit, Request, Reply>("/cemetery/deposits/notify");
}

/// <summary>公告无人认领骨灰: one notice for several whose clock has run out.</summary>
internal sealed class AnnounceDeposits(CemeteryDesk desk, ClaimDesk claims) : IUseCase<AnnounceDeposits.Request, AnnounceDeposits.Reply>
{
    public sealed record Request(IReadOnlyList<Guid>? Rights);

    public sealed record Reply(string Number, DateTimeOffset Until);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var wanted = request.Rights ?? [];
        return await claims.AnnounceAsync(await desk.Db.DepositClaims.Where(c => wanted.Contains(c.RightId) && (c.State == ClaimState.Notified || c.State == ClaimState.Announced || c.State == ClaimState.Proposed)).ToListAsync(ct), ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AnnounceDeposits, Request, Reply>("/cemetery/deposits/announce");
}

/// <summary>提出处置: nobody came though it was announced; the home proposes what to do.</summary>
internal sealed class ProposeAshesDisposal(CemeteryDesk desk, DepositDesk deposits, Reading reading) : IUseCase<ProposeAshesDisposal.Request, Done>
{
    public sealed record Request(Guid RightId, string? Words);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var words = reading.Text(request.Words, nameof(request.Words), "处置意见", 500);
        if (reading.Problem is { } bad) return bad;
        if (!(await deposits.OpenAsync(request.RightId, ct)).Try(out var deposit, out var problem)) return problem;
        if (deposit.Right.DisputedSince is not null) return CemeteryProblems.Disputed;
        return deposit.Claim is { } claim ? claim.Propose(words!, desk.By, desk.Now) : DepositProblems.NotNotified;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ProposeAshesDisposal, Request, Done>("/cemetery/deposits/propose");
}

/// <summary>批准处置, by the county: the ashes go to an eco place, which is recorded; the file is kept.</summary>
internal sealed class ApproveAshesDisposal(CemeteryDesk desk, DepositDesk deposits, IAshesCustody custody, CommunalRights communal) : IUseCase<ApproveAshesDisposal.Request, ApproveAshesDisposal.Reply>
{
    /// <param name="Place">Code of an eco position.</param>
    public sealed record Request(Guid RightId, string? Place);

    public sealed record Reply(Guid Interment, string Place);

    public Permission Permission => CemeteryPermissions.ApproveDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await deposits.OpenAsync(request.RightId, ct)).Try(out var deposit, out var problem)) return problem;
        if (deposit.Claim is not { } claim) return DepositProblems.NotNotified;
        if (await desk.Db.Positions.FirstOrDefaultAsync(p => p.Code == request.Place, ct) is not { } place) return DepositProblems.EcoPlaceNeeded;
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == place.SectionId, ct);
        if (section.Kind is not (SectionKind.Tree or SectionKind.Lawn or SectionKind.FlowerBed or SectionKind.DeepBurial)) return DepositProblems.EcoPlaceNeeded;
        if (!claim.Approve(place.Code, desk.By, desk.Now).Try(out _, out problem)) return problem;
        var old = deposit.Interment;
        if (!deposits.End(deposit, "无人认领，按批准安放", RightEnding.Disposed).Try(out _, out problem)) return problem;
        var resting = await desk.Db.Interments.CountAsync(i => i.PositionId == place.Id && i.RemovedOn == null, ct);
        var basis = new CommunalBasis(deposit.Right.HolderName ?? old.PersonName, "无人认领", old.CremationCertificate ?? old.Ashes ?? deposit.Right.BasisNumber, old.CaseId);
        if (!(await communal.OfAsync(place, basis, ct)).Try(out var right, out problem)) return problem;
        var interment = Interment.Of(right, IntermentKind.Degradable, old.PersonName, old.PersonId, old.CaseId, old.Ashes, old.Part, old.CremationCertificate, old.DiedOn, desk.Today, desk.By);
        desk.Db.Add(interment);
        place.Follow(right.State, resting + 1);
        if (old.Ashes is { } ashes && !(await custody.MoveAsync(new(ashes, "grave", place.Code, null, null, null, deposit.Position.Code), ct)).Try(out _, out problem)) return problem;
        desk.Context.Announce(new Interred(interment.Id, old.CaseId, place.Institution!, place.Code, interment.Kind.ToString(), desk.Today));
        return new Reply(interment.Id, place.Code);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ApproveAshesDisposal, Request, Reply>("/cemetery/deposits/approve");
}

/// <summary>无人认领骨灰公告: what anybody may read, without full names.</summary>
internal sealed class FindUnclaimedNotices(CemeteryDesk desk) : IQuestion<FindUnclaimedNotices.Request, IReadOnlyList<FindUnclaimedNotices.Line>>
{
    private const int Most = 200;
    private const string Reason = "无人认领骨灰公告";

    public sealed record Request;

    public sealed record Line(string Number, string Name, string Home, string? Phone, DateTimeOffset AnnouncedAt, DateTimeOffset Until);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<IReadOnlyList<Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = await desk.Db.AcrossScopes<DepositClaim>(Reason).AsNoTracking().Where(c => c.State == ClaimState.Announced || c.State == ClaimState.Proposed).OrderByDescending(c => c.AnnouncedAt).Take(Most)
            .Join(desk.Db.AcrossScopes<Interment>(Reason).Where(i => i.RemovedOn == null), c => c.RightId, i => i.RightId, (c, i) => new { c, i.PersonName }).ToListAsync(ct);
        return (Outcome<IReadOnlyList<Line>>)rows.OrderByDescending(r => r.c.AnnouncedAt).Select(r => new Line(r.c.Announcement!, r.PersonName.Masked, desk.Institution(r.c.Institution)?.Name ?? "", desk.Institution(r.c.Institution)?.Phone, r.c.AnnouncedAt!.Value, r.c.AnnouncedUntil!.Value)).ToList();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindUnclaimedNotices, Request, IReadOnlyList<Line>>("/public/unclaimed-ashes");
}
