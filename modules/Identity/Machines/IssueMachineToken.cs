using Anmin.Identity.Clients;
using Anmin.Identity.SingleSignOn;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Machines;

/// <summary>A program has shown its secret and gets a token: for all it may, or for less (RFC 6749 section 4.4).</summary>
internal sealed class IssueMachineToken(RefreshChain chain, TimeProvider clock) : IUseCase<IssueMachineToken.Request, IssueMachineToken.Reply>
{
    public static readonly Problem BadScope = new("identity.machine.bad-scope", "程序接口申请了没有登记的权限，已拒绝。请在接入系统里核对它的权限。", ProblemKind.Refused);

    /// <param name="Scope">Permission codes, separated by spaces; all that were registered where null.</param>
    public sealed record Request(ClientCard Client, string? Scope) : IHasReason
    {
        public string Reason => $"程序接口“{Client.Name}”";
    }

    public sealed record Reply(string Scope);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var asked = request.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (asked.Any(s => !request.Client.Permissions.Contains(s))) return BadScope;
        await chain.TouchAsync(request.Client.Id, clock.GetUtcNow(), ct);
        return new Reply(string.Join(' ', (asked.Length > 0 ? asked.Distinct() : request.Client.Permissions).Order(StringComparer.Ordinal)));
    }
}
