using System.Text;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

/// <summary>导出合规清单 as CSV, at most ten thousand lines; who took it stays in the audit.</summary>
internal sealed class ExportFindings(CemeteryDesk desk, FindingShelf shelf) : IUseCase<ExportFindings.Request, ExportFindings.Reply>
{
    private const int Most = 10_000;

    public sealed record Request(string? Rule, string? Institution, string? State) : IHasReason
    {
        public string Reason => "导出公墓合规清单";
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => CemeteryPermissions.ReadCompliance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (shelf.Of(request.Rule, request.Institution, request.State) is not { } meant) return ComplianceProblems.BadFilter;
        var rows = await (from f in meant join p in desk.Db.Positions.AsNoTracking() on f.PositionId equals p.Id orderby f.Id descending select new { Finding = f, p.Code }).Take(Most).ToListAsync(ct);
        var csv = new StringBuilder("情形,墓园,位置,位置编码,规定,实际,超出,依据,适用日期,首次发现,状态,核实情况,消除日期\r\n");
        foreach (var r in rows)
            csv.AppendJoin(',', new[]
            {
                ComplianceRule.LabelOf(r.Finding.Rule), shelf.NameOf(r.Finding.Institution), r.Finding.Place, r.Code, r.Finding.Allowed, r.Finding.Found, r.Finding.Over, r.Finding.Source, ChineseTime.IsoDate(r.Finding.Day),
                ChineseTime.Stamp(r.Finding.FirstSeen, desk.Zone), FindingShelf.StateWords(r.Finding.State, r.Finding.Proposed, r.Finding.ClearedOn), r.Finding.Reason ?? "", r.Finding.ClearedOn is { } on ? ChineseTime.IsoDate(on) : "",
            }.Select(CsvCell.Of)).Append("\r\n");
        return new Reply(csv.ToString(), rows.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cemetery/findings/export", async ([FromForm] string? rule, [FromForm] string? institution, [FromForm] string? state, Gate gate, ExportFindings useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(rule, institution, state), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, "findings.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportFindings)).DisableAntiforgery().ProducesProblem(403);
}
