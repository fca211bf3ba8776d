using Anmin.Kernel.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Kernel.Http;

/// <summary>Routes of use cases: one line in the use case's own file.</summary>
public static class Mapping
{
    /// <summary>POST with a JSON body and an optional <c>Idempotency-Key</c> header.</summary>
    public static RouteHandlerBuilder MapCommand<TUseCase, TRequest, TReply>(this IEndpointRouteBuilder routes, string path)
        where TUseCase : class, IUseCase<TRequest, TReply>
        => routes.MapPost(path, async (TRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, Gate gate, TUseCase useCase, CancellationToken ct) =>
            Answers.Of(await gate.RunAsync(useCase, request, key, ct)))
            .WithName(typeof(TUseCase).Name).Produces<TReply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);

    /// <summary>GET with the request's properties in route and query.</summary>
    public static RouteHandlerBuilder MapQuestion<TUseCase, TRequest, TReply>(this IEndpointRouteBuilder routes, string path)
        where TUseCase : class, IUseCase<TRequest, TReply>
        => routes.MapGet(path, async ([AsParameters] TRequest request, Gate gate, TUseCase useCase, CancellationToken ct) =>
            Answers.Of(await gate.RunAsync(useCase, request, null, ct)))
            .WithName(typeof(TUseCase).Name).Produces<TReply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
}
