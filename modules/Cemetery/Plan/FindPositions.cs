using System.Text;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Plan;

/// <summary>按列表看、找墓位: by name or initials, contract, telephone, 排号, in one whole ground; or by state, paged.</summary>
internal sealed class FindPositions(GroundDesk desk, PositionShelf shelf) : IQuestion<FindPositions.Request, FindPositions.Reply>
{
    public const int Page = 50;

    /// <param name="Ground">One's own where empty.</param>
    /// <param name="Show">A mark (<c>free</c>, <c>arrears</c> …), <c>over</c> or <c>unplaced</c>; all where empty.</param>
    /// <param name="After">The last position of the page before.</param>
    public sealed record Request(string? Ground = null, string? Q = null, string? Show = null, Guid? Section = null, Guid? After = null);

    public sealed record Reply(string Ground, IReadOnlyList<PositionShelf.Row> Rows, Guid? Next, int? ExpiringDays);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.GroundAsync(string.IsNullOrWhiteSpace(request.Ground) ? desk.Desk.By.Institution : request.Ground, ct)).Try(out var ground, out var problem)) return problem;
        var limits = PlanLimits.Of(desk.Desk.Rules, ground.Card.Division, ground.Ground.Nature, desk.Desk.Today);
        if (request.Q?.Trim() is { Length: > 0 } q)
        {
            if (q.Length > 60) return KernelProblems.TooLong(nameof(request.Q), "查找内容", 60);
            return new Reply(ground.Card.Id, await shelf.MeantAsync(q, ground.Card.Id, limits, ct), null, limits.ExpiringDays);
        }
        if (!(await shelf.NextAsync(ground.Card.Id, request.Section, request.Show, request.After, Page + 1, limits, ct)).Try(out var rows, out problem)) return problem;
        return new Reply(ground.Card.Id, [.. rows.Take(Page)], rows.Count > Page ? rows[Page - 1].Id : null, limits.ExpiringDays);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPositions, Request, Reply>("/cemeteries/positions");
}

/// <summary>导出墓位 as CSV, what the list shows of all pages; names only for those who may read them.</summary>
internal sealed class ExportPositions(GroundDesk desk, PositionShelf shelf) : IQuestion<ExportPositions.Request, ExportPositions.Reply>
{
    private const int Most = 50_000;

    public sealed record Request(string? Ground = null, string? Show = null, Guid? Section = null);

    public sealed record Reply(string FileName, byte[] Content);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.GroundAsync(string.IsNullOrWhiteSpace(request.Ground) ? desk.Desk.By.Institution : request.Ground, ct)).Try(out var ground, out var problem)) return problem;
        var limits = PlanLimits.Of(desk.Desk.Rules, ground.Card.Division, ground.Ground.Nature, desk.Desk.Today);
        var text = new StringBuilder("墓位,编码,状态,提示,安葬,持有人,合同编号,使用期至,维护费交到\r\n");
        Guid? after = null;
        for (var taken = 0; taken < Most; taken += 1000)
        {
            if (!(await shelf.NextAsync(ground.Card.Id, request.Section, request.Show, after, 1000, limits, ct)).Try(out var rows, out problem)) return problem;
            foreach (var r in rows)
                text.AppendJoin(',', new[] { r.Name, r.Code, GroundWords.Of(r.State), Hint(r, limits), r.Resting ?? "", r.Holder ?? "", r.Contract ?? "", Day(r.Until), Day(r.CareUntil) }.Select(CsvCell.Of)).Append("\r\n");
            if (rows.Count < 1000) break;
            after = rows[^1].Id;
        }
        return new Reply($"墓位-{ground.Card.Id}-{ChineseTime.IsoDate(desk.Desk.Today)}.csv", CsvFile.Of(text.ToString()));
    }

    private static string Hint(PositionShelf.Row row, PlanLimits limits)
        => string.Join("；", new[] { row.Mark is PlanMark.Arrears or PlanMark.Expiring ? PlanMarks.Of(row.Mark, limits.ExpiringDays) : "", row.Over ? "超标" : "" }.Where(w => w.Length > 0));

    private static string Day(DateOnly? day) => day is { } d ? ChineseTime.IsoDate(d) : "";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cemeteries/positions/export", async ([AsParameters] Request request, Gate gate, ExportPositions useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, request, null, ct)).Try(out var file, out var problem) ? Results.File(file.Content, "text/csv; charset=utf-8", file.FileName) : Answers.Of(problem))
        .WithName(nameof(ExportPositions)).Produces(200, contentType: "text/csv").ProducesProblem(403).ProducesProblem(404);
}
