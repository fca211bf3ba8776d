using Anmin.Cemetery.Fees.Letters;
using Anmin.Cemetery.Fees.Waivers;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Ledger;

/// <summary>看一份合同的维护管理费台账, with the balance after every line and what has come due since.</summary>
internal sealed class GetAccount(FeeDesk fees) : IQuestion<GetAccount.Request, GetAccount.Reply>
{
    public sealed record Request(Guid RightId);

    /// <param name="BalanceFen">After this line.</param>
    public sealed record Line(FeeKind Kind, DateOnly From, DateOnly Until, long Fen, long BalanceFen, Guid? BillId, string? Document, DateOnly On, string By);

    /// <param name="OwedYears">Begun and not paid, by the contract's amount.</param>
    public sealed record Reply(
        Guid RightId, string? Number, string Institution, string Place, string? Holder, string? Phone, RightState State, DateOnly? TermUntil, DateOnly? CarePaidUntil, long CareFenPerYear, IReadOnlyList<Line> Lines, long BalanceFen,
        int OwedYears, long OwedFen, FeeBill? Open, FeeBill? Stuck, IReadOnlyList<FeeWaiver> Waivers, IReadOnlyList<FeeLetter> Letters, IReadOnlyList<FeeNotice> Notices, DateOnly Today);

    public Permission Permission => CemeteryPermissions.ReadFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await fees.Desk.OpenAsync(request.RightId, ct)).Try(out var opened, out var problem)) return problem;
        var (right, db) = (opened.Right, fees.Db);
        var account = await fees.AccountAsync(right, ct);
        var running = 0L;
        List<Line> lines = [];
        foreach (var e in account.Rows)
        {
            running += FeeAccount.Signed(e);
            lines.Add(new(e.Kind, e.From, e.Until, e.Fen, running, e.BillId, e.Document, e.On, fees.Desk.StaffName(e.By) is { Length: > 0 } name ? name : "自动入账"));
        }
        var (years, owed) = right.State is RightState.Active or RightState.Paid ? FeeDesk.Arrears(right.CarePaidUntil, right.TermFrom, right.CareFenPerYear, fees.Desk.Today) : (0, 0L);
        var bills = await db.FeeBills.AsNoTracking().Where(b => b.RightId == right.Id && (b.State == FeeBillState.Drawn || b.State == FeeBillState.Stuck)).ToListAsync(ct);
        return new Reply(right.Id, right.Number, fees.Desk.Institution(right.Institution)?.Name ?? "", await fees.Desk.NameOfAsync(opened.Position, ct), right.HolderName?.Text, right.HolderPhone?.Masked, right.State, right.TermUntil, right.CarePaidUntil,
            right.CareFenPerYear, lines, running, years, owed, bills.Find(b => b.State == FeeBillState.Drawn), bills.Find(b => b.State == FeeBillState.Stuck),
            await db.FeeWaivers.AsNoTracking().Where(w => w.RightId == right.Id).OrderByDescending(w => w.AskedAt).ToListAsync(ct),
            await db.FeeLetters.AsNoTracking().Where(l => l.RightId == right.Id).OrderByDescending(l => l.IssuedOn).ToListAsync(ct),
            await db.FeeNotices.AsNoTracking().Where(n => n.RightId == right.Id).OrderByDescending(n => n.At).ToListAsync(ct), fees.Desk.Today);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetAccount, Request, Reply>("/cemetery/fees/accounts/{rightId:guid}");
}
