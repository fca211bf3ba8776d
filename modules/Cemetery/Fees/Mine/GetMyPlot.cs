using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Mine;

/// <summary>家属看自己的墓位: position, term, maintenance, what is owed and how it comes about, and the bill that is open.</summary>
internal sealed class GetMyPlot(MyPlotDesk mine) : IQuestion<GetMyPlot.Request, GetMyPlot.Reply>
{
    public sealed record Request([FromHeader(Name = "X-Plot-Pass")] string? Pass);

    /// <param name="OwedYears">Begun and not paid.</param>
    /// <param name="Bill">Open, or the last one paid today.</param>
    public sealed record Reply(
        string Number, string Institution, string? Phone, string Place, string Holder, string? User, DateOnly? TermFrom, DateOnly? TermUntil, DateOnly? CarePaidUntil, long CareFenPerYear, int OwedYears, long OwedFen,
        int MostYears, bool EndsSoon, bool Disputed, FeeBill? Asked, PayerBill? Bill, DateOnly Today);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await mine.OpenAsync(request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        var (right, fees) = (opened.Right, mine.Fees);
        var bill = await mine.BillAsync(right.Id, ct);
        var (years, owed) = FeeDesk.Arrears(right.CarePaidUntil, right.TermFrom, right.CareFenPerYear, fees.Desk.Today);
        var home = fees.Desk.Institution(right.Institution);
        if (!fees.Number("plot.fee.prepay.max", right.Division, out var most).Try(out _, out problem)) return problem;
        return new Reply(right.Number ?? "", home?.Name ?? "", home?.Phone, (await PlaceOf(opened.Position, ct)), right.HolderName?.Masked ?? "", right.UserName?.Masked, right.TermFrom, right.TermUntil, right.CarePaidUntil, right.CareFenPerYear, years, owed,
            most, right.TermUntil is { } end && fees.NoticeDays(right.Division) is [var longest, ..] && end <= fees.Desk.Today.AddDays(longest), right.DisputedSince is not null, bill, bill is null ? null : await mine.Bills.ShowAsync(bill.Id, bill.BillKind, ct), fees.Desk.Today);
    }

    private async Task<string> PlaceOf(Position position, CancellationToken ct) => (await Letters.PlaceNames.OfAsync(mine.Fees.Db, [position.Id], ct)).GetValueOrDefault(position.Id, "");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetMyPlot, Request, Reply>("/public/cemeteries/mine");
}

/// <summary>What a family's own use cases share: the contract their pass opens, and the bill that is open for it.</summary>
internal sealed class MyPlotDesk(FeeDesk fees, MyPlotPass passes, IPayerBills bills)
{
    private const string Why = "家属凭查询凭据办理自己的墓位";

    public FeeDesk Fees => fees;

    public IPayerBills Bills => bills;

    public async Task<Outcome<OpenedRight>> OpenAsync(string? pass, CancellationToken ct)
    {
        if (passes.RightOf(pass) is not { } id) return FeeProblems.PassOver;
        if (await fees.Db.AcrossScopes<PlotRight>(Why).Include(r => r.Terms).FirstOrDefaultAsync(r => r.Id == id && (r.State == RightState.Active || r.State == RightState.Paid), ct) is not { } right) return FeeProblems.PassOver;
        var position = await fees.Db.AcrossScopes<Position>(Why).FirstAsync(p => p.Id == right.PositionId, ct);
        fees.Desk.Context.About(right.Id, "家属办理墓位续费");
        return new OpenedRight(right, position);
    }

    /// <summary>Open, or the last that was paid.</summary>
    public Task<FeeBill?> BillAsync(Guid right, CancellationToken ct)
        => fees.Db.AcrossScopes<FeeBill>(Why).AsNoTracking().Where(b => b.RightId == right && b.State != FeeBillState.Dropped).OrderBy(b => b.State == FeeBillState.Drawn ? 0 : 1).ThenByDescending(b => b.DrawnAt).FirstOrDefaultAsync(ct);
}
