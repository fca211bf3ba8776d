using Anmin.Funeral.Evidence;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Anmin.Bench.Journal;

/// <summary>
/// journal.head-row: eight writers, each on cases of its own. Ours: a chain per subject. Peer: the same command, but one global
/// head row is locked first and moved on (FOR UPDATE; on SQLite every writer for itself with BEGIN IMMEDIATE, no turn to wait for).
/// </summary>
internal static class HeadRowBench
{
    private const int Writers = 8;

    public static async Task RunAsync(BenchDatabase database, Settings settings, Ratios ratios)
    {
        await database.SqlAsync("create table bench_head (id int primary key, seq bigint not null)");
        await database.SqlAsync("insert into bench_head values (1, 0)");
        var each = settings.Quick ? 8 : 20;
        var cases = await CommitBench.CasesAsync(database, (settings.Rounds + 1) * 2 * Writers * each);
        var next = 0;
        var serial = 20_000_000_000_000_000L;

        async Task<double> WriteAsync(bool head)
        {
            var mine = Enumerable.Range(0, Writers).Select(_ => cases.Skip(Interlocked.Add(ref next, each) - each).Take(each).ToList()).ToList();
            return Writers * each / await Rounds.TimeAsync(() => Task.WhenAll(mine.Select(own => Task.Run(async () =>
            {
                foreach (var id in own) await OneAsync(database, id, Interlocked.Increment(ref serial), head);
            }))));
        }

        var before = await database.CountAsync("kernel_journal");
        await WriteAsync(false);
        await WriteAsync(true);
        OracleException.Equal(before + (2 * Writers * each), await database.CountAsync("kernel_journal"), "journal rows");
        OracleException.Equal(Writers * each, await database.ScalarAsync("select seq from bench_head"), "moves of the head row");
        var result = await Rounds.RunAsync(settings.Rounds, _ => WriteAsync(false), _ => WriteAsync(true));
        var goal = database.Kind == DatabaseKind.Postgres ? 1.2 : 1;
        ratios.Say($"journal.head-row.{database.Name}", Ratios.Rate(result.OursMedian), (database.Kind == DatabaseKind.Postgres ? "head-row-for-update:" : "begin-immediate:") + Ratios.Rate(result.PeerMedian), result.Ratio, $">={goal}", result.Ratio >= goal, $"{Writers} writers, whole command; {Disk.Note(database.Folder)}");
    }

    private static async Task OneAsync(BenchDatabase database, Guid id, long serial, bool head)
    {
        var request = new AttachEvidence.Request(id, EvidenceKind.MedicalCertificate, serial.ToString(System.Globalization.CultureInfo.InvariantCulture), "社区卫生服务中心", "2025-01-02");
        await using var scope = database.Request();
        var services = scope.ServiceProvider;
        var useCase = services.GetRequiredService<AttachEvidence>();
        var outcome = head
            ? await Unturned(services, database).RunAsync(new Headed(useCase, services.GetRequiredService<AnminDb>()), request)
            : await services.GetRequiredService<Gate>().RunAsync(useCase, request);
        if (!outcome.Try(out _, out var problem)) throw new OracleException(problem.Message);
    }

    /// <summary>A Gate whose writers meet at the database's own lock.</summary>
    private static Gate Unturned(IServiceProvider s, BenchDatabase database) => new(s.GetRequiredService<AnminDb>(), s.GetRequiredService<CurrentActor>(), s.GetRequiredService<CommandContext>(),
        new WriteTurn(database.Settings with { Kind = DatabaseKind.Postgres }), s.GetRequiredService<ConstraintProblems>(), s.GetRequiredService<Reference>(), s.GetRequiredService<TimeProvider>(), NullLogger<Gate>.Instance);

    private sealed class Headed(AttachEvidence inner, AnminDb db) : IUseCase<AttachEvidence.Request, AttachEvidence.Reply>
    {
        public Permission Permission => inner.Permission;

        public async Task<Outcome<AttachEvidence.Reply>> HandleAsync(AttachEvidence.Request request, CancellationToken ct)
        {
            await db.Database.ExecuteSqlRawAsync(db.Kind == DatabaseKind.Postgres
                ? "with head as (select id from bench_head where id = 1 for update) update bench_head set seq = seq + 1 where id in (select id from head)"
                : "update bench_head set seq = seq + 1 where id = 1", ct);
            return await inner.HandleAsync(request, ct);
        }
    }
}
