using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Ledger;

/// <summary>Money for maintenance, a renewal or a contract has come: the account gets its lines, and maintenance or term go further.</summary>
internal sealed class WhenFeeBillPaid(AnminDb db, Reference reference) : IReaction<BillPaid>
{
    public async Task HandleAsync(BillPaid fact, CancellationToken ct)
    {
        var on = LocalClock.DateOf(fact.At, reference.Now.Zone);
        if (await db.FeeBills.FirstOrDefaultAsync(b => b.Id == fact.Subject, ct) is { } bill) await TakeAsync(bill, fact, on, ct);
        else if (await db.PlotRights.AsNoTracking().FirstOrDefaultAsync(r => r.Id == fact.Subject || r.BillId == fact.BillId, ct) is { } right) await ContractAsync(right, fact, on, ct);
    }

    private async Task TakeAsync(FeeBill bill, BillPaid fact, DateOnly on, CancellationToken ct)
    {
        if (bill.State is FeeBillState.Paid or FeeBillState.Stuck) return;
        var right = await db.PlotRights.Include(r => r.Terms).FirstAsync(r => r.Id == bill.RightId, ct);
        var account = await FeeLines.AccountAsync(db, right, ct);
        if (Further(right, bill, account, fact, on).Problem is { } problem)
        {
            // the right went on otherwise in between: nothing of it is changed, the money waits to be given back
            bill.Stick(problem.Message, fact.At);
            return;
        }
        bill.Pay(fact.At);
        foreach (var entry in account.Added) db.Add(entry);
    }

    private static Outcome<Done> Further(PlotRight right, FeeBill bill, FeeAccount account, BillPaid fact, DateOnly on)
    {
        if (FeeDesk.OpenFrom(right) != bill.From) return CemeteryProblems.CarePaidAlready;
        if (bill.Years > 0 && !account.Settle(bill.From, bill.Years, bill.CareFen, fact.BillId, bill.BillNumber, on, Actor.System.Id).Try(out _, out var problem)) return problem;
        return bill.TermUntil is { } term
            ? right.Renew(term, bill.Years > 0 ? bill.Until : null, bill.Fen, Actor.System, on, fact.At).Try(out _, out problem) ? Done.It : problem
            : right.PayCare(bill.Until, fact.At);
    }

    private async Task ContractAsync(PlotRight right, BillPaid fact, DateOnly on, CancellationToken ct)
    {
        var account = await FeeLines.AccountAsync(db, right, ct);
        FeeLines.CatchUp(right, account, fact.BillId, null, on);
        foreach (var entry in account.Added) db.Add(entry);
    }
}

/// <summary>A term was added elsewhere (续期 at the counter): maintenance that came with it gets its lines.</summary>
internal sealed class WhenRightRenewed(AnminDb db, Reference reference, TimeProvider clock) : IReaction<Contracts.Cemetery.PlotRightRenewed>
{
    public async Task HandleAsync(Contracts.Cemetery.PlotRightRenewed fact, CancellationToken ct)
    {
        if (await db.PlotRights.AsNoTracking().FirstOrDefaultAsync(r => r.Id == fact.RightId, ct) is not { } right) return;
        var account = await FeeLines.AccountAsync(db, right, ct);
        FeeLines.CatchUp(right, account, right.BillId ?? Guid.Empty, null, LocalClock.DateOf(clock.GetUtcNow(), reference.Now.Zone));
        foreach (var entry in account.Added) db.Add(entry);
    }
}

/// <summary>Money was given back at the counter: the account owes it again until it is paid or the right ends.</summary>
internal sealed class WhenBillRefunded(AnminDb db, Reference reference) : IReaction<BillRefunded>
{
    public async Task HandleAsync(BillRefunded fact, CancellationToken ct)
    {
        if (await db.FeeEntries.AsNoTracking().Where(e => e.BillId == fact.BillId && e.Kind == FeeKind.Payment).OrderBy(e => e.From).FirstOrDefaultAsync(ct) is not { } paid) return;
        var right = await db.PlotRights.AsNoTracking().FirstAsync(r => r.Id == paid.RightId, ct);
        var account = await FeeLines.AccountAsync(db, right, ct);
        // a bill may hold more than maintenance: no more comes back here than went in
        var ofBill = account.Rows.Where(r => r.BillId == fact.BillId && r.Kind is FeeKind.Payment or FeeKind.Refund).Sum(r => r.Kind == FeeKind.Payment ? r.Fen : -r.Fen);
        var fen = Math.Min(fact.Fen, ofBill);
        if (fen <= 0 || !account.GiveBack(paid.From, paid.Until, fen, fact.BillId, fact.Receipt, LocalClock.DateOf(fact.At, reference.Now.Zone), Actor.System.Id).Try(out _, out _)) return;
        foreach (var entry in account.Added) db.Add(entry);
    }
}

internal static class FeeLines
{
    public static async Task<FeeAccount> AccountAsync(AnminDb db, PlotRight right, CancellationToken ct)
        => new(right.Id, right.Institution!, await db.FeeEntries.AsNoTracking().Where(e => e.RightId == right.Id).ToListAsync(ct));

    /// <summary>Lines for years that the contract says are paid and the account does not know yet.</summary>
    public static void CatchUp(PlotRight right, FeeAccount account, Guid bill, string? document, DateOnly on)
    {
        if ((account.ChargedUntil?.AddDays(1) ?? right.TermFrom) is not { } from || right.CarePaidUntil is not { } until || until < from || right.CareFenPerYear == 0) return;
        var years = FeeAccount.YearsTo(from, until);
        account.Settle(from, years, years * right.CareFenPerYear, bill, document, on, Actor.System.Id);
    }
}
