using System.Globalization;
using System.Text;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Villages;

/// <summary>散坟上报 within reach, by place and state, newest first; paged by number of row.</summary>
internal sealed class FindGraveReports(CaseFile file, Who who, DivisionBook divisions) : IQuestion<FindGraveReports.Request, FindGraveReports.Reply>
{
    public const int MostExported = 10_000;
    private const int PageSize = 50;

    /// <param name="Place">Division and all below.</param>
    /// <param name="State">A <see cref="GraveReportState"/>.</param>
    /// <param name="After">Id of the last row seen.</param>
    public sealed record Request(string? Place = null, string? State = null, Guid? After = null);

    public sealed record Reply(IReadOnlyList<Row> Rows, int Graves, int Reports, Guid? Next);

    public sealed record Row(
        Guid Id, string Number, string Kind, int Count, string Division, string Place, double? Latitude, double? Longitude, int? Accuracy, string? Remarks, DateTimeOffset SeenAt, string By,
        GraveReportState State, string? CheckedBy, DateTimeOffset? CheckedAt, string? CheckNote, DateOnly? SettledOn, string? SettleNote, IReadOnlyList<Guid> Photos);

    internal sealed record Found(IQueryable<GraveReport> Reports);

    public Permission Permission => FuneralPermissions.ReadVillageReports;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!Filtered(request).Try(out var filtered, out var problem)) return problem;
        var found = filtered.Reports;
        var reports = await found.CountAsync(ct);
        var graves = await found.SumAsync(r => r.Count, ct);
        var from = request.After is { } after ? found.Where(r => r.Id.CompareTo(after) < 0) : found;
        var rows = await from.OrderByDescending(r => r.Id).Take(PageSize + 1).ToListAsync(ct);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new Reply(await ShapeAsync(rows, ct), graves, reports, more ? rows[^1].Id : null);
    }

    public Outcome<Found> Filtered(Request request)
    {
        var found = file.Db.GraveReports.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(request.State))
        {
            if (!Enum.TryParse<GraveReportState>(request.State, out var state)) return VillageProblems.FilterUnread;
            found = found.Where(r => r.State == state);
        }
        if (!string.IsNullOrWhiteSpace(request.Place))
        {
            var place = request.Place.Trim();
            if (place.Length > 12 || !place.All(char.IsAsciiDigit)) return VillageProblems.FilterUnread;
            found = found.Where(r => r.Division.StartsWith(place));
        }
        return new Found(found);
    }

    public async Task<List<Row>> ShapeAsync(IReadOnlyList<GraveReport> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var photos = (await file.Db.GravePhotos.AsNoTracking().Where(p => ids.Contains(p.ReportId)).Select(p => new { p.Id, p.ReportId }).ToListAsync(ct)).ToLookup(p => p.ReportId, p => p.Id);
        return [.. rows.Select(r => new Row(r.Id, r.Number, GraveReport.Label(r.Kind), r.Count, divisions.PathName(r.Division), r.Place, r.Latitude, r.Longitude, r.Accuracy, r.Remarks, r.SeenAt, who.Name(r.OpenedBy),
            r.State, r.CheckedBy is { } by ? who.Name(by) : null, r.CheckedAt, r.CheckNote, r.SettledOn, r.SettleNote, [.. photos[r.Id].Order()]))];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindGraveReports, Request, Reply>("/village/graves");
}

/// <summary>导出散坟上报: what the list shows, as CSV; who took it is in the audit.</summary>
internal sealed class ExportGraveReports(CaseFile file, FindGraveReports find) : IUseCase<ExportGraveReports.Request, ExportGraveReports.Reply>
{
    public sealed record Request(string? Place, string? State) : IHasReason
    {
        public string Reason => $"导出散坟上报 {Place} {State}".TrimEnd();
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => FuneralPermissions.ReadVillageReports;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!find.Filtered(new(request.Place, request.State)).Try(out var found, out var problem)) return problem;
        var rows = await find.ShapeAsync(await found.Reports.OrderByDescending(r => r.Id).Take(FindGraveReports.MostExported).ToListAsync(ct), ct);
        var csv = new StringBuilder("编号,类别,数量,区划,地点,纬度,经度,发现时间,上报人,状态,核实人,核实情况,处置日期,怎样处置,照片\r\n");
        foreach (var r in rows)
        {
            csv.AppendJoin(',', new[] { r.Number, r.Kind, Number(r.Count), r.Division, r.Place, Degrees(r.Latitude), Degrees(r.Longitude), ChineseTime.Stamp(r.SeenAt, file.Zone), r.By, GraveReport.Label(r.State), r.CheckedBy ?? "", r.CheckNote ?? "",
                r.SettledOn is { } on ? ChineseTime.IsoDate(on) : "", r.SettleNote ?? "", Number(r.Photos.Count) }.Select(CsvCell.Of)).Append("\r\n");
        }
        return new Reply(csv.ToString(), rows.Count);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Degrees(double? value) => value?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/village/graves/export", async ([FromForm] string? place, [FromForm] string? state, Gate gate, ExportGraveReports useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(place, state), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(reply.Csv)], "text/csv; charset=utf-8", "village-reports.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportGraveReports)).DisableAntiforgery().ProducesProblem(403);
}

/// <summary>Shows one photo of a report; who looked stands in the audit.</summary>
internal sealed class GetGravePhoto(CaseFile file, PersonalVault vault) : IQuestion<GetGravePhoto.Request, GetGravePhoto.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Reply(string Media, byte[] Content);

    public Permission Permission => FuneralPermissions.ReadVillageReports;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reports = file.Db.GraveReports;
        if (await file.Db.GravePhotos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id && reports.Any(r => r.Id == p.ReportId), ct) is not { } photo) return KernelProblems.NotFound;
        file.Context.About(photo.ReportId);
        return new Reply(photo.Media, ScannedFile.Open(vault, GravePhoto.Column, photo.Content));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetGravePhoto, Request, Reply>("/village/graves/photo");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapGet("/work/village-reports/photos/{id:guid}", async (Guid id, HttpContext http, Gate gate, GetGravePhoto get) =>
    {
        if (!(await gate.RunAsync(get, new Request(id), null, http.RequestAborted)).Try(out var photo, out var problem)) return Answers.Of(problem);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(photo.Content, photo.Media);
    }).ExcludeFromDescription();
}
