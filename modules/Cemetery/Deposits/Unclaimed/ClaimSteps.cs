using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits.Unclaimed;

/// <summary>通知领取: a numbered letter and a message, and from this day the clock of the place runs. A missing rule is said.</summary>
internal sealed class NotifyDeposit(CemeteryDesk desk, DepositDesk deposits, IMessageDesk messages) : IUseCase<NotifyDeposit.Request, NotifyDeposit.Reply>
{
    private const string Nameless = "无名氏";

    public sealed record Request(Guid RightId);

    public sealed record Reply(string Letter, DateTimeOffset UnclaimedAt, bool Messaged);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await deposits.OpenAsync(request.RightId, ct)).Try(out var deposit, out var problem)) return problem;
        var right = deposit.Right;
        if (right.DisputedSince is not null) return CemeteryProblems.Disputed;
        if (deposit.Claim is not null) return DepositProblems.ClaimOpen;
        if (right.TermUntil is not { } until || until >= desk.Today) return DepositProblems.NotOverdue;
        var rule = deposit.Interment.PersonName.Text == Nameless ? "ashes.unclaimed.nameless" : "ashes.unclaimed";
        if (!desk.Rules.Due(rule, right.Division, desk.Now).Try(out var due, out problem)) return problem;
        if (!(await desk.NumberAsync("cemetery-letter", right.Institution!, ct)).Try(out var letter, out problem)) return problem;
        desk.Db.Add(DepositClaim.Notify(right, letter, due, desk.By, desk.Now));
        if (right.HolderPhone is { } phone)
        {
            var values = new Dictionary<string, object?> { ["person"] = deposit.Interment.PersonName, ["home"] = desk.Institution(right.Institution)?.Name, ["until"] = until, ["phone"] = desk.Institution(right.Institution)?.Phone };
            await messages.QueueAsync(new("deposit.overdue", new ToPhone(phone, right.HolderId), values) { Subject = right.Id, About = deposit.Interment.PersonId }, ct);
        }
        return new Reply(letter, due, right.HolderPhone is not null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<NotifyDeposit, Request, Reply>("/cemetery/deposits/notify");
}

/// <summary>公告无人认领骨灰: one notice for several whose clock has run out.</summary>
internal sealed class AnnounceDeposits(CemeteryDesk desk) : IUseCase<AnnounceDeposits.Request, AnnounceDeposits.Reply>
{
    public sealed record Request(IReadOnlyList<Guid>? Rights);

    public sealed record Reply(string Number, DateTimeOffset Until);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var wanted = request.Rights ?? [];
        var claims = await desk.Db.DepositClaims.Where(c => wanted.Contains(c.RightId) && (c.State == ClaimState.Notified || c.State == ClaimState.Announced || c.State == ClaimState.Proposed)).ToListAsync(ct);
        if (claims.Count == 0) return DepositProblems.NobodyToAnnounce;
        if (!desk.Rules.Due("stay.announcement", claims[0].Division, desk.Now).Try(out var until, out var problem)) return problem;
        if (!(await desk.NumberAsync("cemetery-letter", claims[0].Institution!, ct)).Try(out var number, out problem)) return problem;
        foreach (var claim in claims)
            if (!claim.Announce(number, until, desk.Now).Try(out _, out problem)) return problem;
        return new Reply(number, until);
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
internal sealed class ApproveAshesDisposal(CemeteryDesk desk, DepositDesk deposits, IAshesCustody custody) : IUseCase<ApproveAshesDisposal.Request, ApproveAshesDisposal.Reply>
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
        if (!(await RightAsync(place, deposit, resting, ct)).Try(out var right, out problem)) return problem;
        var interment = Interment.Of(right, IntermentKind.Degradable, old.PersonName, old.PersonId, old.CaseId, old.Ashes, old.Part, old.CremationCertificate, old.DiedOn, desk.Today, desk.By);
        desk.Db.Add(interment);
        place.Follow(right.State, resting + 1);
        if (old.Ashes is { } ashes && !(await custody.MoveAsync(new(ashes, "grave", place.Code, null, null, null, deposit.Position.Code), ct)).Try(out _, out problem)) return problem;
        desk.Context.Announce(new Interred(interment.Id, old.CaseId, place.Institution!, place.Code, interment.Kind.ToString(), desk.Today));
        return new Reply(interment.Id, place.Code);
    }

    /// <summary>The place's own right to hold the unclaimed: one for all who rest there.</summary>
    private async Task<Outcome<PlotRight>> RightAsync(Position place, OpenedDeposit deposit, int resting, CancellationToken ct)
    {
        if (resting >= place.Capacity) return CemeteryProblems.NoRoom;
        if (await desk.Db.PlotRights.FirstOrDefaultAsync(r => r.PositionId == place.Id && r.State == RightState.Active && r.Kind == RightKind.Eco, ct) is { } there) return there;
        if (!place.IsFree) return CemeteryProblems.NotFree;
        if (!(await desk.NumberAsync("burial-certificate", place.Institution!, ct)).Try(out var number, out var problem)) return problem;
        var right = PlotRight.Hold(place, RightKind.Eco, null, null, desk.Now.AddMinutes(1), desk.By, desk.Now);
        var old = deposit.Interment;
        var terms = new ContractTerms(number, deposit.Right.HolderName ?? old.PersonName, null, null, "无人认领", RightBasis.CremationCertificate, old.CremationCertificate ?? old.Ashes ?? deposit.Right.BasisNumber, old.CaseId, null, null,
            null, desk.Today, null, null, 0, 0, null, desk.Now.AddMinutes(1));
        if (!right.Sign(terms, 0, desk.By, desk.Today, desk.Now).Try(out _, out problem) || !right.Pay(desk.Now).Try(out _, out problem) || !right.Activate(number, desk.Now).Try(out _, out problem)) return problem;
        desk.Db.Add(right);
        return right;
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
