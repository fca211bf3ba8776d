using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.SingleSignOn.Keys;

/// <summary>Every hour: keys in their round, and grants nobody can use any more forgotten.</summary>
internal sealed class KeepKeys(IServiceScopeFactory scopes) : IJob
{
    public string Name => "identity.sso";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var gate = services.GetRequiredService<Gate>();
        await gate.RunAsync(services.GetRequiredService<RotateKeys>(), new RotateKeys.Request(), ct: ct);
        await gate.RunAsync(services.GetRequiredService<ForgetGrants>(), new ForgetGrants.Request(), ct: ct);
    });
}
