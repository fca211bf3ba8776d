using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

/// <summary>What shows only beside other contracts: prices, one buyer's many plots, people from outside the service area.</summary>
internal sealed class GroundSweep(AnminDb db, IPriceBook prices, DivisionBook divisions)
{
    private sealed record Sold(Guid Right, Guid Position, string Place, int Capacity, DateOnly On, long Fen, int Years, bool Holds);

    /// <summary>Contracts of a section against the list of their day, and against the middle price of the year before.</summary>
    public async Task<IReadOnlyList<Evidence>> PricesAsync(Section section, PlotLaw law, Dictionary<DateOnly, PriceListCard?> lists, CancellationToken ct)
    {
        var rows = await (from r in db.PlotRights.AsNoTracking()
                          join p in db.Positions.AsNoTracking() on r.PositionId equals p.Id
                          where p.SectionId == section.Id && r.SignedOn != null && r.UseFen > 0
                          orderby r.SignedOn
                          select new { r.Id, PositionId = p.Id, p.Row, p.Layer, p.Number, p.Capacity, r.SignedOn, r.UseFen, r.TermFrom, r.TermUntil, r.State }).ToListAsync(ct);
        var sold = rows.ConvertAll(r => new Sold(r.Id, r.PositionId, PositionWords.Of(section.Name, section.Kind, r.Row, r.Layer, r.Number), r.Capacity, r.SignedOn!.Value, r.UseFen, r is { TermFrom: { } from, TermUntil: { } until } ? PriceUnits.Years(from, until) : 1, r.State is RightState.Signed or RightState.Paid or RightState.Active));
        var found = new List<Evidence>();
        foreach (var kind in sold.GroupBy(s => s.Capacity))
        {
            var window = new List<Sold>();
            foreach (var one in kind)
            {
                window.RemoveAll(w => w.On < one.On.AddYears(-1));
                if (one.Holds && Jump(one, window, law) is { } jump) found.Add(jump);
                window.Add(one);
            }
        }
        if (section.UseItem is not { } item) return found;
        foreach (var one in sold.Where(s => s.Holds))
            if (await ListAsync(section.Institution!, one.On, lists, ct) is { } list && list.Lines.FirstOrDefault(l => l.Item == item) is { } line && line.MostFen * PriceUnits.Times(line.Unit, one.Years) is var most && one.Fen > most)
                found.Add(new(ComplianceRule.AboveList, one.Position, one.Right, one.Place, $"不超过{Yuan(most)}元", $"{Yuan(one.Fen)}元", $"{Yuan(one.Fen - most)}元", list.Basis, one.On));
        return found;
    }

    private static Evidence? Jump(Sold one, List<Sold> before, PlotLaw law)
    {
        var earlier = before.FindAll(b => b.On < one.On).ConvertAll(b => b.Fen);
        if (law.Number("price.jump.percent", one.On) is not { } percent || law.Number("price.jump.least", one.On) is not { } least || earlier.Count < least || earlier.Count == 0) return null;
        earlier.Sort();
        var middle = earlier.Count % 2 == 1 ? earlier[earlier.Count / 2] : (earlier[earlier.Count / 2 - 1] + earlier[earlier.Count / 2]) / 2m;
        return one.Fen * 100 <= middle * (100 + percent) ? null
            : new(ComplianceRule.PriceJump, one.Position, one.Right, one.Place, $"前十二个月中位数{Yuan(middle)}元，上浮不超过{PlotLaw.Plain(percent)}%", $"{Yuan(one.Fen)}元", PlotLaw.Percent(one.Fen, middle), law.Find("price.jump.percent", one.On)!.Source, one.On);
    }

    private async Task<PriceListCard?> ListAsync(string institution, DateOnly day, Dictionary<DateOnly, PriceListCard?> lists, CancellationToken ct)
    {
        if (lists.TryGetValue(day, out var known)) return known;
        // a list covers many days: ask only for days no known list covers
        if (lists.Values.FirstOrDefault(l => l is not null && l.From <= day && (l.Until is null || l.Until >= day)) is not { } covering) covering = (await prices.ListAsync(institution, day, ct)).Value;
        return lists[day] = covering;
    }

