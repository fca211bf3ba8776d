using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Logout;

/// <summary>Writes how a try to tell a system went.</summary>
internal sealed class SettleLogoutNotice(AnminDb db, TimeProvider clock) : IUseCase<SettleLogoutNotice.Request, Done>
{
    public sealed record Request(Guid Notice, string Client, string Result) : IHasReason
    {
        public string Reason => $"通知“{Client}”退出：{Result}";
    }

    public Permission Permission => IdentityPermissions.RotateKeys;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<LogoutNotice>().FindAsync([request.Notice], ct) is not { } notice) return KernelProblems.NotFound;
        notice.Settle(request.Result, clock.GetUtcNow());
        return Done.It;
    }
}
