using Anmin.Identity.Clients;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;

namespace Anmin.Identity.SingleSignOn.Authorize;

/// <summary>Somebody signed in goes to another system: a code, once, for a minute, for that system alone.</summary>
internal sealed class GrantCode(AnminDb db, CurrentActor current, SettingBook settings, TimeProvider clock) : IUseCase<GrantCode.Request, GrantCode.Reply>
{
    public sealed record Request(AuthorizeRequest Asked, Session Session) : IHasReason
    {
        public string Reason => $"登录到“{Asked.Client.Name}”";
    }

    public sealed record Reply(string Code) : ISecretReply;

    public Permission Permission => Permission.SignedIn;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => Task.FromResult(Handle(request.Asked, request.Session));

    private Outcome<Reply> Handle(AuthorizeRequest asked, Session session)
    {
        if (!current.Actor.IsSignedIn || current.Actor.Id != session.StaffId) return KernelProblems.SignInNeeded;
        var (now, code) = (clock.GetUtcNow(), ClientSecret.Draw());
        db.Add(new SignOnGrant
        {
            ClientId = asked.Client.Id,
            StaffId = session.StaffId,
            SessionId = session.Id,
            Scopes = string.Join(' ', asked.Scopes),
            Nonce = asked.Nonce,
            AuthAt = session.ProvedAt,
            Methods = session.Methods,
            RedirectUri = asked.RedirectUri,
            Challenge = asked.Challenge,
            CodeHash = ClientSecret.HashOf(code),
            CodeUntil = now.AddSeconds(settings.Number(SsoSettings.CodeSeconds)),
            CreatedAt = now,
        });
        return new Reply(code);
    }
}
