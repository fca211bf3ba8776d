using Anmin.Billing.Lists;
using Anmin.Billing.Reliefs;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Bills;

/// <summary>
/// 报价 and 变更清单: prices what is asked for by the list in force on the service day, as a new edition. A line that the law refuses
/// (off the list, above its ceiling) leaves the bill as it was; that it was tried is committed and announced, so the refusal is part of the reply.
/// </summary>
internal sealed class DrawBill(BillDesk desk, Reading reading, PriceBook prices, Reliefs.Reliefs reliefs) : IUseCase<DrawBill.Request, DrawBill.Reply>
{
    /// <param name="ServiceDay">Of the first edition; today where empty. Later editions keep it.</param>
    /// <param name="Groups">Whom the person who died belongs to, as the policies call it.</param>
    /// <param name="Reason">Needed to change a signed edition.</param>
    public sealed record Request(Guid CaseId, IReadOnlyList<LineWish> Lines, string? ServiceDay = null, IReadOnlyList<string>? Groups = null, string? Reason = null);

    /// <param name="BillId">Null where everything was refused and there is no bill yet.</param>
    /// <param name="Refused">What was refused by law; where there is one, no edition was made.</param>
    public sealed record Reply(Guid? BillId, string? Number, int Edition, long DueFen, IReadOnlyList<Refusal> Refused)
    {
        public Problem? Problem => Refused.Count == 0 ? null : Problem.Many([.. Refused.Select(r => new Problem(r.Code, r.Message, ProblemKind.Refused, "Lines"))]);
    }

    public sealed record Refusal(string Item, string Code, string Message);

    public Permission Permission => BillingPermissions.DrawBill;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "变更原因", 200, required: false);
        var asked = reading.Day(request.ServiceDay, nameof(request.ServiceDay), "服务日期", required: false);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Cases.FindAsync(request.CaseId, ct) is not { } about) return BillProblems.NoCase;
        if (about.Institution is not { } home) return BillProblems.NoHome;
        desk.Context.About(about.Id);
        var bill = await desk.Db.Bills.FirstOrDefaultAsync(b => b.Subject == about.Id && b.Kind == Bill.OfCase, ct);
        var day = bill?.ServiceDay ?? asked ?? desk.Today;
        if (!(await prices.InForceAsync(bill?.Institution ?? home, day, ct)).Try(out var list, out var problem)) return problem;
        if (!BillPricing.Of(list, request.Lines ?? [], about).Try(out var priced, out problem)) return problem;
        if (priced.Tried.Count > 0)
        {
            foreach (var attempt in priced.Tried) Keep(attempt, about, home);
            return new Reply(bill?.Id, bill?.Number, bill?.Edition ?? 0, bill?.DueFen ?? 0, [.. priced.Tried.Select(t => new Refusal(t.Name ?? t.Item, t.Problem.Code, t.Problem.Message))]);
        }
        if (bill is null)
        {
            if (!(await desk.NumberAsync("bill", home, ct)).Try(out var number, out problem)) return problem;
            bill = Bill.Draw(new(number, about.Id, about.Number, about.Division, home, day), desk.By, desk.Now);
            desk.Db.Add(bill);
        }
        var groups = (request.Groups ?? []).Where(g => !string.IsNullOrWhiteSpace(g)).Distinct().Take(20).ToList();
        var lines = priced.Lines.Concat(Reliefs.Reliefs.Of(await reliefs.InForceAsync(bill.Division, day, ct), priced.Lines, groups)).ToList();
        var (signed, before) = (bill.State == BillState.Signed ? bill.Edition : 0, bill.DueFen);
        if (!bill.Revise(lines, groups, reason, desk.By, desk.Now).Try(out var edition, out problem)) return problem;
        desk.Db.Add(edition);
        if (signed > 0) desk.Context.Announce(new BillChangedAfterSignature(bill.Id, bill.Subject, home, signed, edition.Number, before, edition.DueFen, desk.By.Id, desk.Now));
        return new Reply(bill.Id, bill.Number, edition.Number, edition.DueFen, []);
    }

    private void Keep(BillPricing.Try attempt, CaseCard about, string home)
    {
        var kept = new ChargeAttempt
        {
            Kind = attempt.Kind,
            Subject = about.Id,
            Division = about.Division,
            Institution = home,
            Item = attempt.Item,
            Name = attempt.Name,
            AskedFen = attempt.AskedFen,
            CeilingFen = attempt.CeilingFen,
            By = desk.By.Id,
            At = desk.Now,
        };
        desk.Db.Add(kept);
        desk.Context.Announce(attempt.Kind == AttemptKind.OffList
            ? new OffListChargeAttempted(kept.Id, about.Id, home, attempt.Item, desk.By.Id, desk.Now)
            : new CeilingExceededAttempted(kept.Id, about.Id, home, attempt.Item, attempt.AskedFen ?? 0, attempt.CeilingFen, desk.By.Id, desk.Now));
    }

    /// <summary>Answers 422 where the law refused a line, though the attempt itself was kept.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/bills", async (Request request, [FromHeader(Name = "Idempotency-Key")] string? key, Gate gate, DrawBill useCase, CancellationToken ct) =>
        await gate.RunAsync(useCase, request, key, ct) is var outcome && outcome.Value?.Problem is { } refused ? Answers.Of(refused) : Answers.Of(outcome))
        .WithName(nameof(DrawBill)).Produces<Reply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
}
