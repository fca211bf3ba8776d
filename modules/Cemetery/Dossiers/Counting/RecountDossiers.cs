using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Dossiers.Counting;

/// <summary>Counts dossiers afresh from rights, burials, papers and journal, a stretch at a time; mends the kept rows that differ and says how many.</summary>
internal sealed class RecountDossiers(DossierDesk desk) : IUseCase<RecountDossiers.Request, RecountDossiers.Reply>
{
    public const int Stretch = 500;

    /// <param name="After">Last id of the stretch before; begins anew where empty.</param>
    public sealed record Request(Guid? After = null);

    public sealed record Reply(int Counted, IReadOnlyList<Guid> Mended, Guid? Next);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var rights = db.PlotRights.AsNoTracking().Where(r => r.State != RightState.Held && r.Number != null);
        if (request.After is { } after) rights = rights.Where(r => r.Id.CompareTo(after) > 0);
        var stretch = await rights.OrderBy(r => r.Id).Take(Stretch).Select(r => new { r.Id, r.State, r.PositionId, r.Division, r.Institution, r.OpenedBy, r.Origin }).ToListAsync(ct);
        var ids = stretch.ConvertAll(r => r.Id);
        var kept = await db.Dossiers.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var passed = (await db.Set<JournalEntry>().AsNoTracking().Where(e => ids.Contains(e.SubjectId) && e.Kind == "right.passed-on").Select(e => e.SubjectId).ToListAsync(ct)).CountBy(i => i).ToDictionary();
        var counted = await desk.ChecklistsAsync(ids, passed, ct);
        var mended = new List<Guid>();
        foreach (var right in stretch)
        {
            var (count, standing) = (Checklist.Count(counted[right.Id]), Checklist.StandingOf(right.State));
            if (!kept.TryGetValue(right.Id, out var dossier))
            {
                var section = await db.Positions.Where(p => p.Id == right.PositionId).Select(p => p.SectionId).FirstAsync(ct);
                dossier = new Dossier { Id = right.Id, PositionId = right.PositionId, SectionId = section, Division = right.Division, Institution = right.Institution, OpenedBy = right.OpenedBy, Origin = right.Origin };
                db.Add(dossier);
            }
            else if ((dossier.Standing, dossier.Needed, dossier.Held, dossier.Score, dossier.Missing, dossier.PassedOn) == (standing, count.Needed, count.Held, count.Score, count.Missing, passed.GetValueOrDefault(right.Id))) continue;
            (dossier.Standing, dossier.Needed, dossier.Held, dossier.Score, dossier.Missing, dossier.PassedOn) = (standing, count.Needed, count.Held, count.Score, count.Missing, passed.GetValueOrDefault(right.Id));
            mended.Add(right.Id);
        }
        return new Reply(stretch.Count, mended, stretch.Count == Stretch ? stretch[^1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecountDossiers, Request, Reply>("/cemetery/dossiers/recount");
}

/// <summary>Adds the sections up afresh, and writes down what the whole recount found.</summary>
internal sealed class NoteDossierCount(DossierDesk desk) : IUseCase<NoteDossierCount.Request, Done>
{
    private const int MostNamed = 20;

    public sealed record Request(int Counted, IReadOnlyList<Guid> Mended);

    public Permission Permission => CemeteryPermissions.FileDossier;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var sums = await db.Dossiers.AsNoTracking().Where(d => d.Standing == DossierStanding.Current).GroupBy(d => d.SectionId)
            .Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(d => (long)d.Score), Full = g.Count(d => d.Score == 100) }).ToDictionaryAsync(g => g.Key, ct);
        var wrong = new List<Guid>();
        foreach (var tally in await db.DossierTallies.ToListAsync(ct))
        {
            var (count, sum, full) = sums.TryGetValue(tally.Id, out var s) ? (s.Count, s.Sum, s.Full) : (0, 0L, 0);
            if ((tally.Dossiers, tally.ScoreSum, tally.Complete) == (count, sum, full)) continue;
            (tally.Dossiers, tally.ScoreSum, tally.Complete) = (count, sum, full);
            wrong.Add(tally.Id);
        }
        db.Add(new DossierCount { At = desk.Cemetery.Now, Counted = request.Counted, Mended = request.Mended.Count + wrong.Count, First = string.Join(' ', request.Mended.Concat(wrong).Take(MostNamed)) });
        return Done.It;
    }
}

/// <summary>Every night: all dossiers of all grounds, each stretch a commit of its own.</summary>
internal sealed class RecountRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "cemetery.dossier-count";

    public string Label => "核对一墓一档完整度";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        var (counted, mended, next) = (0, new List<Guid>(), (Guid?)null);
        do
        {
            if (!(await RunAsync<RecountDossiers, RecountDossiers.Request, RecountDossiers.Reply>(new(next), ct)).Try(out var reply, out _)) return;
            counted += reply.Counted;
            mended.AddRange(reply.Mended);
            next = reply.Next;
        }
        while (next is not null);
        if (counted > 0) await RunAsync<NoteDossierCount, NoteDossierCount.Request, Done>(new(counted, mended), ct);
    }

    private Task<Outcome<TReply>> RunAsync<TUseCase, TRequest, TReply>(TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
        => scopes.AsSystemAsync(services => services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<TUseCase>(), request, ct: ct));
}
