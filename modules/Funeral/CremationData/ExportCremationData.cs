using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.CremationData;

/// <summary>
/// 导出火化数据 of a month by the fields of the province or the nation. Here it is allowed, counted and audited; the rows then flow
/// from the database to the file without ever standing in memory together, within the same reach.
/// </summary>
internal sealed class ExportCremationData(CaseFile file, CremationReader reader, Reading reading) : IUseCase<ExportCremationData.Request, ExportCremationData.Reply>
{
    private const int ShortestReason = 4;

    /// <param name="Month">2026-04.</param>
    /// <param name="Set">record, certificate or national.</param>
    /// <param name="Format">csv (UTF-8 with its mark), gbk or xlsx.</param>
    public sealed record Request(string? Month, string? Set, string? Format, string? Institution, string? Reason) : IHasReason
    {
        string IHasReason.Reason => $"导出火化数据 {Month} {Set} {Format}：{Reason}";
    }

    public sealed record Reply(DateOnly Month, int Rows, string FileName);

    public Permission Permission => FuneralPermissions.ExportCremations;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "导出用途", 200);
        if (reason is { Length: < ShortestReason }) reading.Refuse(DataProblems.ReasonShort);
        if (MonthOf(request.Month) is not { } month || month > file.Today) reading.Refuse(DataProblems.MonthUnread);
        if (DataSet.Of(request.Set) is null) reading.Refuse(DataProblems.SetUnknown);
        if (request.Format is not ("csv" or "gbk" or "xlsx")) reading.Refuse(DataProblems.FormatUnknown);
        if (reading.Problem is { } bad) return bad;
        if (request.Institution is { Length: > 0 } home && !file.Reaches(home)) return KernelProblems.NotFound;
        var first = MonthOf(request.Month)!.Value;
        var rows = await reader.CountAsync(new(first, Home(request)), ct);
        return new Reply(first, rows, $"{DataSet.Of(request.Set)!.Name}-{first:yyyyMM}.{(request.Format == "xlsx" ? "xlsx" : "csv")}");
    }

    internal static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text?.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    private static string? Home(Request request) => string.IsNullOrWhiteSpace(request.Institution) ? null : request.Institution;

    /// <summary>Head and rows of one set, as they come.</summary>
    public static async Task<int> WriteAsync(CremationReader reader, CremationReader.Range range, DataSet set, string format, Stream to, CancellationToken ct)
    {
        var rows = 0;
        await using var sheet = DataSheet.On(to, format);
        await sheet.RowAsync([.. set.Fields.Select(f => f.Name)], ct);
        await foreach (var row in reader.ReadAsync(range, ct))
        {
            await sheet.RowAsync([.. set.Fields.Select(f => f.Of(row))], ct);
            rows++;
        }
        return rows;
    }

    /// <summary>By way of a file that nobody else can open and that is gone when it was sent.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/cremation-data/export", async (
        [FromForm] string? month, [FromForm] string? set, [FromForm] string? format, [FromForm] string? institution, [FromForm] string? reason, Gate gate, ExportCremationData useCase, CremationReader reader, CancellationToken ct) =>
    {
        var request = new Request(month, set, format, institution, reason);
        var outcome = await gate.RunAsync(useCase, request, null, ct);
        if (!outcome.Try(out var reply, out var problem)) return Answers.Of(problem);
        // made by the system for its owner alone
        var kept = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await WriteAsync(reader, new(reply.Month, Home(request)), DataSet.Of(set)!, format!, kept, ct);
        kept.Position = 0;
        return Results.Stream(kept, format == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : format == "gbk" ? "text/csv; charset=gb18030" : "text/csv; charset=utf-8", reply.FileName);
    }).WithName(nameof(ExportCremationData)).DisableAntiforgery().ProducesProblem(403);
}

/// <summary>Every way the export refuses.</summary>
internal static class DataProblems
{
    public static readonly Problem ReasonShort = new("funeral.cremation-data.reason", "请写明导出用途，至少4个字，例如“上报四月火化数据”。", ProblemKind.Invalid, "Reason");

    public static readonly Problem MonthUnread = new("funeral.cremation-data.month", "请选择月份，写成2026-04，不能晚于本月。", ProblemKind.Invalid, "Month");

    public static readonly Problem SetUnknown = new("funeral.cremation-data.set", "请选择要导出的表：火化业务汇总、火化证明，或自然人库子集。", ProblemKind.Invalid, "Set");

    public static readonly Problem FormatUnknown = new("funeral.cremation-data.format", "请选择文件格式：CSV（UTF-8）、CSV（GBK）或XLSX。", ProblemKind.Invalid, "Format");
}
