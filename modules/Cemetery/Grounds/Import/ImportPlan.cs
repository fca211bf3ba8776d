using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Grounds.Import;

/// <summary>导入墓区图: good rows become positions, each other row is given back with its number and every reason. Two in one place are never loaded.</summary>
internal sealed class ImportPlan(GroundDesk desk) : IUseCase<ImportPlan.Request, ImportPlan.Reply>
{
    /// <param name="Content">CSV or XLSX, at most 4 MiB and 10 000 positions.</param>
    /// <param name="Open">Whether they can be chosen at once.</param>
    public sealed record Request(string? Ground, byte[]? Content, bool Open = false);

    /// <param name="Line">Row of the sheet, as the spreadsheet program shows it.</param>
    public sealed record Refused(int Line, string Reason, IReadOnlyList<string> Cells);

    /// <param name="Head">The heading of the sheet, for giving the refused rows back.</param>
    public sealed record Reply(int Loaded, IReadOnlyList<Refused> Refused, IReadOnlyList<string> Head);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.GroundAsync(request.Ground, ct)).Try(out _, out var problem)) return problem;
        if (!SheetReader.Read(request.Content ?? [], PlanSheet.Limits).Try(out var lines, out problem)) return problem;
        if (lines.Count < 2) return GroundsProblems.NoRows;
        if (!PlanSheet.Head(lines[0]).Try(out var head, out problem)) return problem;
        var sections = await desk.Desk.Db.Sections.Where(s => s.Institution == request.Ground).ToListAsync(ct);
        var taken = new Dictionary<Guid, (Spots Spots, Dictionary<Spot, int> Lines)>();
        var (refused, loaded) = (new List<Refused>(), new Dictionary<Section, int>());
        foreach (var line in lines.Skip(1))
        {
            var row = new PlanRow(head, line);
            var section = sections.Find(s => s.Code.Equals(row.Section, StringComparison.OrdinalIgnoreCase) || s.Name == row.Section);
            if (line.Fault is not null) row.Refuse(line.Fault);
            else if (line.Cells.Any(c => SheetLine.IsFormula(c) && Figures.Whole(c) is null)) row.Refuse("有一格以等号、加号这类符号开头，表格程序会当成公式");
            else if (section is null) row.Refuse(row.Section.Length == 0 ? "区空着" : $"没有墓区“{Short(row.Section)}”，请先建墓区");
            else
            {
                var (spot, measures) = row.Read(section.Kind);
                if (!taken.TryGetValue(section.Id, out var places)) taken[section.Id] = places = (await desk.SpotsAsync(section.Id, null, ct), []);
                if (row.Faults.Count == 0) Place(row, spot, places.Spots, places.Lines);
                if (row.Faults.Count == 0)
                {
                    places.Spots.Take(spot);
                    places.Lines[spot] = line.Number;
                    var position = GroundDesk.New(section, spot, measures, desk.Desk.By);
                    if (request.Open) position.Open();
                    desk.Desk.Db.Add(position);
                    loaded[section] = loaded.GetValueOrDefault(section) + 1;
                }
            }
            if (row.Faults.Count > 0) refused.Add(new(line.Number, string.Join("；", row.Faults), line.Cells));
        }
        foreach (var (section, count) in loaded) section.Tell("positions.imported", new { count, opened = request.Open, refused = refused.Count });
        return new Reply(loaded.Values.Sum(), refused, lines[0].Cells);
    }

    private static void Place(PlanRow row, Spot spot, Spots taken, Dictionary<Spot, int> lines)
    {
        if (taken.Has(spot))
        {
            var twin = lines.FirstOrDefault(l => (l.Key.Row, l.Key.Layer, l.Key.Number) == (spot.Row, spot.Layer, spot.Number));
            row.Refuse(twin.Value > 0 ? $"和第{twin.Value}行是同一个排号{spot.Words}" : $"已有墓位{spot.Words}");
        }
        else if (taken.Under(spot) is { } under)
        {
            row.Refuse(lines.TryGetValue(under, out var twin) ? $"和第{twin}行的{under.Words}在图上叠在一起" : $"和已有的{under.Words}在图上叠在一起");
        }
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ImportPlan, Request, Reply>("/cemeteries/positions/import");
}
