using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Renewals;

/// <summary>续期 at the counter.</summary>
internal sealed class RenewRight(CemeteryDesk desk, Renewing renewing) : IUseCase<RenewRight.Request, RenewRight.Reply>
{
    public sealed record Request(Guid RightId, string? Years);

    /// <param name="Until">Last day of the new term: once <paramref name="Bill"/> is paid, where there is one.</param>
    public sealed record Reply(DateOnly Until, string? Bill, Guid? BillId, long DueFen);

    public Permission Permission => CemeteryPermissions.RenewRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!Renewing.Read(request.Years).Try(out var years, out var problem)) return problem;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out problem)) return problem;
        // an old register may know nobody: a right that has ended says so first
        if (opened.Right.HolderName is null) return opened.Right.Holds ? CemeteryProblems.NotActive : CemeteryProblems.RightEnded;
        if (!(await renewing.RenewAsync(opened, years, ct)).Try(out var renewed, out problem)) return problem;
        return new Reply(renewed.Until, renewed.Bill?.Number, renewed.Bill?.BillId, renewed.Bill?.DueFen ?? 0);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RenewRight, Request, Reply>("/cemetery/rights/renew");
}

/// <summary>What a renewal would cost, before anybody agrees to it.</summary>
internal sealed class QuoteRenewal(CemeteryDesk desk, Renewing renewing) : IQuestion<QuoteRenewal.Request, QuoteRenewal.Reply>
{
    public sealed record Request(Guid RightId, string? Years = null);

    public sealed record Reply(DateOnly From, DateOnly Until, DateOnly? CareUntil, long Fen, IReadOnlyList<PricedItem> Lines, IReadOnlyList<Standards.Verdict> Verdicts);

    public Permission Permission => CemeteryPermissions.RenewRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!Renewing.Read(request.Years).Try(out var years, out var problem)) return problem;
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out problem)) return problem;
        if (!(await renewing.OfferAsync(opened.Right, opened.Position, years, ct)).Try(out var offer, out problem)) return problem;
        return new Reply(offer.From, offer.Until, offer.CareUntil, offer.Fen, offer.Lines, offer.Verdicts);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<QuoteRenewal, Request, Reply>("/cemetery/rights/renewal-quote");
}
