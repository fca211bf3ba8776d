using Anmin.Contracts.Identity;
using Anmin.Identity.Accounts;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.SignIn;

/// <summary>Draws a sign-in link for the built-in administrator; links drawn before and not used stop working.</summary>
internal sealed class IssueEntryToken(AnminDb db, TimeProvider clock) : IUseCase<IssueEntryToken.Request, IssueEntryToken.Reply>
{
    public sealed record Request;

    public sealed record Reply(string Token);

    public Permission Permission => IdentityPermissions.ManageStaff;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<EntryToken>().Where(t => t.UsedAt == null).ExecuteDeleteAsync(ct);
        var token = EntryToken.Draw();
        db.Add(new EntryToken { Hash = EntryToken.HashOf(token), ExpiresAt = now + EntryToken.Life });
        return new Reply(token);
    }
}

/// <summary>For the host at start.</summary>
public static class EntryLink
{
    /// <summary>
    /// Where personas are off and no administrator can get in by themselves yet: <c>/sign-in?token=…</c>, to be printed once on the console and
    /// kept nowhere. Else null; from then on <c>anmin user reset</c> is the way back in.
    /// </summary>
    public static async Task<string?> DrawAsync(IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<SignInMode>().Personas) return null;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var able = await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<Account>().AsNoTracking().Where(a => a.LastEnteredAt != null && !a.Barred).Select(a => a.StaffId).ToListAsync(ct);
        var staff = scope.ServiceProvider.GetRequiredService<IStaffDirectory>();
        if (able.Any(id => staff.ActorOf(id)?.May(IdentityPermissions.ManageAccounts) is true)) return null;
        var gate = scope.ServiceProvider.GetRequiredService<Gate>();
        var outcome = await gate.RunAsync(scope.ServiceProvider.GetRequiredService<IssueEntryToken>(), new IssueEntryToken.Request(), ct: ct);
        return outcome.Try(out var reply, out var problem) ? "/sign-in?token=" + reply.Token : throw new InvalidOperationException(problem.Message);
    }
}
