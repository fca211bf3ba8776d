using Anmin.Billing.Lists.Evaluation;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists.Showing;

/// <summary>Lists of the institutions within reach, the newest first.</summary>
internal sealed class FindPriceLists(ListDesk desk, EvaluationClock clock) : IQuestion<FindPriceLists.Request, FindPriceLists.Reply>
{
    public const int Most = 200;

    /// <param name="Show"><c>open</c> 编制中, <c>overdue</c> 到期未评估, <c>past</c> 以前的; else in force and to come.</param>
    public sealed record Request(string? Show = null, string? Institution = null);

    /// <param name="Without">Names of institutions within reach that have no list in force today.</param>
    public sealed record Reply(DateOnly Today, IReadOnlyList<Row> Rows, int Now, int Open, int Overdue, int Past, IReadOnlyList<string> Without);

    /// <param name="EvaluateBy">Last day on which the evaluation is in time; null where it is not in force or no rule asks.</param>
    public sealed record Row(string Code, string Institution, string InstitutionName, string Title, string Document, DateOnly From, DateOnly? Until, PriceListState State, bool InForce, DateOnly? EvaluateBy, bool Overdue, int Items);

    public Permission Permission => BillingPermissions.ReadLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var within = desk.Within.Where(i => string.IsNullOrEmpty(request.Institution) || i.Id == request.Institution).ToDictionary(i => i.Id, StringComparer.Ordinal);
        var ids = within.Keys.ToList();
        var lists = await desk.Db.PriceLists.AsNoTracking().Where(l => ids.Contains(l.Institution)).OrderByDescending(l => l.From).ThenBy(l => l.Institution).ThenByDescending(l => l.Id).Take(Most).ToListAsync(ct);
        var codes = lists.ConvertAll(l => l.Code);
        var items = (await desk.Db.PriceListItems.AsNoTracking().Where(i => codes.Contains(i.List)).GroupBy(i => i.List).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).ToDictionary(g => g.Key, g => g.Count, StringComparer.Ordinal);
        var done = await clock.DoneAsync(codes, ct);
        var rows = lists.ConvertAll(l => RowOf(l, within[l.Institution].Name, items.GetValueOrDefault(l.Code), done.TryGetValue(l.Code, out var last) ? last : null));
        var shown = rows.Where(r => request.Show switch
        {
            "open" => Open(r),
            "overdue" => r.Overdue,
            "past" => Past(r),
            _ => Current(r),
        });
        var without = within.Values.Where(i => !rows.Exists(r => r.Institution == i.Id && r.InForce)).Select(i => i.Name).ToList();
        return new Reply(desk.Today, [.. shown], rows.Count(Current), rows.Count(Open), rows.Count(r => r.Overdue), rows.Count(Past), without);
    }

    private Row RowOf(PriceList l, string name, int items, DateOnly? evaluated)
    {
        var inForce = l.InForceOn(desk.Today);
        var due = inForce ? clock.Due(desk.DivisionOf(l.Institution), l.From, evaluated) : null;
        return new(l.Code, l.Institution, name, l.Title, l.Document, l.From, l.Until, l.State, inForce, due, due < desk.Today, items);
    }

    private static bool Open(Row r) => r.State is PriceListState.Draft or PriceListState.Checked or PriceListState.Filed;

    private bool Current(Row r) => r.State is PriceListState.Published or PriceListState.Superseded && !(r.Until < desk.Today);

    private bool Past(Row r) => !Open(r) && !Current(r);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPriceLists, Request, Reply>("/price-lists");
}
