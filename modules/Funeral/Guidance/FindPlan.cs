using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Guidance;

/// <summary>办理清单: four answers give the numbered steps and the prices of the day. Nothing is stored.</summary>
internal sealed class FindPlan(GuidanceBook book, CaseFile file) : IQuestion<FindPlan.Request, FindPlan.Reply>
{
    public sealed record Request(string? Place, string? Evidence, string? Hukou, string? Disposition);

    public sealed record Reply(IReadOnlyList<Step> Steps, IReadOnlyList<PublishedPrice> Prices);

    public sealed record Step(int Number, string When, string Title, string Who, string Bring, string Cost, string Note, string Result, string Action, string Phone)
    {
        /// <summary>What it waits for, when it cannot begin yet.</summary>
        public bool Waits => Note.StartsWith("还不能开始", StringComparison.Ordinal);
    }

    public Permission Permission => Permission.Anyone;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (PlanAnswers.Read(request.Place, request.Evidence, request.Hukou, request.Disposition) is not { } answers) return Task.FromResult<Outcome<Reply>>(Unanswered(request));
        var steps = book.Plan(answers).OrderBy(s => Array.IndexOf(Whens, s.When)).ThenBy(s => s.Order)
            .Select((s, i) => new Step(i + 1, s.When, s.Title, s.Who, s.Bring, s.Cost, s.CostNote, s.Result, s.Action, s.Phone)).ToList();
        if (steps.Count == 0) return Task.FromResult<Outcome<Reply>>(FuneralProblems.PlanMissing);
        return Task.FromResult<Outcome<Reply>>(new Reply(steps, Prices(book, file.Today)));
    }

    public static IReadOnlyList<PublishedPrice> Prices(GuidanceBook book, DateOnly on) => [.. book.Prices(on).Select(p => new PublishedPrice(p.Item, p.Unit, p.PriceFen, p.Kind, p.Relief, p.Basis, p.EffectiveFrom))];

    private static readonly string[] Whens = ["now", "daytime", "after"];

    private static Problem Unanswered(Request request)
    {
        var missing = new List<Problem>();
        if (!Array.Exists(PlanAnswers.Places, p => p.Value == request.Place)) missing.Add(new("funeral.plan.place", "请选择在哪里去世。", ProblemKind.Invalid, "Place"));
        if (request.Evidence is not ("yes" or "no")) missing.Add(new("funeral.plan.evidence", "请选择有没有死亡证明。", ProblemKind.Invalid, "Evidence"));
        if (request.Hukou is not ("local" or "elsewhere")) missing.Add(new("funeral.plan.hukou", "请选择户籍在哪里。", ProblemKind.Invalid, "Hukou"));
        if (request.Disposition is not ("cremation" or "burial")) missing.Add(new("funeral.plan.disposition", "请选择丧葬方式。", ProblemKind.Invalid, "Disposition"));
        return Problem.Many(missing);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPlan, Request, Reply>("/public/plan");
}

/// <summary>A basic item's price as the public reads it.</summary>
/// <param name="Fen">In 分, for one <paramref name="Unit"/>.</param>
/// <param name="Basis">The approving document.</param>
public sealed record PublishedPrice(string Item, string Unit, long Fen, string Kind, string Relief, string Basis, DateOnly From);
