using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Reveals;

/// <summary>查看证件号码: one of the three groups of hidden facts, each with a right of its own. Takes no idempotency key: the answer must not be stored.</summary>
internal sealed class RevealIdNumber(Revealing revealing) : IUseCase<Revealing.Request, Revealing.Reply>
{
    public Permission Permission => FuneralPermissions.RevealIdNumber;

    public Task<Outcome<Revealing.Reply>> HandleAsync(Revealing.Request request, CancellationToken ct) => revealing.ShowAsync(request, Permission, ct);

    public static void Map(IEndpointRouteBuilder routes) => RevealRoutes.Map<RevealIdNumber>(routes, "/cases/reveal/id-number");
}

/// <summary>查看电话.</summary>
internal sealed class RevealPhone(Revealing revealing) : IUseCase<Revealing.Request, Revealing.Reply>
{
    public Permission Permission => FuneralPermissions.RevealPhone;

    public Task<Outcome<Revealing.Reply>> HandleAsync(Revealing.Request request, CancellationToken ct) => revealing.ShowAsync(request, Permission, ct);

    public static void Map(IEndpointRouteBuilder routes) => RevealRoutes.Map<RevealPhone>(routes, "/cases/reveal/phone");
}

/// <summary>查看地址.</summary>
internal sealed class RevealAddress(Revealing revealing) : IUseCase<Revealing.Request, Revealing.Reply>
{
    public Permission Permission => FuneralPermissions.RevealAddress;

    public Task<Outcome<Revealing.Reply>> HandleAsync(Revealing.Request request, CancellationToken ct) => revealing.ShowAsync(request, Permission, ct);

    public static void Map(IEndpointRouteBuilder routes) => RevealRoutes.Map<RevealAddress>(routes, "/cases/reveal/address");
}

internal static class RevealRoutes
{
    public static void Map<TReveal>(IEndpointRouteBuilder routes, string path) where TReveal : class, IUseCase<Revealing.Request, Revealing.Reply>
        => routes.MapPost(path, async (Revealing.Request request, Gate gate, TReveal reveal, CancellationToken ct) => Answers.Of(await gate.RunAsync(reveal, request, null, ct)))
            .WithName(typeof(TReveal).Name).Produces<Revealing.Reply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
}
