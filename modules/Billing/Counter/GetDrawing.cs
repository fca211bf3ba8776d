using Anmin.Billing.Bills;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Counter;

/// <summary>What a bill of this case can be drawn from: the list of the service day, what stands on the bill now, whom policies are for.</summary>
internal sealed class GetDrawing(BillDesk desk, PriceBook prices, Reliefs.Reliefs reliefs, IArrangements arrangements) : IQuestion<GetDrawing.Request, GetDrawing.Reply>
{
    public sealed record Request(Guid CaseId);

    /// <param name="Choices">Zones, layers or types with amounts of their own.</param>
    public sealed record Offer(string Code, string Name, ItemClass Class, PricingWay Way, string Unit, string Law, IReadOnlyList<string> Choices, bool ByKilometre, bool ByFloor, bool ByCost, bool MustOffer, BillLine? Now)
    {
        /// <summary>What the family chose and signed at the desk, while nothing is drawn yet.</summary>
        public ArrangedItem? Arranged { get; init; }
    }


    public sealed record Reply(CaseCard About, Guid? BillId, BillState? State, int Edition, DateOnly Day, string Document, IReadOnlyList<Offer> Offers, IReadOnlyList<string> Groups, IReadOnlyList<string> Chosen);

    public Permission Permission => BillingPermissions.DrawBill;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Cases.FindAsync(request.CaseId, ct) is not { } about) return BillProblems.NoCase;
        if (about.Institution is not { } home) return BillProblems.NoHome;
        desk.Context.About(about.Id);
        var bill = await desk.Db.Bills.AsNoTracking().FirstOrDefaultAsync(b => b.Subject == about.Id && b.Kind == Bill.OfCase, ct);
        var day = bill?.ServiceDay ?? desk.Today;
        if (!(await prices.InForceAsync(bill?.Institution ?? home, day, ct)).Try(out var list, out var problem)) return problem;
        BillEdition? now = null;
        if (bill is not null && !(await desk.EditionAsync(bill, ct)).Try(out now, out problem)) return problem;
        var arranged = bill is null && await arrangements.CurrentOfAsync(about.Id, ct) is { } signed ? signed.Items.ToDictionary(i => i.Code) : [];
        var order = await desk.Db.PriceListItems.AsNoTracking().Where(i => i.List == list.Code).ToDictionaryAsync(i => i.Code, i => i.Ordinal, ct);
        var policies = await reliefs.InForceAsync(about.Division, day, ct);
        return new Reply(about, bill?.Id, bill?.State, bill?.Edition ?? 0, day, list.Document,
            [.. list.Items.Values.OrderBy(i => i.Class).ThenBy(i => order.GetValueOrDefault(i.Code)).Select(i => Offered(i, now) with { Arranged = arranged.GetValueOrDefault(i.Code) })],
            [.. policies.Select(p => p.Group).Distinct()], now?.Groups.Split('、', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    private static Offer Offered(PriceItem i, BillEdition? now)
    {
        var (most, amounts) = (i.Most, i.Terms.Where(t => t.Kind == TermKind.Amount && t.Match is not null).ToList());
        var law = i.Way switch
        {
            PricingWay.Markup => $"进价加 {i.Terms.FirstOrDefault(t => t.Kind == TermKind.MarkupCap)?.Percent.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) ?? "0"}% 以内",
            PricingWay.Range => $"{BillWords.Yuan(i.Least)}–{BillWords.Yuan(most)} / {i.Unit}",
            _ when amounts.Count > 0 => string.Join("，", amounts.Select(a => $"{a.Match} {BillWords.Yuan(a.Fen)}")),
            PricingWay.GovSet => $"{BillWords.Yuan(most)} / {i.Unit}",
            _ => $"≤ {BillWords.Yuan(most)} / {i.Unit}",
        };
        return new(i.Code, i.Name, i.Class, i.Way, i.Unit, law, [.. amounts.Select(a => a.Match!)], i.Terms.Any(t => t.Kind == TermKind.Distance), i.Terms.Any(t => t.Kind == TermKind.Floor), i.Way == PricingWay.Markup, i.MustOffer,
            now?.Lines.Find(l => l.Kind == LineKind.Charge && l.Item == i.Code));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetDrawing, Request, Reply>("/bills/drawings/{caseId:guid}");
}
