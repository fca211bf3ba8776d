using Anmin.Cemetery.Grounds;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Compliance;

/// <summary>合规检查 of one ground: raises what is new, keeps what is known, clears what is gone. A run over a large ground is several commits; each says where the next begins.</summary>
internal sealed class RunCompliance(CemeteryDesk desk, SectionSweep sections, GroundSweep grounds) : IUseCase<RunCompliance.Request, RunCompliance.Reply>
{
    /// <summary>After so many new findings the commit ends with the section.</summary>
    private const int Enough = 2000;

    /// <param name="Run">Of the commits before; null begins a run.</param>
    /// <param name="From">Section to go on with.</param>
    public sealed record Request(string Institution, Guid? Run = null, Guid? From = null);

    /// <param name="Next">Section to go on with; null where the run is complete.</param>
    public sealed record Reply(Guid Run, int Positions, int Raised, int Cleared, Guid? Next);

    public Permission Permission => CemeteryPermissions.JudgeCompliance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var ground = await desk.Db.Grounds.AsNoTracking().FirstOrDefaultAsync(g => g.Id == request.Institution, ct);
        var own = await desk.Db.Sections.AsNoTracking().Where(s => s.Institution == request.Institution).OrderBy(s => s.Id).ToListAsync(ct);
        if (ground is null || own.Count == 0) return ComplianceProblems.Elsewhere;
        var round = new Round(desk, request.Institution, own[0].Division, request.Run ?? Guid.CreateVersion7());
        var law = new PlotLaw(desk.Rules, own[0].Division);
        var lists = new Dictionary<DateOnly, PriceListCard?>();
        foreach (var section in own.SkipWhile(s => request.From is { } from && s.Id != from))
        {
            if (round.Raised.Count >= Enough) return new Reply(round.Run, round.Positions, round.Raised.Count, 0, section.Id);
            var prices = (await grounds.PricesAsync(section, law, lists, ct)).ToLookup(e => e.PositionId);
            await foreach (var (positions, found) in sections.SweepAsync(section, ground, law, desk.Today, ct))
                await round.MergeAsync(positions, [.. found, .. positions.SelectMany(p => prices[p])], ct);
        }
        var wide = new List<Evidence>([.. await grounds.BuyersAsync(request.Institution, law, desk.Today, ct), .. await grounds.OutsidersAsync(ground, law, desk.Today, ct)]);
        foreach (var some in wide.Chunk(500)) await round.MergeAsync([.. some.Select(e => e.PositionId).Distinct()], some, ct);
        var cleared = await round.ClearAsync(ct);
        foreach (var rule in round.Raised.GroupBy(r => r)) desk.Context.Announce(new ComplianceRaised(request.Institution, rule.Key, rule.Count(), desk.Today));
        return new Reply(round.Run, round.Positions, round.Raised.Count, cleared, null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RunCompliance, Request, Reply>("/cemetery/compliance/run");

    /// <summary>What one commit has seen so far.</summary>
    private sealed class Round(CemeteryDesk desk, string institution, string division, Guid run)
    {
        public Guid Run => run;

        public int Positions { get; private set; }

        public List<string> Raised { get; } = [];

        public async Task MergeAsync(IReadOnlyList<Guid> positions, IReadOnlyList<Evidence> found, CancellationToken ct)
        {
            Positions += positions.Count;
            // one finding a rule and position, however many facts break it
            var now = found.DistinctBy(e => (e.Rule, e.PositionId)).ToDictionary(e => (e.Rule, e.PositionId));
            var known = await desk.Db.Findings.AsNoTracking().Where(f => f.Institution == institution && f.ClearedOn == null && positions.Contains(f.PositionId)).Select(f => new { f.Id, f.Rule, f.PositionId, f.RightId, f.Allowed, f.Found, f.Source }).ToListAsync(ct);
            var (same, changed) = (new List<Guid>(), new Dictionary<Guid, Evidence>());
            foreach (var finding in known)
            {
                if (!now.Remove((finding.Rule, finding.PositionId), out var still)) continue;
                if (still.RightId == finding.RightId && still.Allowed == finding.Allowed && still.Found == finding.Found && still.Source == finding.Source) same.Add(finding.Id);
                else changed[finding.Id] = still;
            }
            var (at, seen) = (desk.Now, run);
            if (same.Count > 0) await desk.Db.Findings.Where(f => same.Contains(f.Id)).ExecuteUpdateAsync(f => f.SetProperty(x => x.LastSeen, at).SetProperty(x => x.SeenIn, seen), ct);
            var moved = changed.Keys.ToList();
            foreach (var finding in moved.Count == 0 ? [] : await desk.Db.Findings.Where(f => moved.Contains(f.Id)).ToListAsync(ct)) finding.Refresh(changed[finding.Id], run, at);
            foreach (var evidence in now.Values)
            {
                desk.Db.Add(Finding.Raise(evidence, institution, division, run, at));
                Raised.Add(evidence.Rule);
            }
        }

        public async Task<int> ClearAsync(CancellationToken ct)
        {
            var gone = await desk.Db.Findings.Where(f => f.Institution == institution && f.ClearedOn == null && f.SeenIn != run).ToListAsync(ct);
            // those refreshed in this very commit are not saved yet: memory knows better than the database
            var over = gone.FindAll(f => f.SeenIn != run);
            foreach (var finding in over) finding.Clear(desk.Today);
            return over.Count;
        }
    }
}

/// <summary>Every night, ground by ground.</summary>
internal sealed class ComplianceRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "cemetery.compliance";

    public string Label => "公墓合规检查";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        foreach (var institution in await scopes.AsSystemAsync(s => s.GetRequiredService<AnminDb>().Sections.AsNoTracking().Select(x => x.Institution!).Distinct().ToListAsync(ct)))
        {
            RunCompliance.Request? next = new(institution);
            while (next is { } request)
            {
                var outcome = await scopes.AsSystemAsync(s => s.GetRequiredService<Gate>().RunAsync(s.GetRequiredService<RunCompliance>(), request, ct: ct));
                next = outcome.Value is { Next: { } from } reply ? new(institution, reply.Run, from) : null;
            }
        }
    }
}
