using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees;

/// <summary>What fees have on their desk: accounts, what a year costs, how far may be paid ahead, and bills at the counter.</summary>
internal sealed class FeeDesk(CemeteryDesk desk, IBills bills, LayerChoices layers)
{
    /// <summary>Far beyond what a family owes; keeps arithmetic of dates in bounds.</summary>
    public const int MostYears = 100;

    public CemeteryDesk Desk => desk;

    public AnminDb Db => desk.Db;

    public static int? ReadYears(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is > 0 and <= MostYears ? years : null;

    public async Task<FeeAccount> AccountAsync(PlotRight right, CancellationToken ct)
        => new(right.Id, right.Institution!, await desk.Db.FeeEntries.AsNoTracking().Where(e => e.RightId == right.Id).ToListAsync(ct));

    public void Keep(FeeAccount account)
    {
        foreach (var entry in account.Added) desk.Db.Add(entry);
    }

    /// <summary>The first day maintenance is not paid for.</summary>
    public static DateOnly? OpenFrom(PlotRight right) => right.CarePaidUntil?.AddDays(1) ?? right.TermFrom;

    /// <summary>Years of maintenance that have begun unpaid, and what they cost by the contract.</summary>
    public static (int Years, long Fen) Arrears(DateOnly? paidUntil, DateOnly? termFrom, long yearFen, DateOnly today)
    {
        if ((paidUntil?.AddDays(1) ?? termFrom) is not { } from || from > today || yearFen == 0) return (0, 0);
        var years = FeeAccount.YearsTo(from, today);
        return (years, years * yearFen);
    }

    public Outcome<Rule> Number(string key, string division, out int value)
    {
        value = 0;
        if (!desk.Rules.Find(key, division, desk.Today).Try(out var rule, out var problem)) return problem;
        return int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value) ? rule : new Problem("cemetery.rule.number", $"规则“{key}”的值不是数字。请管理员核对城市包的规则表。");
    }

    /// <summary>Days before the end on which a family is told, the longest first; none where no rule says.</summary>
    public IReadOnlyList<int> NoticeDays(string division) => desk.Rules.Find("term.notice.days", division, desk.Today).Try(out var rule, out _)
        ? [.. rule.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1).Where(d => d >= 0).Distinct().OrderDescending()] : [];

    /// <summary>Maintenance further than the rule allows ahead is refused with the law.</summary>
    public Outcome<Done> MayPrepay(PlotRight right, DateOnly until)
    {
        if (!Number("plot.fee.prepay.max", right.Division, out var most).Try(out var rule, out var problem)) return problem;
        // a renewal within the days of its own notice is not too early: its years count from the end that is near
        var latest = desk.Today.AddYears(most).AddDays(NoticeDays(right.Division) is [var longest, ..] ? longest : 0);
        return until > latest ? FeeProblems.PrepaidTooFar(most, latest, rule.Source) : Done.It;
    }

    /// <summary>费用清单 for further years of maintenance, or for a new term with them. An open one takes the new wish; one that money is coming for stays.</summary>
    /// <param name="term">New last day of the term; null for maintenance alone.</param>
    public async Task<Outcome<(FeeBill Bill, BillDrawn Drawn)>> DrawAsync(OpenedRight opened, int years, DateOnly? term, CancellationToken ct)
    {
        var (right, position) = opened;
        if (right.State is not (RightState.Paid or RightState.Active)) return right.State is RightState.Ended or RightState.Lapsed or RightState.Cancelled ? CemeteryProblems.RightEnded : CemeteryProblems.NotActive;
        if (right.DisputedSince is not null) return CemeteryProblems.Disputed;
        if (right.HolderName is not { } payer) return FeeProblems.NoPayer;
        if (OpenFrom(right) is not { } from) return CemeteryProblems.NoTerm;
        var until = years == 0 ? from.AddDays(-1) : from.AddYears(years).AddDays(-1);
        if (!MayPrepay(right, until).Try(out _, out var problem)) return problem;
        if (!(await LinesAsync(right, position, years, term is not null, ct)).Try(out var lines, out problem)) return problem;
        var bill = await desk.Db.AcrossScopes<FeeBill>("同一份合同只开一份费用清单").FirstOrDefaultAsync(b => b.RightId == right.Id && b.State == FeeBillState.Drawn, ct);
        if (bill is not null && bill.Kind != (term is null ? FeeBillKind.Care : FeeBillKind.Renewal))
        {
            if (await bills.FindAsync(bill.Id, bill.BillKind, ct) is { State: "Settled" or "Paid" }) return FeeProblems.BillOpen;
            bill.Drop();
            bill = null;
        }
        if (bill is null)
        {
            bill = new FeeBill { RightId = right.Id, Division = right.Division, Institution = right.Institution, OpenedBy = desk.By.Id, Origin = desk.By.Institution, Kind = term is null ? FeeBillKind.Care : FeeBillKind.Renewal, DrawnAt = desk.Now };
            desk.Db.Add(bill);
        }
        if (!(await bills.DrawAsync(new(bill.Id, bill.BillKind, right.Number ?? "", right.Institution!, right.Division, desk.Today, payer, right.HolderPhone, lines), ct)).Try(out var drawn, out problem)) return problem;
        var care = years == 0 ? 0 : drawn.Lines[^1].Fen;
        bill.Ask(from, years, term, care, drawn.DueFen, drawn.BillId, drawn.Number);
        right.Tell("right.fee-asked", new { bill.Kind, bill.From, bill.Until, drawn.Number, drawn.DueFen });
        return (bill, drawn);
    }

    /// <summary>Takes back an open asking for money that no money is coming for.</summary>
    public async Task<Outcome<Done>> DropOpenAsync(Guid right, CancellationToken ct)
    {
        if (await desk.Db.FeeBills.FirstOrDefaultAsync(b => b.RightId == right && b.State == FeeBillState.Drawn, ct) is not { } open) return Done.It;
        if (await bills.FindAsync(open.Id, open.BillKind, ct) is { State: "Settled" or "Paid" }) return FeeProblems.BillOpen;
        open.Drop();
        return Done.It;
    }

    private async Task<Outcome<IReadOnlyList<PriceAsked>>> LinesAsync(PlotRight right, Position position, int years, bool renewal, CancellationToken ct)
    {
        var section = await desk.Db.AcrossScopes<Section>("按墓区的收费项目计费").AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        List<PriceAsked> lines = [];
        if (renewal)
        {
            if (!desk.Rules.Find("plot.renewal.charge", right.Division, desk.Today).Try(out var rule, out var problem)) return problem;
            if (rule.Value == "use")
            {
                if (section.UseItem is not { } use) return FeeProblems.NoUseItem;
                lines.Add(await layers.AskAsync(right.Institution!, desk.Today, use, position.Layer, years, ct));
            }
        }
        if (years > 0)
        {
            if (section.CareItem is not { } care) return FeeProblems.NoItem;
            lines.Add(new PriceAsked(right.Institution!, desk.Today, care, years));
        }
        return lines.Count == 0 ? FeeProblems.Years : (Outcome<IReadOnlyList<PriceAsked>>)lines;
    }
}
