using System.Globalization;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;
using Anmin.Identity.Administration;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Auditing;

/// <summary>导出审计: the rows asked for as CSV, whose first line says who took them out, when and why. Takes no idempotency key: the answer must not be stored.</summary>
internal sealed class ExportAudit(AuditFilter filter, FindAudit find, AuditWords words, SettingBook settings, Reading reading, CurrentActor current, Reference reference, TimeProvider clock) : IUseCase<ExportAudit.Request, ExportAudit.Reply>
{
    public sealed record Request(FindAudit.Request Filter, string Reason) : IHasReason;

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => IdentityPermissions.ExportAudit;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var why = reading.Text(request.Reason, "Reason", "导出原因");
        if (why is { Length: < 4 }) reading.Refuse(IdentityProblems.WhyTooShort);
        if (reading.Problem is { } bad) return bad;
        if (!(await filter.ReadAsync(request.Filter, ct)).Try(out var chosen, out var problem)) return problem;
        var most = (int)settings.Number(AdminSettings.ExportMost);
        if (await chosen.Rows.Take(most + 1).CountAsync(ct) > most) return IdentityProblems.ExportTooMany(most);
        var rows = await find.ShapeAsync(chosen.Rows.OrderByDescending(a => a.Id).Take(most), ct);
        return new Reply(Csv(rows, why!), rows.Count);
    }

    private string Csv(IReadOnlyList<FindAudit.Row> rows, string why)
    {
        var zone = reference.Now.Zone;
        var csv = new StringBuilder();
        csv.Append(CsvCell.Of($"导出人：{current.Actor.Name}（{current.Actor.Id}，{current.Actor.Post}）；时间：{ChineseTime.Stamp(clock.GetUtcNow(), zone)}；从：{current.Actor.Device}；原因：{why}；共{rows.Count}条；只限所写用途，不得转给无关的人")).Append("\r\n");
        csv.Append("时间,编号,工号,姓名,岗位,办了什么,权限,谁的资料,资料编码,结果,原因,越范围,从哪里\r\n");
        foreach (var r in rows)
        {
            csv.AppendJoin(',', new[] { TimeZoneInfo.ConvertTime(r.At, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), r.Id.ToString(), r.ActorId, r.ActorName, r.Post, words.Of(r), r.Permission,
                r.Record is { } record ? $"{record.Number} {record.Name}" : "", r.Subject?.ToString() ?? "", r.Result == "ok" ? "已办" : r.Result, r.Reason ?? "", r.ScopeLift ?? "", r.Device }.Select(CsvCell.Of)).Append("\r\n");
        }
        return csv.ToString();
    }

    /// <summary>The form of the page posts here; the browser says that it is ours (Sec-Fetch-Site). A refusal leads back to the page.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/audit/export", async (
        [FromForm] string? who, [FromForm] string? what, [FromForm] string? subject, [FromForm] string? from, [FromForm] string? until, [FromForm] AuditKind? kind, [FromForm] string? why, [FromForm] string? device, [FromForm] string? reason, Gate gate, ExportAudit useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(new FindAudit.Request(who, what, subject, from, until, null, null, why, device, kind), reason ?? ""), null, ct);
        return outcome.Try(out var reply, out var problem)
            ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, "audit.csv")
            : Results.Redirect("/admin/audit?refusal=" + Uri.EscapeDataString(problem.All().First().Code));
    }).WithName(nameof(ExportAudit)).DisableAntiforgery().ProducesProblem(403);
}
