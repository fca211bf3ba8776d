using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register.Rows;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Loading;

/// <param name="Section">Null while nobody has opened it.</param>
/// <param name="Existing">The position where there is one that has no right yet.</param>
internal sealed record NewPlot(OldPlot Plot, Section? Section, Position? Existing);

/// <summary>What the database says of plots of a file: loaded before, in the way of somebody else, or new.</summary>
internal sealed class KnownPlots(AnminDb db)
{
    private const string Why = "旧墓册导入查重";

    private sealed record Taken(Guid PositionId, string? Number);

    public async Task<IReadOnlyList<Section>> SectionsAsync(string institution, CancellationToken ct)
        => await db.Sections.AsNoTracking().Where(s => s.Institution == institution).ToListAsync(ct);

    /// <summary>What an old contract without a number is called.</summary>
    public static string ContractOf(OldPlot plot, string code) => plot.Contract!.Number ?? "旧册-" + code;

    /// <remarks>The lists go as one parameter each: a thousand of them are a statement that nobody has prepared before.</remarks>
    /// <returns>Those to be loaded; rows loaded before are counted, everything else is a fault.</returns>
    public async Task<(IReadOnlyList<NewPlot> New, int KnownRows)> SiftAsync(string institution, IReadOnlyList<Section> sections, IReadOnlyList<OldPlot> plots, List<RowFault> faults, bool track, CancellationToken ct)
    {
        var placed = plots.Select(p => (Plot: p, Section: Find(sections, p.Section))).ToList();
        var codes = placed.Where(p => p.Section is not null).Select(p => Position.CodeOf(institution, p.Section!.Code, p.Plot.Row, p.Plot.Layer, p.Plot.Number)).ToList();
        var positions = codes.Count == 0 ? [] : await (track ? db.Positions : db.Positions.AsNoTracking()).Where(p => EF.Parameter(codes).Contains(p.Code)).ToDictionaryAsync(p => p.Code, ct);
        var ids = positions.Values.Select(p => p.Id).ToList();
        var holding = ids.Count == 0 ? [] : (await db.AcrossScopes<PlotRight>(Why).AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.PositionId) && (r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active))
            .Select(r => new Taken(r.PositionId, r.Number)).ToListAsync(ct)).ToDictionary(r => r.PositionId);
        var numbers = placed.Select(p => p.Plot.Contract?.Number).OfType<string>().ToList();
        var used = numbers.Count == 0 ? [] : (await db.AcrossScopes<PlotRight>(Why).AsNoTracking().Where(r => EF.Parameter(numbers).Contains(r.Number!)).Select(r => new Taken(r.PositionId, r.Number)).ToListAsync(ct)).ToDictionary(r => r.Number!);
        var resting = await RestingAsync(plots, ct);
        var (fresh, known) = (new List<NewPlot>(), 0);
        foreach (var (plot, section) in placed)
        {
            var code = section is null ? "" : Position.CodeOf(institution, section.Code, plot.Row, plot.Layer, plot.Number);
            var position = positions.GetValueOrDefault(code);
            var before = faults.Count;
            if (section is not null && plot.Kind is { } kind && kind != section.Kind) Refuse(plot, RegisterColumns.Kind, $"与墓区“{section.Name}”的安葬方式不同，请核对", faults);
            var niche = (section?.Kind ?? plot.Kind ?? SectionKind.Graves) == SectionKind.Niches;
            if (niche != plot.Layer > 0) Refuse(plot, RegisterColumns.Layer, niche ? "格位要写层" : "不是格位，不写层", faults);
            if (position is not null && holding.GetValueOrDefault(position.Id) is { } right)
            {
                if (plot.Contract is null || right.Number == ContractOf(plot, code))
                {
                    known += plot.Rows.Count;
                    continue;
                }
                Refuse(plot, RegisterColumns.Contract, right.Number is null ? "这个墓位正在留位，请先办结" : $"这个墓位已有合同{right.Number}，请核对", faults);
            }
            else if (position is not null && plot.Contract is null)
            {
                known += plot.Rows.Count;
                continue;
            }
            else if (position is { State: PositionState.Blocked }) Refuse(plot, RegisterColumns.Section, $"这个墓位已停用（{position.BlockedFor}），请先开放", faults);
            else if (position is not null && position.Capacity < plot.Persons.Count) Refuse(plot, RegisterColumns.Capacity, $"这个墓位只能安放{position.Capacity}人，请核对", faults);
            if (plot.Contract?.Number is { } number && used.TryGetValue(number, out var other) && other.PositionId != position?.Id) Refuse(plot, RegisterColumns.Contract, "已用在别的墓位，请核对；不同墓园同号的，请在前面加上园名", faults);
            foreach (var person in plot.Persons.Where(p => p.Id is not null && resting.Contains(p.Id.Normal))) faults.Add(new(person.Row, person.Column, "这位逝者已经安放在别处，请先核对，确需迁来的先办迁出"));
            if (faults.Count == before) fresh.Add(new(plot, section, position));
        }
        return (fresh, known);
    }

    /// <summary>Places on the plan that are taken in these sections.</summary>
    public async Task<HashSet<(Guid, int, int, int)>> SpotsAsync(IReadOnlyCollection<Guid> sections, CancellationToken ct)
        => [.. (await db.Positions.AsNoTracking().Where(p => sections.Contains(p.SectionId) && p.X != null).Select(p => new { p.SectionId, p.X, p.Y, p.Layer }).ToListAsync(ct)).Select(p => (p.SectionId, p.X!.Value, p.Y ?? 0, p.Layer))];

    public static Section? Find(IReadOnlyList<Section> sections, string text) => sections.FirstOrDefault(s => s.Name == text) ?? sections.FirstOrDefault(s => s.Code == text);

    public static void Refuse(OldPlot plot, string column, string reason, List<RowFault> faults) => faults.Add(new(plot.Rows[0].Number, column, reason));

    private async Task<HashSet<string>> RestingAsync(IReadOnlyList<OldPlot> plots, CancellationToken ct)
    {
        var normals = plots.SelectMany(p => p.Persons).Select(p => p.Id?.Normal).OfType<string>().Distinct().ToDictionary(n => Convert.ToHexString(db.BlindIndex(n)));
        if (normals.Count == 0) return [];
        var indexes = normals.Keys.Select(Convert.FromHexString).ToList();
        var found = await db.AcrossScopes<Interment>(Why).AsNoTracking().Where(i => i.RemovedOn == null && indexes.Contains(EF.Property<byte[]>(i, "PersonIdIndex"))).Select(i => EF.Property<byte[]>(i, "PersonIdIndex")).ToListAsync(ct);
        return [.. found.Select(i => normals[Convert.ToHexString(i)])];
    }
}
