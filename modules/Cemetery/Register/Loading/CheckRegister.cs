using System.Security.Cryptography;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register.Rows;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>上传旧墓册并预检: every row is judged, nothing of it is loaded. Good positions wait in batches for the confirmation; bad rows wait as a file to be corrected.</summary>
internal sealed class CheckRegister(RegisterDesk desk, RegisterReader reader, KnownPlots known, Packing packing) : IUseCase<CheckRegister.Request, CheckRegister.Reply>
{
    public const int MostBytes = 28 << 20;
    public const int PerBatch = 2000;
    public static readonly Problem TooLarge = SheetProblems.TooLarge(new(MostBytes, 0));
    private const int PerQuestion = 2000;
    private const int MostReasons = 3900;
    private const int MostBad = 20_000;

    /// <summary>A register of a whole city comes in several files; memory stays within some ten times one file.</summary>
    private static readonly SheetLimits Limits = new(MostBytes, 300_000, 512 << 20);

    /// <param name="Content">CSV in UTF-8 or GBK, or XLSX, at most 28 MiB.</param>
    public sealed record Request(string? Institution, string? FileName, byte[]? Content);

    public sealed record Reply(Guid Id, int Rows, int Plots, int BadRows, int KnownRows);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.GroundAsync(request.Institution, ct)).Try(out var place, out var problem)) return problem;
        var content = request.Content ?? [];
        if (!SheetReader.Read(content, Limits).Try(out var lines, out problem)) return problem;
        if (lines.Count < 2) return RegisterProblems.NoRows;
        if (!RegisterColumns.Read(lines[0]).Try(out var places, out problem)) return problem;
        var (rows, faults) = (new List<RegisterRow>(lines.Count - 1), new List<RowFault>());
        foreach (var line in lines.Skip(1))
        {
            rows.Add(new(line.Number, RegisterColumns.Cells(line, places)));
            if (line.Fault is not null) faults.Add(new(line.Number, "整行", line.Fault));
            else if (line.Cells.Count > lines[0].Cells.Count) faults.Add(new(line.Number, "整行", $"比列名多{line.Cells.Count - lines[0].Cells.Count}格，请检查逗号和引号"));
        }
        var sections = await known.SectionsAsync(place.Id, ct);
        var (plots, knownRows) = await SiftAsync(place.Id, sections, Plots(rows, faults), faults, ct);
        var (by, now) = (desk.Desk.By, desk.Desk.Now);
        var batches = plots.Chunk(PerBatch).ToList();
        var bad = Returned(rows, faults);
        if (bad.Count > MostBad) return RegisterProblems.TooManyBad(MostBad, bad.Count);
        var counts = new RegisterCounts(rows.Count, plots.Count, bad.Count, knownRows, batches.Count);
        var opened = string.Join('\n', plots.Where(p => p.Section is null).GroupBy(p => p.Plot.Section).Select(g => $"{g.Key}\t{g.Select(p => p.Plot.Kind).FirstOrDefault(k => k is not null) ?? SectionKind.Graves}\t{g.Max(p => p.Plot.Capacity)}"));
        var import = RegisterImport.Check(place.Id, place.Division, Name(request.FileName), Convert.ToHexStringLower(SHA256.HashData(content)), counts, opened, by, now);
        desk.Db.Add(import);
        desk.Db.AddRange(batches.Select((b, i) => Batch(import.Id, i + 1, b)));
        desk.Db.AddRange(bad.Select(f => Fault(import.Id, f.Row, f.Reasons)));
        desk.Desk.Context.About(import.Id);
        return new Reply(import.Id, counts.Rows, counts.Plots, counts.BadRows, counts.KnownRows);
    }

    /// <summary>Rows into positions; a position with a fault anywhere is none.</summary>
    private List<OldPlot> Plots(List<RegisterRow> rows, List<RowFault> faults)
    {
        var unread = faults.Select(f => f.Row).ToHashSet();
        var (plots, today) = (new List<OldPlot>(rows.Count), desk.Desk.Today);
        foreach (var group in rows.Where(r => !unread.Contains(r.Number)).GroupBy(r => (r.At(RegisterColumns.Section), r.At(RegisterColumns.Row), r.At(RegisterColumns.Layer) is { Length: > 0 } layer ? layer : "0", r.At(RegisterColumns.Number))))
            if (reader.Read([.. group], today, faults) is { } plot) plots.Add(plot);
        return plots;
    }

    private async Task<(List<NewPlot>, int)> SiftAsync(string institution, IReadOnlyList<Section> sections, List<OldPlot> plots, List<RowFault> faults, CancellationToken ct)
    {
        plots = Together.Sift(plots, faults);
        var spots = await known.SpotsAsync([.. plots.Where(p => p.X is not null).Select(p => KnownPlots.Find(sections, p.Section)?.Id).OfType<Guid>().Distinct()], ct);
        var (fresh, knownRows) = (new List<NewPlot>(plots.Count), 0);
        foreach (var chunk in plots.Chunk(PerQuestion))
        {
            var (some, before) = await known.SiftAsync(institution, sections, chunk, faults, track: false, ct);
            knownRows += before;
            foreach (var plot in some)
                if (plot is { Section: { } section, Existing: null, Plot.X: { } x } && spots.Contains((section.Id, x, plot.Plot.Y ?? 0, plot.Plot.Layer))) KnownPlots.Refuse(plot.Plot, RegisterColumns.X, "图上这个位置已有墓位，请核对坐标", faults);
                else fresh.Add(plot);
        }
        return (fresh, knownRows);
    }

    /// <summary>Every row that comes back: the faulty ones, and the others of their position.</summary>
    private static List<(RegisterRow Row, string Reasons)> Returned(List<RegisterRow> rows, List<RowFault> faults)
    {
        var reasons = faults.ToLookup(f => f.Row);
        var places = rows.Where(r => reasons.Contains(r.Number)).ToLookup(Together.PlaceOf);
        return [.. rows.Where(r => places.Contains(Together.PlaceOf(r))).Select(r => (r, reasons.Contains(r.Number)
            ? Cut(string.Join('\n', reasons[r.Number].Select(f => f.Sentence)))
            : $"整行：第{places[Together.PlaceOf(r)].First().Number}行同一墓位有错，一并退回。"))];
    }

    private static string Cut(string text) => text.Length > MostReasons ? text[..MostReasons] + "…" : text;

    private static string Name(string? typed) => Path.GetFileName((typed ?? "").Replace('\\', '/')) is { Length: > 0 } name ? new string([.. name.Where(c => !char.IsControl(c)).Take(100)]) : "旧墓册";

    private RegisterBatch Batch(Guid import, int no, NewPlot[] plots)
    {
        var (packed, digest) = packing.Pack([.. plots.SelectMany(p => p.Plot.Rows)]);
        return new() { ImportId = import, No = no, Plots = plots.Length, Packed = packed, Digest = digest };
    }

    private RegisterFault Fault(Guid import, RegisterRow row, string reasons) => new() { ImportId = import, Row = row.Number, Reasons = reasons, Packed = packing.Pack([row]).Packed };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckRegister, Request, Reply>("/cemetery/register/check");
}
