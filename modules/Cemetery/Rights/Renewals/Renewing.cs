using System.Globalization;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Standards;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Cemetery;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Renewals;

/// <summary>续期, for the counter and for the holder at home: the term by the rule, the price by the list of the day. Where something is to be paid, the term begins when the money is there.</summary>
internal sealed class Renewing(CemeteryDesk desk, IPriceBook prices, FeeDesk fees)
{
    /// <param name="CareUntil">Last day of maintenance paid by it; null where it was prepaid further already or the section has no such item.</param>
    public sealed record Offer(DateOnly From, DateOnly Until, DateOnly? CareFrom, DateOnly? CareUntil, long Fen, IReadOnlyList<PricedItem> Lines, IReadOnlyList<Verdict> Verdicts)
    {
        public IReadOnlyList<PriceAsked> Asked { get; init; } = [];
    }

    /// <param name="Bill">Null where nothing is to be paid and the term holds already.</param>
    public sealed record Renewed(DateOnly Until, BillDrawn? Bill);

    /// <summary>What a renewal by so many years would be. Refused where the right is not in force; unlawful lengths are among the verdicts.</summary>
    public async Task<Outcome<Offer>> OfferAsync(PlotRight right, Position position, int years, CancellationToken ct)
    {
        if (right.State is RightState.Ended or RightState.Lapsed or RightState.Cancelled) return CemeteryProblems.RightEnded;
        if (right.State != RightState.Active) return CemeteryProblems.NotActive;
        if (right.TermUntil is not { } last) return CemeteryProblems.NoTerm;
        if (years is < 1 or > 100) return RightProblems.YearsWrong;
        var (from, until) = (last.AddDays(1), last.AddDays(1).AddYears(years).AddDays(-1));
        var section = await desk.Db.AcrossScopes<Section>("续期计价").AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        var careFrom = FeeDesk.OpenFrom(right) ?? from;
        var careYears = section.CareItem is null || right.CareFenPerYear == 0 ? 0 : FeeAccount.YearsTo(careFrom, until);
        DateOnly? careUntil = careYears > 0 ? careFrom.AddYears(careYears).AddDays(-1) : null;
        // a renewal is judged from its first day: what is left of the present term is nobody's renewal
        var facts = new ContractFacts { Term = new(right.Kind, from, until, from, careUntil) };
        var verdicts = PlotStandards.Of(desk.Rules, right.Division, desk.Today).Judge(facts);
        var asked = new List<PriceAsked>();
        if (section.CareItem is { } care && careYears > 0) asked.Add(new(right.Institution!, desk.Today, care, careYears));
        var priced = new List<PricedItem>();
        foreach (var ask in asked)
        {
            if (!(await prices.PriceAsync(ask, ct)).Try(out var price, out _)) return RightProblems.SamePriceLost;
            priced.Add(price);
        }
        return new Offer(from, until, careYears > 0 ? careFrom : null, careUntil, priced.Sum(p => p.Fen), priced, verdicts) { Asked = asked };
    }

    /// <summary>The right must be tracked, with its terms.</summary>
    public async Task<Outcome<Renewed>> RenewAsync(OpenedRight opened, int years, CancellationToken ct)
    {
        var (right, position) = opened;
        if (!(await OfferAsync(right, position, years, ct)).Try(out var offer, out var problem)) return problem;
        if (Verdict.ProblemOf(offer.Verdicts) is { } unlawful) return unlawful;
        if (offer.Fen > 0)
            return (await fees.DrawAsync(opened, offer.CareFrom is { } since ? FeeAccount.YearsTo(since, offer.Until) : 0, offer.Until, ct)).Try(out var made, out problem) ? new Renewed(offer.Until, made.Drawn) : problem;
        if (!right.Renew(offer.Until, right.CarePaidUntil, 0, desk.By, desk.Today, desk.Now).Try(out _, out problem)) return problem;
        desk.Context.Announce(new PlotRightRenewed(right.Id, right.Institution!, position.Code, offer.Until));
        return new Renewed(offer.Until, null);
    }

    public static Outcome<int> Read(string? years) => int.TryParse(TypedText.Narrow(years ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100 ? number : RightProblems.YearsWrong.At("Years");
}
