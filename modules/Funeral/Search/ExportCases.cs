using Anmin.Funeral.Cases;
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
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Search;

/// <summary>导出案卷清单: what the list shows, as CSV, at most ten thousand lines; who took it is in the audit. No number of a person is in it.</summary>
internal sealed class ExportCases(CaseSearch search, FindCases find, CaseFile file) : IUseCase<ExportCases.Request, ExportCases.Reply>
{
    public sealed record Request(FindCases.Request Filter) : IHasReason
    {
        public string Reason => "导出清单：" + string.Join("，", new[] { Filter.Q is { Length: > 0 } ? "按内容查找" : null, Filter.Status, Filter.Institution, Filter.County, Filter.From, Filter.To }.Where(f => !string.IsNullOrEmpty(f)));
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => FuneralPermissions.ExportCase;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await search.QueryAsync(request.Filter, ct)).Try(out var found, out var problem)) return problem;
        var rows = await find.ShapeAsync(found.Cases.OrderByDescending(c => c.ReportedAt).ThenByDescending(c => c.Id).Take(FindCases.MostCounted), ct);
        var csv = new StringBuilder("案卷编号,姓名,性别,年龄,区划,殡仪馆,状态,现在在,标签,暂停,去世时间,报告时间\r\n");
        foreach (var r in rows)
        {
            csv.AppendJoin(',', new[] { r.Number, r.Name, r.Sex, r.Age?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", r.Place, r.Institution ?? "", r.StatusLabel, r.Body, r.Tag ?? "", r.OnHold ? "是" : "",
                r.DiedAt is { } died ? ChineseTime.Stamp(died, file.Zone) : "", ChineseTime.Stamp(r.ReportedAt, file.Zone) }.Select(CsvCell.Of)).Append("\r\n");
        }
        return new Reply(csv.ToString(), rows.Count);
    }

    /// <summary>A form of the list page posts here; the browser says that it is ours (Sec-Fetch-Site), and nothing is changed.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/export", async (
        [FromForm] string? q, [FromForm] string? status, [FromForm] string? institution, [FromForm] string? county, [FromForm] bool? hold, [FromForm] string? from, [FromForm] string? to, Gate gate, ExportCases useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindCases.Request(q, status, institution, county, hold, from, to)), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(reply.Csv)], "text/csv; charset=utf-8", "cases.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportCases)).DisableAntiforgery().ProducesProblem(403);
}
