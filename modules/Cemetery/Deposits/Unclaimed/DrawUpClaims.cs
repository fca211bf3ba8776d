using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Deposits.Unclaimed;

/// <summary>
/// What is due of one institution: a letter for every deposit past its last day, and one announcement for those whose clock has run out.
/// What to do with ashes nobody collects stays with people: nothing is proposed here.
/// </summary>
internal sealed class DrawUpClaims(CemeteryDesk desk, DepositDesk deposits, ClaimDesk claims) : IUseCase<DrawUpClaims.Request, DrawUpClaims.Reply>
{
    public const int Most = 100;

    public sealed record Request(string Institution);

    /// <param name="More">True where a further run has more to do.</param>
    public sealed record Reply(int Letters, string? Announcement, bool More);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var due = await Overdue(desk, request.Institution).OrderBy(r => r.TermUntil).ThenBy(r => r.Id).Select(r => r.Id).Take(Most + 1).ToListAsync(ct);
        var letters = 0;
        foreach (var right in due.Take(Most))
        {
            if (!(await deposits.OpenAsync(right, ct)).Try(out var deposit, out var problem)) return problem;
            if (!(await claims.NotifyAsync(deposit, ct)).Try(out _, out problem)) return problem;
            letters++;
        }
        var ready = await Ready(desk, request.Institution).OrderBy(c => c.UnclaimedAt).ThenBy(c => c.Id).Take(Most + 1).ToListAsync(ct);
        string? number = null;
        if (ready.Count > 0)
        {
            if (!(await claims.AnnounceAsync([.. ready.Take(Most)], ct)).Try(out var announced, out var problem)) return problem;
            number = announced.Number;
        }
        return new Reply(letters, number, due.Count > Most || ready.Count > Most);
    }

    public static async Task<bool> AnyAsync(CemeteryDesk desk, string institution, CancellationToken ct) => await Overdue(desk, institution).AnyAsync(ct) || await Ready(desk, institution).AnyAsync(ct);

    private static IQueryable<PlotRight> Overdue(CemeteryDesk desk, string institution)
    {
        var (today, claims, interments) = (desk.Today, desk.Db.Set<DepositClaim>(), desk.Db.Set<Burials.Interment>());
        return desk.Db.Set<PlotRight>().Where(r => r.Institution == institution && (r.Kind == RightKind.Deposit || r.Kind == RightKind.Niche) && r.State == RightState.Active && r.DisputedSince == null && r.TermUntil < today
            && interments.Any(i => i.RightId == r.Id && i.RemovedOn == null) && !claims.Any(c => c.RightId == r.Id && (c.State == ClaimState.Notified || c.State == ClaimState.Announced || c.State == ClaimState.Proposed)));
    }

    private static IQueryable<DepositClaim> Ready(CemeteryDesk desk, string institution)
    {
        var (now, rights) = (desk.Now, desk.Db.Set<PlotRight>());
        return desk.Db.Set<DepositClaim>().Where(c => c.Institution == institution && c.State == ClaimState.Notified && c.UnclaimedAt <= now && rights.Any(r => r.Id == c.RightId && r.DisputedSince == null));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DrawUpClaims, Request, Reply>("/cemetery/deposits/draw-up");
}

/// <summary>Every institution that keeps ashes, several times a day; what a run leaves is taken by the next turn.</summary>
internal sealed class ClaimsRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "cemetery.deposit-claims";

    public string Label => "出到期未领骨灰的通知和公告";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.ForEachGroundAsync(CemeteryPermissions.ProposeDisposal, async (services, home) =>
        // looked first: a round with nothing to do leaves no audit row
        await DrawUpClaims.AnyAsync(services.GetRequiredService<CemeteryDesk>(), home, ct)
        && await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<DrawUpClaims>(), new DrawUpClaims.Request(home), ct: ct) is { Ok: true, Value.More: true }, ct);
}
