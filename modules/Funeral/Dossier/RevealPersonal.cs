using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Dossier;

/// <summary>查看隐去的个人信息: shown once to who gave a reason; the reason goes into the audit row. Takes no idempotency key: the answer must not be stored.</summary>
internal sealed class RevealPersonal(CaseFile file, Reading reading) : IUseCase<RevealPersonal.Request, RevealPersonal.Reply>
{
    /// <param name="What"><c>id</c>, <c>address</c>, <c>pickup</c>, or <c>phone-</c> and the rank of a 经办人.</param>
    public sealed record Request(Guid CaseId, string What, string Reason) : IHasReason;

    public sealed record Reply(string Label, string Value);

    public Permission Permission => FuneralPermissions.RevealPersonal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "查看原因", 200);
        if (reason is { Length: < 4 }) reading.Refuse(FuneralProblems.ReasonTooShort);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return Find(opened, request.What) is { } found ? found : KernelProblems.NotFound;
    }

    private static Reply? Find(DeathCase c, string what) => what switch
    {
        "id" when c.PersonId is { IsKnown: true } id => new("逝者证件号码", id.Reveal()),
        "address" when c.Address is { } address => new("详细地址", address.Reveal()),
        "pickup" when c.Pickups.OrderByDescending(p => p.RequestedAt).FirstOrDefault()?.Address is { } address => new("接运地址", address.Reveal()),
        ['p', 'h', 'o', 'n', 'e', '-', .. var rank] when c.Handlers.Find(h => h.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture) == rank) is { Phone: { } phone } h => new($"经办人{h.Name}的电话", phone.Reveal()),
        _ => null,
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/reveal", async (Request request, Gate gate, RevealPersonal useCase, CancellationToken ct) =>
        Answers.Of(await gate.RunAsync(useCase, request, null, ct))).WithName(nameof(RevealPersonal)).Produces<Reply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
}
