using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Bills;

/// <summary>费用清单签名 at the home's desk: the 经办人 signs the very edition that was shown.</summary>
internal sealed class SignBill(BillDesk desk) : IUseCase<SignBill.Request, SignBill.Reply>
{
    /// <param name="Hash">Of the edition that was shown.</param>
    /// <param name="Handler">Which 经办人; the first where null.</param>
    /// <param name="Image">PNG as a data URL; empty for paper.</param>
    public sealed record Request(Guid BillId, string Hash, Guid? Handler, SigningWay Way, string? Image);

    public sealed record Reply(Guid SignatureId, int Edition);

    public Permission Permission => BillingPermissions.SignBill;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Way == SigningWay.Typed) return BillProblems.NotPng;
        if (!(await desk.OpenAsync(request.BillId, ct)).Try(out var bill, out var problem)) return problem;
        if (await desk.HeadAsync(bill, ct) is not { } about) return BillProblems.NoCase;
        return await SigningDesk.SignAsync(desk, bill, about, request.Hash, request.Handler, request.Way, request.Image, ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignBill, Request, Reply>("/bills/sign");
}

/// <summary>家属在自己的手机上核对并签名.</summary>
internal sealed class SignMyBill(BillDesk desk) : IUseCase<SignMyBill.Request, SignBill.Reply>
{
    public sealed record Request([FromHeader(Name = "X-Family-Pass")] string? Pass, string Hash, string? Image);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<SignBill.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Families.OpenAsync(request.Pass, acts: true, ct) is not { } about) return BillProblems.PassOver;
        if (await desk.Db.AcrossScopes<Bill>("家属凭查询凭据签费用清单").FirstOrDefaultAsync(b => b.Subject == about.Id && b.Kind == Bill.OfCase, ct) is not { } bill) return BillProblems.NoBill;
        desk.Context.About(about.Id);
        return await SigningDesk.SignAsync(desk, bill, about, request.Hash, null, SigningWay.Pad, request.Image, ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignMyBill, Request, SignBill.Reply>("/public/case/bill/sign");
}

/// <summary>What both ways of signing have in common.</summary>
internal static class SigningDesk
{
    public static async Task<Outcome<SignBill.Reply>> SignAsync(BillDesk desk, Bill bill, Contracts.Funeral.CaseCard about, string hash, Guid? by, SigningWay way, string? image, CancellationToken ct)
    {
        if (about.Handlers.Count == 0) return BillProblems.NoHandler;
        var handler = by is null ? about.Handlers[0] : about.Handlers.FirstOrDefault(h => h.Id == by);
        if (handler is null) return BillProblems.NoHandler;
        if (!BillSignature.Read(way, image).Try(out var png, out var problem)) return problem;
        if (!(await desk.EditionAsync(bill, ct)).Try(out var edition, out problem)) return problem;
        var signature = BillSignature.Sign(edition, handler.Id, handler.Name, png, desk.By, desk.Now, way);
        if (!bill.Sign(edition, hash, signature.Id, desk.Now).Try(out _, out problem)) return problem;
        desk.Db.Add(signature);
        return new SignBill.Reply(signature.Id, edition.Number);
    }
}
