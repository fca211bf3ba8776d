using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.SignInLog;

/// <summary>The sign-in log as a CSV file. A command, not a question: whoever takes a copy away leaves an audit row.</summary>
internal sealed class ExportSignIns(FindSignIns find, Reference reference) : IUseCase<ExportSignIns.Request, ExportSignIns.Reply>
{
    public const int Most = 50_000;

    public sealed record Request(string? Who = null, SignInResult? Result = null, string? From = null, string? Until = null) : IHasReason
    {
        public string Reason => "导出登录日志";
    }

    public sealed record Reply(string Csv, int Rows);

    public Permission Permission => IdentityPermissions.ReadSignIns;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await find.PageAsync(new(request.Who, request.Result, request.From, request.Until), Most, ct)).Try(out var found, out var problem)) return problem;
        var text = new StringBuilder("时间,结果,方式,工号,姓名,用户名,来自,设备\r\n");
        foreach (var row in found.Rows)
        {
            var at = TimeZoneInfo.ConvertTime(row.At, reference.Now.Zone).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
            text.AppendJoin(',', new[] { at, SignInWords.Of(row.Result, row.Methods), row.Result == SignInResult.Ended ? "" : SignInWords.How(row.Methods), row.StaffId, row.Name, row.Login, row.Device, row.Agent }.Select(cell => CsvCell.Of(cell ?? ""))).Append("\r\n");
        }
        return new Reply(text.ToString(), found.Rows.Count);
    }

    /// <summary>GET, because a link downloads it; it changes nothing but the audit.</summary>
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/admin/sign-ins.csv", async ([AsParameters] Request request, Gate gate, ExportSignIns export, CancellationToken ct) =>
        (await gate.RunAsync(export, request, null, ct)).Try(out var reply, out var problem)
            ? Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(reply.Csv)], "text/csv; charset=utf-8", "sign-ins.csv")
            : Answers.Of(problem)).ExcludeFromDescription();
}
