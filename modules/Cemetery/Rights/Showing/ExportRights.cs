using System.Text.Json;
using Anmin.Contracts.Workbench;
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

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>导出墓位合同清单: what the list shows, as CSV; a long list is made in the background. Who took it is in the audit. No number of a person is in it.</summary>
internal sealed class ExportRights(FindRights find, RightLines lines, IExportDesk exports) : IUseCase<ExportRights.Request, ExportRights.Reply>
{
    public sealed record Request(FindRights.Request Filter) : IHasReason
    {
        public string Reason => "导出墓位合同清单：" + (Filter.State is { Length: > 0 } state ? state : "在用");
    }

    /// <param name="Csv">Null where the list is so long that it became a task of the tray.</param>
    /// <param name="Task">That task.</param>
    public sealed record Reply(string? Csv, int Lines, Guid? Task = null);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!find.Shown(request.Filter).Try(out var shown, out var problem)) return problem;
        if (await shown.Rights.Select(r => r.Id).Take(exports.AtOnce + 1).CountAsync(ct) > exports.AtOnce)
        {
            var total = await shown.Rights.CountAsync(ct);
            return (await exports.AskAsync(new(RightLines.List, Says(request.Filter), JsonSerializer.Serialize(request.Filter), total), ct)).Try(out var task, out problem) ? new Reply(null, total, task) : problem;
        }
        var rows = await find.RowsAsync(shown.Rights.OrderByDescending(r => r.Id), ct);
        return new Reply(RightLines.Heading + "\r\n" + lines.Csv(rows), rows.Count);
    }

    private static string Says(FindRights.Request filter) => (filter.Q is { Length: > 0 } ? "按内容查找，" : "") + filter.State switch
    {
        null or "" => "在用",
        "ending" => "快到期",
        "disputed" => "有争议",
        var word => Enum.TryParse<RightState>(word, out var state) ? RightWords.Of(state).Word : "",
    };

    /// <summary>A form of the list page posts here; nothing is changed.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cemetery/rights/export", async ([FromForm] string? q, [FromForm] string? state, HttpRequest http, Gate gate, ExportRights useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindRights.Request(q, state)), null, ct);
        return outcome.Try(out var reply, out var problem) ? CsvAnswer.Of(reply.Csv, "plot-rights.csv") : CsvAnswer.Refused(http, problem, "/work/cemetery/rights");
    }).WithName(nameof(ExportRights)).DisableAntiforgery().ProducesProblem(403);
}
