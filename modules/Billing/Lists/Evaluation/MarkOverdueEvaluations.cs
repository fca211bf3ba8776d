using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Billing.Lists.Evaluation;

/// <summary>Which lists in force today are overdue and not yet marked.</summary>
internal sealed class OverdueLists(ListDesk desk, EvaluationClock clock)
{
    public async Task<IReadOnlyList<(PriceList List, DateOnly Due)>> FindAsync(CancellationToken ct)
    {
        var lists = await desk.Db.PriceLists.AsNoTracking().Where(l => (l.State == PriceListState.Published || l.State == PriceListState.Superseded) && l.From <= desk.Today && (l.Until == null || l.Until >= desk.Today)).ToListAsync(ct);
        var codes = lists.ConvertAll(l => l.Code);
        var done = await clock.DoneAsync(codes, ct);
        var marked = (await desk.Db.PriceEvaluations.AsNoTracking().Where(e => codes.Contains(e.List) && e.Kind == EvaluationKind.Overdue).Select(e => new { e.List, e.On }).ToListAsync(ct)).Select(e => (e.List, e.On)).ToHashSet();
        return [.. lists.Select(l => (List: l, Due: clock.Due(desk.DivisionOf(l.Institution), l.From, done.TryGetValue(l.Code, out var last) ? last : null)))
            .Where(l => l.Due < desk.Today && !marked.Contains((l.List.Code, l.Due!.Value))).Select(l => (l.List, l.Due!.Value))];
    }
}

/// <summary>标记到期未评估的清单: once for each due day, and supervision is told.</summary>
internal sealed class MarkOverdueEvaluations(ListDesk desk, OverdueLists overdue) : IUseCase<MarkOverdueEvaluations.Request, MarkOverdueEvaluations.Reply>
{
    public sealed record Request;

    public sealed record Reply(int Marked);

    public Permission Permission => BillingPermissions.EvaluateLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var found = (await overdue.FindAsync(ct)).Where(o => desk.Reaches(o.List.Institution)).ToList();
        foreach (var (list, due) in found)
        {
            desk.Db.Add(new PriceEvaluation
            {
                List = list.Code,
                Institution = list.Institution,
                Kind = EvaluationKind.Overdue,
                On = due,
                By = desk.By.Id,
                At = desk.Now,
            });
            desk.Context.Announce(new PriceListOverdueForEvaluation(list.Institution, list.Code, due));
        }
        return new Reply(found.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<MarkOverdueEvaluations, Request, Reply>("/price-lists/overdue");
}

internal sealed class EvaluationRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "billing.evaluation";

    public string Label => "标记到期未评估的收费清单";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        // looked first: a round with nothing to do leaves no audit row
        if ((await services.GetRequiredService<OverdueLists>().FindAsync(ct)).Count == 0) return;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<MarkOverdueEvaluations>(), new MarkOverdueEvaluations.Request(), ct: ct);
    });
}
