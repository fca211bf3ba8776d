using Anmin.Funeral.Evidence;
using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Journal;

/// <summary>journal.commit: AttachEvidence through the Gate, against the same with what it noted thrown away before the Gate looks.</summary>
internal static class CommitBench
{
    private const double Goal = 1.15;

    public static async Task RunAsync(BenchDatabase database, Settings settings, Ratios ratios)
    {
        var each = settings.Quick ? 60 : 120;
        var cases = new Queue<Guid>(await CasesAsync(database, (settings.Rounds + 1) * each * 2));
        var serial = 10_000_000_000_000_000L;
        AttachEvidence.Request Next() => new(cases.Dequeue(), EvidenceKind.MedicalCertificate, (serial++).ToString(CultureInfo.InvariantCulture), "社区卫生服务中心", "2025-01-02");
        Task<AttachEvidence.Reply> Ours() => database.RunAsync(s => s.GetRequiredService<AttachEvidence>(), Next());
        Task<AttachEvidence.Reply> Peer() => database.RunAsync<AttachEvidence.Request, AttachEvidence.Reply>(s => new Unjournaled<AttachEvidence.Request, AttachEvidence.Reply>(s.GetRequiredService<AttachEvidence>(), s.GetRequiredService<AnminDb>()), Next());

        var before = (Journal: await database.CountAsync("kernel_journal"), Evidence: await database.CountAsync("funeral_evidence"));
        for (var i = 0; i < each; i++) OracleException.Equal((await Ours()).Status, (await Peer()).Status, "status after the evidence");
        OracleException.Equal(before.Evidence + (each * 2), await database.CountAsync("funeral_evidence"), "evidence rows");
        OracleException.Equal(before.Journal + each, await database.CountAsync("kernel_journal"), "journal rows, one for each of ours");

        var (ours, peer) = (new List<double>(), new List<double>());
        for (var round = 0; round < settings.Rounds; round++)
        {
            var (a, b) = (0.0, 0.0);
            for (var i = 0; i < each; i++)
            {
                // command by command, who goes first by turns: the disk's mood is the same for both
                if (i % 2 == 0) a += await Rounds.TimeAsync(Ours);
                b += await Rounds.TimeAsync(Peer);
                if (i % 2 == 1) a += await Rounds.TimeAsync(Ours);
            }
            ours.Add(a / each * 1000);
            peer.Add(b / each * 1000);
        }
        var result = new Rounds.Result(ours, peer);
        ratios.Say($"journal.commit.{database.Name}", Ratios.Milliseconds(result.OursMedian), "same-command-without-journal:" + Ratios.Milliseconds(result.PeerMedian), result.Ratio, $"<={Goal}", result.Ratio <= Goal, Disk.Note(database.Folder));
    }

    internal static async Task<IReadOnlyList<Guid>> CasesAsync(BenchDatabase database, int count)
    {
        var made = new List<Guid>(count);
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await using var scope = database.Request();
            var services = scope.ServiceProvider;
            await services.GetRequiredService<Gate>().TogetherAsync(async () =>
            {
                foreach (var _ in chunk)
                {
                    var request = new ReportDeath.Request(ReportSource.Hotline, null, true, IdType.Unknown, null, Sex.Male, null, "321302", DeathPlaceKind.Home, null, "2025-01-02 03:04", false, false, false, null, null, null);
                    var outcome = await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<ReportDeath>(), request);
                    made.Add(outcome.Try(out var reply, out var problem) ? reply.CaseId : throw new OracleException(problem.Message));
                    services.GetRequiredService<AnminDb>().ChangeTracker.Clear();
                }
            }, default);
        }
        return made;
    }

    /// <summary>The use case, and then nothing left to tell the journal: the rest of the Gate's work stays.</summary>
    private sealed class Unjournaled<TRequest, TReply>(IUseCase<TRequest, TReply> inner, AnminDb db) : IUseCase<TRequest, TReply>
    {
        public Permission Permission => inner.Permission;

        public async Task<Outcome<TReply>> HandleAsync(TRequest request, CancellationToken ct)
        {
            var outcome = await inner.HandleAsync(request, ct);
            foreach (var entry in db.ChangeTracker.Entries<JournalSubject>()) entry.Entity.Clear();
            return outcome;
        }
    }
}
