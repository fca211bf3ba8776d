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

namespace Anmin.Identity.Staffing;

/// <summary>导出人员清单: what the list shows, whole, as CSV; who took it is in the audit.</summary>
internal sealed class ExportStaff(FindStaff find) : IUseCase<ExportStaff.Request, ExportStaff.Reply>
{
    public sealed record Request(FindStaff.Request Filter) : IHasReason
    {
        public string Reason => "导出人员清单" + (string.Join("，", new[] { Filter.Text is { Length: > 0 } ? "按姓名查找" : null, Filter.Institution, Filter.Post, Filter.State }.Where(f => !string.IsNullOrEmpty(f))) is { Length: > 0 } by ? "：" + by : "");
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => IdentityPermissions.ManageStaff;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await find.HandleAsync(request.Filter with { Everything = true }, ct)).Try(out var found, out var problem)) return problem;
        var csv = new StringBuilder("工号,姓名,岗位,机构,科室,区划,状态,离职日期,来源\r\n");
        foreach (var r in found.Rows)
            csv.AppendJoin(',', new[] { r.Id, r.Name, r.Posts, r.InstitutionName, r.Section ?? "", r.Division, StaffWords.StateOf(r), r.LeftOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", StaffWords.SourceOf(r.Local) }.Select(CsvCell.Of)).Append("\r\n");
        return new Reply(csv.ToString(), found.Rows.Count);
    }

    /// <summary>The form of the list page posts here; the browser says that it is ours (Sec-Fetch-Site), and nothing is changed.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/staff/export", async (
        [FromForm] string? text, [FromForm] string? institution, [FromForm] string? post, [FromForm] string? state, Gate gate, ExportStaff useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindStaff.Request(text, institution, post, state)), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, "staff.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportStaff)).DisableAntiforgery().ProducesProblem(403);
}
