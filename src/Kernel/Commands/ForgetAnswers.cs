using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Commands;

/// <summary>First answers are kept for a week: long enough for a tablet that was offline, and no longer.</summary>
public sealed class ForgetAnswers(IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public string Name => "kernel.forget-answers";

    public string Label => "清理过期的提交回执";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var until = clock.GetUtcNow() - Kept;
        using var held = await turn.WaitAsync(ct);
        await db.Set<FirstAnswer>().Where(a => a.At < until).ExecuteDeleteAsync(ct);
    }
}
