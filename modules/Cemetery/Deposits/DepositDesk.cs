using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits;

/// <summary>One deposit with everything about it.</summary>
internal sealed record OpenedDeposit(PlotRight Right, Position Position, Section Section, Interment Interment, DepositClaim? Claim);

/// <summary>What the use cases about deposits share: the record, its price, its end.</summary>
internal sealed class DepositDesk(CemeteryDesk desk, IPriceBook prices, LayerChoices layers, IBills bills)
{
    public async Task<Outcome<OpenedDeposit>> OpenAsync(Guid right, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(right, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Right.Kind is not (RightKind.Deposit or RightKind.Niche)) return DepositProblems.NotDeposited;
        if (await desk.Db.Interments.FirstOrDefaultAsync(i => i.RightId == right && i.RemovedOn == null, ct) is not { } interment) return DepositProblems.NotDeposited;
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == opened.Position.SectionId, ct);
        var claim = await desk.Db.DepositClaims.FirstOrDefaultAsync(c => c.RightId == right && (c.State == ClaimState.Notified || c.State == ClaimState.Announced || c.State == ClaimState.Proposed), ct);
        return new OpenedDeposit(opened.Right, opened.Position, section, interment, claim);
    }

    /// <summary>The bill for so many years by the list of the day; null where the room has no item on a list. Layers with prices of their own are asked for by their name.</summary>
    public async Task<Outcome<BillDrawn?>> BillAsync(OpenedDeposit deposit, Guid subject, int years, CancellationToken ct)
    {
        if (deposit.Section.UseItem is not { } item) return (BillDrawn?)null;
        var right = deposit.Right;
        if (!(await prices.ListAsync(right.Institution!, desk.Today, ct)).Try(out var list, out _)) return (BillDrawn?)null;
        if (list.Lines.All(l => l.Item != item)) return (BillDrawn?)null;
        var asked = await layers.AskAsync(right.Institution!, desk.Today, item, deposit.Position.Layer, years, ct);
        var drawn = await bills.DrawAsync(new(subject, "cemetery.deposit", right.Number!, right.Institution!, right.Division, desk.Today, right.HolderName!, right.HolderPhone, [asked]), ct);
        return drawn.Try(out var bill, out var problem) ? bill : problem;
    }

    /// <summary>Out of the niche, and the right over.</summary>
    public Outcome<Done> End(OpenedDeposit deposit, string why, RightEnding ending)
    {
        if (!deposit.Interment.Remove(desk.Today, why).Try(out _, out var problem)) return problem;
        if (!deposit.Right.End(ending, desk.Today, desk.Now).Try(out _, out problem)) return problem;
        deposit.Position.Follow(null, 0);
        desk.Context.Announce(new Contracts.Cemetery.IntermentRemoved(deposit.Interment.Id, deposit.Interment.CaseId, deposit.Position.Institution!, deposit.Position.Code, why, desk.Today));
        desk.Context.Announce(new Contracts.Cemetery.PlotRightEnded(deposit.Right.Id, deposit.Position.Institution!, deposit.Position.Code, ending.ToString(), desk.Today));
        return Done.It;
    }
}
