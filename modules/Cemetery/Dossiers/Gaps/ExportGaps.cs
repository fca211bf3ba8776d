using System.Globalization;
using System.Text;
using Anmin.Cemetery.Dossiers.Filing;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Dossiers.Gaps;

/// <summary>导出缺项清单 as CSV, at most ten thousand lines; who took it stays in the audit.</summary>
internal sealed class ExportGaps(DossierShelf shelf) : IUseCase<ExportGaps.Request, ExportGaps.Reply>
{
    private const int Most = 10_000, PageSize = 500;

    public sealed record Request(FindDossiers.Request? Filter) : IHasReason
    {
        public string Reason => "导出缺项清单";
    }

    /// <param name="Cut">There were more than the most.</param>
    public sealed record Reply(string Csv, int Lines, bool Cut);

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var csv = new StringBuilder("仅用于一墓一档\r\n墓园,墓位,合同编号,持证人,安葬人,完整度,缺少,归档\r\n");
        var (lines, filter) = (0, (request.Filter ?? new()) with { After = null });
        while (true)
        {
            if (!(await shelf.RowsAsync(filter, PageSize, ct)).Try(out var page, out var problem)) return problem;
            foreach (var r in page)
                csv.AppendJoin(',', new[] { r.Institution, r.Position, r.Number ?? "", r.Holder ?? "", r.User ?? "", r.Score.ToString(CultureInfo.InvariantCulture), r.Missing, r.Filing switch { FilingState.Filed => "已归档", FilingState.Asked => "待核对", _ => "" } }.Select(CsvCell.Of)).Append("\r\n");
            lines += page.Count;
            if (page.Count < PageSize) return new Reply(csv.ToString(), lines, false);
            if (lines >= Most) return new Reply(csv.Append("只导出前").Append(lines.ToString(CultureInfo.InvariantCulture)).Append("行，请缩小范围\r\n").ToString(), lines, true);
            filter = filter with { After = DossierShelf.Mark(page[^1]) };
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cemetery/dossiers/gaps/export", async ([FromForm] string? institution, [FromForm] Guid? section, [FromForm] string? item, [FromForm] string? band, [FromForm] string? q, Gate gate, ExportGaps useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindDossiers.Request(institution, section, item, band, q)), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, "dossier-gaps.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportGaps)).DisableAntiforgery().ProducesProblem(403);
}
