using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Auditing;

/// <summary>
/// Once a minute puts the audit rows that are final under a root, and the root into the journal. Two at once cannot: the later one's line
/// of the subject is already taken.
/// </summary>
public sealed class AuditSealer(IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock) : IJob
{
    /// <summary>Bounds memory, and how far a missing row is narrowed down.</summary>
    public const int MostPerStretch = 4096;

    public string Name => "kernel.audit-seal";

    public string Label => "封存审计";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        while (await SealAsync(ct) >= MostPerStretch / 2) ct.ThrowIfCancellationRequested();
    }

    /// <returns>How many rows the new stretch holds; 0 when nothing was waiting.</returns>
    public async Task<int> SealAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        using var held = await turn.WaitAsync(ct);
        await using var commit = await db.Database.BeginTransactionAsync(ct);
        var last = await LastAsync(db, ct);
        var (from, to) = (last?.To ?? 0, await SettledAsync(db, ct));
        if (to <= from) return 0;
        var rows = await Rows(db, from, to).Take(MostPerStretch + 1).ToListAsync(ct);
        if (rows.Count == 0) return 0;
        if (rows.Count > MostPerStretch)
        {
            // a transaction is never half inside: end before the last mark, unless it is the only one
            to = rows[^1].Tx > rows[0].Tx ? rows[^1].Tx : to;
            rows = await Rows(db, from, to).ToListAsync(ct);
        }
        var suite = db.Parts.Vault.Suite;
        var root = Convert.ToHexStringLower(Merkle.Root(suite, [.. rows.Select(r => AuditText.Leaf(r, suite))]));
        var stretch = new AuditStretch((last?.Number ?? 0) + 1, from, to, rows.Count, rows.Min(r => r.At), rows.Max(r => r.At), root);
        await JournalWriter.AppendAsync(db, AuditStretch.SubjectKind, AuditStretch.Subject, new JournalFact(AuditStretch.Kind, stretch), Actor.System, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        await commit.CommitAsync(ct);
        return rows.Count;
    }

    /// <summary>In sealing order.</summary>
    internal static IQueryable<AuditRow> Rows(AnminDb db, long from, long to) => db.Set<AuditRow>().AsNoTracking().Where(r => r.Tx >= from && r.Tx < to).OrderBy(r => r.Tx).ThenBy(r => r.Id);

    internal static async Task<AuditStretch?> LastAsync(AnminDb db, CancellationToken ct)
        => await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == AuditStretch.Subject).OrderByDescending(e => e.Seq).Select(e => e.Data).FirstOrDefaultAsync(ct) is { } data ? AuditStretch.Read(data) : null;

    /// <summary>How many rows are not yet under a root, and since when.</summary>
    public static async Task<(long Count, DateTimeOffset? Oldest)> WaitingAsync(AnminDb db, CancellationToken ct)
    {
        var sealedTo = (await LastAsync(db, ct))?.To ?? 0;
        var waiting = db.Set<AuditRow>().Where(r => r.Tx >= sealedTo);
        var count = await waiting.LongCountAsync(ct);
        return (count, count == 0 ? null : await waiting.MinAsync(r => (DateTimeOffset?)r.At, ct));
    }

    /// <summary>Every row with a smaller mark is there for good; see docs/decisions/0010.</summary>
    private static async Task<long> SettledAsync(AnminDb db, CancellationToken ct) => db.Kind == DatabaseKind.Postgres
        ? (await db.Database.SqlQueryRaw<long>("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as \"Value\"").ToListAsync(ct))[0]
        : (await db.Set<AuditRow>().MaxAsync(r => (long?)r.Tx, ct) ?? -1) + 1;
}
