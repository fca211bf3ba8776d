using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.HeldForms;

/// <summary>What nobody came back to is forgotten when its time is over.</summary>
internal sealed class ForgetHeldForms(IServiceScopeFactory scopes, WriteTurn turn, TimeProvider clock) : IJob
{
    public string Name => "identity.forget-held-forms";

    public string Label => "清理过期的未提交内容";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var db = services.GetRequiredService<AnminDb>();
        var now = clock.GetUtcNow();
        using var held = await turn.WaitAsync(ct);
        await db.Set<HeldForm>().Where(f => f.ExpiresAt < now).ExecuteDeleteAsync(ct);
    });
}
