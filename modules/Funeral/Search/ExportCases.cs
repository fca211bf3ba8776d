using System.Text.Json;
using Anmin.Contracts.Workbench;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Search;

/// <summary>导出案卷清单: what the list shows, as CSV; a long list is made in the background. Who took it is in the audit. No number of a person is in it.</summary>
internal sealed class ExportCases(CaseSearch search, FindCases find, CaseLines lines, IExportDesk exports, Who who, DivisionBook divisions) : IUseCase<ExportCases.Request, ExportCases.Reply>
{
    public sealed record Request(FindCases.Request Filter) : IHasReason
    {
        public string Reason => "导出清单：" + string.Join("，", new[] { Filter.Q is { Length: > 0 } ? "按内容查找" : null, Filter.Status, Filter.Institution, Filter.County, Filter.From, Filter.To }.Where(f => !string.IsNullOrEmpty(f)));
    }

    /// <param name="Csv">Null where the list is so long that it became a task of the tray.</param>
    /// <param name="Task">That task.</param>
    public sealed record Reply(string? Csv, int Lines, Guid? Task = null);

    public Permission Permission => FuneralPermissions.ExportCase;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await search.QueryAsync(request.Filter, ct)).Try(out var found, out var problem)) return problem;
        if (await found.Cases.Select(c => c.Id).Take(exports.AtOnce + 1).CountAsync(ct) > exports.AtOnce)
        {
            var total = await found.Cases.CountAsync(ct);
            return (await exports.AskAsync(new(CaseLines.List, Says(request.Filter), JsonSerializer.Serialize(request.Filter), total), ct)).Try(out var task, out problem) ? new Reply(null, total, task) : problem;
        }
        var rows = await find.ShapeAsync(CaseKey.Page(found.Cases, null, descending: true), ct);
        return new Reply(CaseLines.Heading + "\r\n" + lines.Csv(rows), rows.Count);
    }

    /// <summary>What the list is cut to; of what somebody searched for only that they did.</summary>
    private string Says(FindCases.Request filter) => string.Join("，", new[]
    {
        filter.Q is { Length: > 0 } ? "按内容查找" : null,
        filter.Status switch { null or "" => null, "open" => "在办", var word => Enum.TryParse<CaseStatus>(word, ignoreCase: true, out var status) ? CaseLabels.Of(status) : null },
        filter.Institution is { Length: > 0 } home ? who.Home(home) : null,
        filter.County is { Length: > 0 } county ? divisions.Find(county)?.Name : null,
        filter.Hold is true ? "暂停处置" : null,
        filter.From is { Length: > 0 } from ? from + "起" : null,
        filter.To is { Length: > 0 } to ? "到" + to : null,
    }.Where(w => !string.IsNullOrEmpty(w)));

    /// <summary>A form of the list page posts here; the browser says that it is ours (Sec-Fetch-Site), and nothing is changed.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cases/export", async (
        [FromForm] string? q, [FromForm] string? status, [FromForm] string? institution, [FromForm] string? county, [FromForm] bool? hold, [FromForm] string? from, [FromForm] string? to, HttpRequest http, Gate gate, ExportCases useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindCases.Request(q, status, institution, county, hold, from, to)), null, ct);
        return outcome.Try(out var reply, out var problem) ? CsvAnswer.Of(reply.Csv, "cases.csv") : CsvAnswer.Refused(http, problem, "/work/cases");
    }).WithName(nameof(ExportCases)).DisableAntiforgery().ProducesProblem(403);
}
