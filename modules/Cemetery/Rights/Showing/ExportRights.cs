using System.Globalization;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>导出墓位合同清单: what the list shows, as CSV, at most ten thousand lines; who took it is in the audit. No number of a person is in it.</summary>
internal sealed class ExportRights(CemeteryDesk desk, FindRights find) : IUseCase<ExportRights.Request, ExportRights.Reply>
{
    public sealed record Request(FindRights.Request Filter) : IHasReason
    {
        public string Reason => "导出墓位合同清单：" + (Filter.State is { Length: > 0 } state ? state : "在用");
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!find.Shown(request.Filter).Try(out var shown, out var problem)) return problem;
        var rows = await find.RowsAsync(shown.Rights.OrderByDescending(r => r.Id).Take(FindRights.MostCounted), ct);
        var csv = new StringBuilder("合同编号,墓园,位置,种类,状态,持证人,使用人,到期日,有争议,留位时间\r\n");
        foreach (var r in rows)
        {
            csv.AppendJoin(',', new[] { r.Number ?? "", r.Institution, r.Place, RightWords.Of(r.Kind), RightWords.Of(r.State).Word, r.Holder ?? "", r.User ?? "",
                r.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Disputed ? "是" : "", ChineseTime.Stamp(r.HeldAt, desk.Zone) }.Select(CsvCell.Of)).Append("\r\n");
        }
        return new Reply(csv.ToString(), rows.Count);
    }

    /// <summary>A form of the list page posts here; nothing is changed.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cemetery/rights/export", async ([FromForm] string? q, [FromForm] string? state, Gate gate, ExportRights useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindRights.Request(q, state)), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(reply.Csv)], "text/csv; charset=utf-8", "plot-rights.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportRights)).DisableAntiforgery().ProducesProblem(403);
}
