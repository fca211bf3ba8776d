using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.SignIn;

/// <summary>Writes that somebody left; the page takes the cookie away.</summary>
internal sealed class SignOut : IUseCase<SignOut.Request, Done>
{
    public sealed record Request;

    public Permission Permission => Permission.Anyone;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct) => Task.FromResult<Outcome<Done>>(Done.It);
}
