using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Fees.Mine;

internal enum MyWish
{
    /// <summary>交几年维护管理费.</summary>
    Care,

    /// <summary>续期, with the maintenance of the new term.</summary>
    Renewal,
}

/// <summary>家属在线出费用清单: years of maintenance, or a new term of years with its maintenance.</summary>
internal sealed class AskMyBill(MyPlotDesk mine) : IUseCase<AskMyBill.Request, AskMyBill.Reply>
{
    public sealed record Request([FromHeader(Name = "X-Plot-Pass")] string? Pass, MyWish Wish, string? Years);

    public sealed record Reply(string Number, DateOnly Until, long Fen);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (FeeDesk.ReadYears(request.Years) is not { } years) return FeeProblems.Years;
        if (!(await mine.OpenAsync(request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        DateOnly? term = null;
        if (request.Wish == MyWish.Renewal)
        {
            if (!Renewal.Of(mine.Fees, opened.Right, years).Try(out var plan, out problem)) return problem;
            (term, years) = (plan.Until, plan.CareYears);
        }
        if (!(await mine.Fees.DrawAsync(opened, years, term, ct)).Try(out var made, out problem)) return problem;
        return new Reply(made.Drawn.Number, term ?? made.Bill.Until, made.Bill.Fen);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskMyBill, Request, Reply>("/public/cemeteries/mine/bill");
}

/// <summary>What a renewal by so many years comes to; the entity renews when the money is there.</summary>
internal static class Renewal
{
    /// <param name="CareYears">Years of maintenance that take it from what is paid to the end of the new term.</param>
    public sealed record Plan(DateOnly Until, int CareYears);

    public static Outcome<Plan> Of(FeeDesk fees, PlotRight right, int years)
    {
        if (right.State != RightState.Active) return CemeteryProblems.NotActive;
        if (right.TermUntil is not { } last) return CemeteryProblems.NoTerm;
        if (!fees.Number("plot.term.max", right.Division, out var most).Try(out var rule, out var problem)) return problem;
        if (years > most) return FeeProblems.TermTooLong(most, rule.Source);
        var until = last.AddDays(1).AddYears(years).AddDays(-1);
        return new Plan(until, right.CareFenPerYear == 0 ? 0 : FeeAccount.YearsTo(FeeDesk.OpenFrom(right) ?? last.AddDays(1), until));
    }
}

/// <summary>家属在自己的手机上核对并签名: drawn, or, where nothing can be drawn, by typing the payer's name.</summary>
internal sealed class SignMyPlotBill(MyPlotDesk mine) : IUseCase<SignMyPlotBill.Request, Done>
{
    /// <param name="Image">PNG as a data URL.</param>
    /// <param name="Typed">The payer's name, where no image comes.</param>
    public sealed record Request([FromHeader(Name = "X-Plot-Pass")] string? Pass, string Hash, string? Image, string? Typed = null);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await mine.OpenAsync(request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        if (await mine.BillAsync(opened.Right.Id, ct) is not { State: FeeBillState.Drawn } bill) return FeeProblems.NoBill;
        if (string.IsNullOrWhiteSpace(request.Image) && string.IsNullOrWhiteSpace(request.Typed)) return FeeProblems.NotSigned;
        return await mine.Bills.SignAsync(bill.Id, bill.BillKind, request.Hash ?? "", request.Image, request.Typed, ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignMyPlotBill, Request, Done>("/public/cemeteries/mine/bill/sign");
}

/// <summary>家属取收款码付款.</summary>
internal sealed class OpenMyPlotScan(MyPlotDesk mine) : IUseCase<OpenMyPlotScan.Request, PaymentCode>
{
    public sealed record Request([FromHeader(Name = "X-Plot-Pass")] string? Pass);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<PaymentCode>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await mine.OpenAsync(request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        if (await mine.BillAsync(opened.Right.Id, ct) is not { State: FeeBillState.Drawn } bill) return FeeProblems.NoBill;
        return await mine.Bills.OpenScanAsync(bill.Id, bill.BillKind, ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenMyPlotScan, Request, PaymentCode>("/public/cemeteries/mine/bill/scan");
}
