using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Evaluation;

/// <summary>登记评估: the price authority looked at the list in force, and its clock begins anew.</summary>
internal sealed class RecordEvaluation(ListDesk desk, Reading reading) : IUseCase<RecordEvaluation.Request, Done>
{
    public sealed record Request(string List, string? On, string? Conclusion);

    public Permission Permission => BillingPermissions.EvaluateLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        var on = reading.Day(request.On, nameof(request.On), "评估日期");
        var conclusion = reading.Text(request.Conclusion, nameof(request.Conclusion), "评估结论", 500);
        if (on < list.From || on > desk.Today) reading.Refuse(ListProblems.EvaluationTooEarly);
        if (reading.Problem is { } bad) return bad;
        if (!list.WasPublished) return ListProblems.NotPublished;
        if (await desk.Db.PriceEvaluations.AnyAsync(e => e.List == list.Code && e.Kind == EvaluationKind.Done && e.On == on, ct)) return ListProblems.EvaluatedAlready;
        desk.Db.Add(new PriceEvaluation
        {
            List = list.Code,
            Institution = list.Institution,
            Kind = EvaluationKind.Done,
            On = on!.Value,
            By = desk.By.Id,
            At = desk.Now,
            Conclusion = conclusion!,
        });
        desk.Context.About(list.Id);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordEvaluation, Request, Done>("/price-lists/evaluate");
}
