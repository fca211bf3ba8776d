using Anmin.Cemetery.Standards;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Signing;

/// <summary>签合同: against a certificate or an approved exception, within every limit of the place, at the published price; draws the bill.</summary>
internal sealed class SignContract(CemeteryDesk desk, Signing signing, IBills bills) : IUseCase<SignContract.Request, SignContract.Reply>
{
    public const string BillKind = "cemetery.right";

    public sealed record Request(Guid RightId, ContractDraft Draft);

    /// <param name="Bill">Null where nothing is to be paid.</param>
    /// <param name="Warnings">What may be done and should be looked at.</param>
    public sealed record Reply(Guid RightId, string Number, string? Bill, Guid? BillId, long DueFen, DateTimeOffset PayBy, IReadOnlyList<string> Warnings);

    public Permission Permission => CemeteryPermissions.SignRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        var (right, position) = (opened.Right, opened.Position);
        if (right.State != RightState.Held) return right.Holds ? CemeteryProblems.AlreadySigned : right.State == RightState.Lapsed ? CemeteryProblems.HoldLapsed : CemeteryProblems.RightEnded;
        if (right.HasLapsed(desk.Now)) return CemeteryProblems.HoldLapsed;
        if (!(await signing.PrepareAsync(opened, request.Draft, whole: true, ct)).Try(out var ready, out problem)) return problem;
        if (Verdict.ProblemOf(ready.Verdicts) is { } unlawful) return unlawful;
        if (!desk.Rules.Due("plot.pay.within", right.Division, desk.Now).Try(out var payBy, out problem)) return problem;
        if (!(await desk.NumberAsync("plot-contract", right.Institution!, ct)).Try(out var number, out problem)) return problem;
        var terms = new ContractTerms(number, ready.HolderName!, ready.HolderId, ready.HolderPhone, ready.Relation!, request.Draft.Basis, ready.BasisNumber, ready.CaseId, ready.UserName, ready.UserId,
            ready.Approval?.DecidedBy, ready.From, ready.Until, ready.CareUntil, ready.UseFen, ready.CareFenPerYear, ready.List, payBy);
        if (!right.Sign(terms, ready.Fen, desk.By, desk.Today, desk.Now).Try(out _, out problem)) return problem;
        if (request.Draft.EvidenceNote is { Length: > 0 } && ready.CaseId is null) right.NoteEvidence(request.Draft.EvidenceNote.Trim());
        if (ready.Approval is not null && !ready.Approval.Use(desk.Now).Try(out _, out problem)) return problem;
        foreach (var warned in ready.Verdicts.Where(v => v.Grade == VerdictGrade.Warned)) right.Tell("right.warned", new { warned.Rule, warned.Actual });

        BillDrawn? bill = null;
        if (ready.Fen > 0)
        {
            var wish = new BillWish(right.Id, BillKind, number, right.Institution!, right.Division, desk.Today, ready.HolderName!, ready.HolderPhone, ready.Asked);
            if (!(await bills.DrawAsync(wish, ct)).Try(out bill, out problem)) return problem;
            if (!right.Bill(bill.BillId).Try(out _, out problem)) return problem;
        }
        else if (!right.Pay(desk.Now).Try(out _, out problem)) return problem;
        position.Follow(right.State, 0);
        desk.Context.Announce(new PlotRightSigned(right.Id, right.CaseId, right.Institution!, position.Code, right.Basis!.Value.ToString(), desk.Today));
        return new Reply(right.Id, number, bill?.Number, bill?.BillId, bill?.DueFen ?? 0, payBy, [.. ready.Verdicts.Where(v => v.Grade == VerdictGrade.Warned).Select(v => v.Sentence)]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignContract, Request, Reply>("/cemetery/rights/sign");
}

/// <summary>What signing would cost and whether it would be lawful, before anybody signs. Takes half a form.</summary>
internal sealed class QuoteContract(CemeteryDesk desk, Signing signing) : IQuestion<QuoteContract.Request, QuoteContract.Reply>
{
    public sealed record Request(Guid RightId, ContractDraft Draft);

    /// <param name="Fen">分, all lines together.</param>
    public sealed record Reply(long Fen, IReadOnlyList<PricedItem> Lines, DateOnly From, DateOnly? Until, DateOnly? CareUntil, IReadOnlyList<Verdict> Verdicts);

    public Permission Permission => CemeteryPermissions.SignRight;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await signing.PrepareAsync(opened, request.Draft, whole: false, ct)).Try(out var ready, out problem)) return problem;
        return new Reply(ready.Fen, ready.Priced, ready.From, ready.Until, ready.CareUntil, ready.Verdicts);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<QuoteContract, Request, Reply>("/cemetery/rights/quote");
}