    /// <summary>One buyer's plots, by the sealed number, or by the telephone where no number is known; counted over the whole city, told at the first of this ground.</summary>
    public async Task<IReadOnlyList<Evidence>> BuyersAsync(string institution, PlotLaw law, DateOnly today, CancellationToken ct)
    {
        if (law.Number("plot.buyer.most", today) is not { } number) return [];
        var most = (int)number;
        var (id, phone) = (Sealing.IndexColumn(nameof(PlotRight.HolderId)), Sealing.IndexColumn(nameof(PlotRight.HolderPhone)));
        var all = db.AcrossScopes<PlotRight>("合规：一人购买多个墓位").AsNoTracking().Where(r => (r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active) && (r.Kind == RightKind.Grave || r.Kind == RightKind.Niche));
        var found = new List<Evidence>();
        foreach (var (column, known) in new[] { (id, all.Where(r => EF.Property<byte[]>(r, id) != null)), (phone, all.Where(r => EF.Property<byte[]>(r, id) == null && EF.Property<byte[]>(r, phone) != null)) })
        {
            var heavy = known.GroupBy(r => EF.Property<byte[]>(r, column)).Where(g => g.Count() > most).Select(g => g.Key);
            var plots = await known.Where(r => heavy.Contains(EF.Property<byte[]>(r, column)))
                .Select(r => new { Buyer = EF.Property<byte[]>(r, column), r.Id, r.PositionId, r.Institution, r.SignedOn }).ToListAsync(ct);
            foreach (var buyer in plots.GroupBy(p => Convert.ToHexString(p.Buyer)))
            {
                var here = buyer.Where(p => p.Institution == institution).OrderBy(p => p.SignedOn).ThenBy(p => p.Id).ToList();
                if (here.Count == 0) continue;
                var elsewhere = buyer.Count() - here.Count;
                found.Add(new(ComplianceRule.ManyPlots, here[0].PositionId, here[0].Id, await PlaceAsync(here[0].PositionId, ct), $"一人不超过{most}个", $"{buyer.Count()}个，本园{here.Count}个{(elsewhere > 0 ? $"，外园{elsewhere}个" : "")}", $"{buyer.Count() - most}个", law.Find("plot.buyer.most", today)!.Source, today));
            }
        }
        return found;
    }

    /// <summary>Whose papers come from a county the approval does not name. The county is what a number tells; villages are told apart by people.</summary>
    public async Task<IReadOnlyList<Evidence>> OutsidersAsync(Ground ground, PlotLaw law, DateOnly today, CancellationToken ct)
    {
        var rural = ground.Nature == GroundNature.RuralPublicWelfare;
        if (ground.Nature == GroundNature.Commercial || ground.ServiceArea.Length == 0) return [];
        var areas = ground.ServiceArea.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = string.Join("、", areas.Select(a => divisions.Find(a)?.Name ?? a));
        var found = new List<Evidence>();
        for (Guid? last = null; ;)
        {
            var (after, rights) = (last ?? Guid.Empty, db.PlotRights.AsNoTracking().Where(r => r.Institution == ground.Id && (r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active)));
            var page = await rights.Where(r => r.Id.CompareTo(after) > 0).OrderBy(r => r.Id).Take(500).Select(r => new { r.Id, r.PositionId, r.UserId, r.HolderId, r.SignedOn }).ToListAsync(ct);
            foreach (var right in page)
            {
                var day = right.SignedOn ?? today;
                var rule = law.Find(rural ? "plot.rural.villagers-only" : "plot.service-area", day);
                if (rule is null or { Value: "no" } || (right.UserId ?? right.HolderId)?.DivisionCode is not { } home || areas.Any(a => a.StartsWith(home, StringComparison.Ordinal) || home.StartsWith(a, StringComparison.Ordinal))) continue;
                found.Add(new(rural ? ComplianceRule.RuralOutsider : ComplianceRule.OutsideArea, right.PositionId, right.Id, await PlaceAsync(right.PositionId, ct), $"服务区域：{named}", divisions.Find(home)?.Name ?? "外地", "", rule.Source, day));
            }
            if (page.Count < 500) return found;
            last = page[^1].Id;
        }
    }

    private async Task<string> PlaceAsync(Guid position, CancellationToken ct)
    {
        var at = await (from p in db.Positions.AsNoTracking() join s in db.Sections.AsNoTracking() on p.SectionId equals s.Id where p.Id == position select new { s.Name, s.Kind, p.Row, p.Layer, p.Number }).FirstAsync(ct);
        return PositionWords.Of(at.Name, at.Kind, at.Row, at.Layer, at.Number);
    }

    private static string Yuan(decimal fen) => (fen / 100).ToString("#,0.##", CultureInfo.InvariantCulture);
}
