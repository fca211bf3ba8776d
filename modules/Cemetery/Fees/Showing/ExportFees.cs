using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Fees.Showing;

/// <summary>导出一个队列 as CSV in UTF-8 with its mark; telephones stay masked.</summary>
internal sealed class ExportFees(FindFees find) : IQuestion<ExportFees.Request, ExportFees.Reply>
{
    public sealed record Request(FeeQueue Show = FeeQueue.Soon, string? Q = null, string? Institution = null);

    public sealed record Reply(string FileName, byte[] Content);

    public Permission Permission => CemeteryPermissions.ReadFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await find.HandleAsync(new FindFees.Request(request.Show, request.Q, request.Institution, null, 5000), ct)).Try(out var found, out var problem)) return problem;
        List<IReadOnlyList<string>> rows = [["合同编号", "单位", "墓位", "持证人", "电话", "使用期到", "维护费交到", "欠交年数", "欠交金额（元）", "文书编号", "文书日期"]];
        rows.AddRange(found.Rows.Select(r => (IReadOnlyList<string>)
            [r.Number ?? "", r.Institution, r.Place, r.Holder ?? "", r.Phone, Day(r.TermUntil), Day(r.CarePaidUntil), r.Years.ToString(CultureInfo.InvariantCulture), (r.Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture), r.Letter ?? "", Day(r.LetterOn)]));
        var text = string.Concat(rows.Select(r => string.Join(',', r.Select(CsvCell.Of)) + "\r\n"));
        return new Reply($"fees-{request.Show.ToString().ToLowerInvariant()}-{found.Today:yyyyMMdd}.csv", CsvFile.Of(text));
    }

    private static string Day(DateOnly? day) => day is { } d ? ChineseTime.IsoDate(d) : "";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cemetery/fees/export", async ([AsParameters] Request request, Gate gate, ExportFees useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, request, null, ct)).Try(out var file, out var problem) ? Results.File(file.Content, "text/csv; charset=utf-8", file.FileName) : Answers.Of(problem))
        .WithName(nameof(ExportFees)).Produces(200, contentType: "text/csv").ProducesProblem(403);
}
