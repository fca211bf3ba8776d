using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>Writes what was confirmed, batch by batch. Where it stands is in the database: a restart goes on.</summary>
internal sealed class RegisterRound(IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    /// <summary>Shorter than a lease, so that the next round renews it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public string Name => "cemetery.register";

    public string Label => "写入已确认的旧墓册";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        do
        {
            if (await NextAsync(ct) is not { } import) return;
            await StepAsync(scopes, import, ct);
        }
        while (clock.GetElapsedTime(began) < Longest);
    }

    /// <summary>All of one import, for the demonstration and the bench.</summary>
    public static async Task WholeAsync(IServiceScopeFactory scopes, Guid import, CancellationToken ct)
    {
        while (await StepAsync(scopes, import, ct) > 0) ct.ThrowIfCancellationRequested();
    }

    /// <returns>Batches that still wait.</returns>
    public static Task<int> StepAsync(IServiceScopeFactory scopes, Guid import, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var gate = services.GetRequiredService<Gate>();
        if ((await gate.RunAsync(services.GetRequiredService<LoadRegisterBatch>(), new LoadRegisterBatch.Request(import), ct: ct)).Try(out var reply, out var problem)) return reply.Left;
        if (problem.Code == RegisterProblems.NoBatch.Code) return 0;
        // somebody else wrote at the same time, or the database is away: tried again as it is
        if (problem.Kind is ProblemKind.Unavailable || problem.Code == KernelProblems.Changed.Code) return 1;
        await gate.RunAsync(services.GetRequiredService<SplitRegisterBatch>(), new SplitRegisterBatch.Request(import, problem.Message), ct: ct);
        return 1;
    });

    private Task<Guid?> NextAsync(CancellationToken ct)
        => scopes.AsSystemAsync(s => s.GetRequiredService<AnminDb>().RegisterImports.AsNoTracking().Where(i => i.State == RegisterState.Loading).OrderBy(i => i.ConfirmedAt).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct));
}
