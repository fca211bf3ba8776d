using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Villages;

/// <summary>上报散坟、乱葬. Sent twice from a phone without network it is one report.</summary>
internal sealed class ReportGraves(CaseFile file, Reading reading) : IUseCase<ReportGraves.Request, ReportGraves.Reply>
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <param name="Ref">Made on the phone; null makes one here.</param>
    /// <param name="Division">Town or village; empty means the officer's own.</param>
    /// <param name="Accuracy">Metres.</param>
    public sealed record Request(
        Guid? Ref, GraveKind Kind, string? Count, string? Division, string? Place, double? Latitude = null, double? Longitude = null, double? Accuracy = null, string? Remarks = null, DateTimeOffset? SeenAt = null, string? Account = null);

    public sealed record Reply(Guid ReportId, string Number);

    public Permission Permission => FuneralPermissions.WorkInVillage;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return VillageProblems.OtherAccount;
        var place = reading.Text(request.Place, nameof(request.Place), "地点", 200);
        var remarks = reading.Text(request.Remarks, nameof(request.Remarks), "情况说明", 500, required: false);
        if (!int.TryParse(Kernel.Personal.TypedText.Compact(request.Count ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > GraveReport.MostGraves) reading.Refuse(VillageProblems.CountShape);
        var division = reading.Place(string.IsNullOrWhiteSpace(request.Division) ? file.By.Division : request.Division, nameof(request.Division), "镇街或村", digits: 6, inside: file.City);
        if ((request.Latitude is null) != (request.Longitude is null) || request.Latitude is < -90 or > 90 || request.Longitude is < -180 or > 180) reading.Refuse(VillageProblems.Position);
        if (reading.Problem is { } bad) return bad;
        if (!division!.StartsWith(file.By.Division, StringComparison.Ordinal)) return VillageProblems.Outside with { Field = nameof(request.Division) };
        if (request.SeenAt > file.Now + Skew) return VillageProblems.ClockAhead;
        var mark = request.Ref ?? Guid.CreateVersion7();
        var me = file.By.Id;
        if (await file.Db.GraveReports.Where(r => r.Ref == mark && r.OpenedBy == me).Select(r => new Reply(r.Id, r.Number)).FirstOrDefaultAsync(ct) is { } earlier) return earlier;
        if (!(await file.NumberAsync("village-report", null, ct)).Try(out var number, out var problem)) return problem;
        var seen = new GraveReport.Sighting(number, mark, request.Kind, count, division, place!, request.Latitude, request.Longitude, request.Accuracy is { } metres and >= 0 and < 1e6 ? (int)Math.Round(metres) : null, remarks,
            request.SeenAt is { } at ? new(at.UtcTicks / 10 * 10, TimeSpan.Zero) : file.Now);
        var made = GraveReport.Of(seen, file.By, file.Now);
        file.Db.Add(made);
        file.Context.About(made.Id);
        return new Reply(made.Id, made.Number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReportGraves, Request, Reply>("/village/graves");
}

/// <summary>现场照片 of a report, one by one; the same photo twice is one.</summary>
internal sealed class AddGravePhoto(CaseFile file, PersonalVault vault) : IUseCase<AddGravePhoto.Request, AddGravePhoto.Reply>
{
    /// <param name="Ref">The report's, as made on the phone.</param>
    /// <param name="Data">JPEG or PNG of 600 KB at most; base64 in JSON.</param>
    public sealed record Request(Guid Ref, byte[]? Data, string? Account = null);

    public sealed record Reply(Guid PhotoId, string Hash);

    public Permission Permission => FuneralPermissions.WorkInVillage;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return VillageProblems.OtherAccount;
        var content = request.Data ?? [];
        if (content.Length > GravePhoto.MostBytes) return VillageProblems.PhotoSize;
        if (!ScannedFile.Check(content, GravePhoto.MostBytes).Try(out var media, out var problem)) return problem;
        if (media == "application/pdf") return ScannedFile.Kind;
        if (BarePicture.Of(content, media) is not { } bare) return ScannedFile.Broken;
        var me = file.By.Id;
        if (await file.Db.GraveReports.FirstOrDefaultAsync(r => r.Ref == request.Ref && r.OpenedBy == me, ct) is not { } report) return VillageProblems.NoReport;
        var hash = ScannedFile.HashOf(content);
        var there = await file.Db.GravePhotos.Where(p => p.ReportId == report.Id).Select(p => new { p.Id, p.Hash }).ToListAsync(ct);
        if (there.Find(p => p.Hash == hash) is { } same) return new Reply(same.Id, same.Hash);
        if (there.Count >= GravePhoto.MostPerReport) return VillageProblems.TooManyPhotos;
        var made = new GravePhoto { ReportId = report.Id, Media = media, Hash = hash, Content = ScannedFile.Seal(vault, GravePhoto.Column, bare.Content), At = file.Now, By = me };
        report.NotePhoto(made.Id, hash);
        file.Db.Add(made);
        file.Context.About(report.Id);
        return new Reply(made.Id, hash);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AddGravePhoto, Request, Reply>("/village/graves/photos");
}
