using System.Globalization;
using Anmin.Billing.Bills;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Reliefs;

/// <summary>
/// 减免 as negative lines. Policies apply in their order, each to what the earlier ones left of a charge: a charge never falls below nothing.
/// An amount by percent or by part of the units is rounded to whole 分 once, downwards, so that a relief never exceeds its policy.
/// </summary>
internal sealed class Reliefs(AnminDb db)
{
    public async Task<IReadOnlyList<ReliefPolicy>> InForceAsync(string division, DateOnly day, CancellationToken ct)
        => [.. (await db.ReliefPolicies.AsNoTracking().Where(p => p.From <= day && (p.Until == null || p.Until >= day)).OrderBy(p => p.Ordinal).ToListAsync(ct))
            .Where(p => p.Jurisdiction == "0" || division.StartsWith(p.Jurisdiction, StringComparison.Ordinal))];

    /// <param name="charges">Of one edition; numbered from 1.</param>
    /// <param name="groups">Which the person who died belongs to.</param>
    public static IReadOnlyList<BillLine> Of(IReadOnlyList<ReliefPolicy> policies, IReadOnlyList<BillLine> charges, IReadOnlyCollection<string> groups)
    {
        var left = charges.ToDictionary(c => c.Line, c => c.AmountFen);
        var (lines, next) = (new List<BillLine>(), charges.Count);
        foreach (var policy in policies.Where(p => groups.Contains(p.Group)).OrderBy(p => p.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal))
        {
            var room = policy.CapFen ?? long.MaxValue;
            foreach (var charge in charges.Where(c => policy.Covers(c.Item)))
            {
                var whole = policy.Units is { } units && units * 1000L < charge.QuantityMilli ? (decimal)charge.AmountFen * (units * 1000L) / charge.QuantityMilli : charge.AmountFen;
                var fen = Math.Min(Math.Min((long)Math.Floor(whole * policy.Percent / 100), left[charge.Line]), room);
                if (fen <= 0) continue;
                left[charge.Line] -= fen;
                room -= fen;
                lines.Add(Line(++next, charge, policy, fen));
            }
        }
        return lines;
    }

    private static BillLine Line(int number, BillLine of, ReliefPolicy policy, long fen) => new()
    {
        Line = number,
        Kind = LineKind.Relief,
        List = of.List,
        Item = of.Item,
        Name = policy.Name,
        Detail = policy.Group,
        Class = of.Class,
        Way = of.Way,
        Unit = of.Unit,
        UnitFen = 0,
        CeilingFen = 0,
        LeastFen = 0,
        QuantityMilli = 1000,
        AmountFen = -fen,
        Derivation = string.Create(CultureInfo.InvariantCulture, $"{of.Name}减{policy.Percent}%{(policy.Units is { } u ? $"，最多{u}{of.Unit}" : "")}{(policy.CapFen is { } cap ? $"，本项政策最多{Pricing.PriceEngine.Yuan(cap)}" : "")}，减{Pricing.PriceEngine.Yuan(fen)}"),
        Source = policy.Source,
        Policy = policy.Name,
        Of = of.Line,
    };
}
