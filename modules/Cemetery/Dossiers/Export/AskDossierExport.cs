using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>整区导出: asks for the dossiers of one section as a ZIP; the work is done in the background, up to the number and size the rules allow.</summary>
internal sealed class AskDossierExport(DossierDesk desk, Reading reading) : IUseCase<AskDossierExport.Request, AskDossierExport.Reply>
{
    public sealed record Request(Guid? Section, bool GapsOnly, string? Purpose) : IHasReason
    {
        public string Reason => "整区导出一墓一档：" + Purpose;
    }

    public sealed record Reply(Guid ExportId, int Total);

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var purpose = reading.Text(request.Purpose, nameof(request.Purpose), "用途", 100);
        if (purpose is { Length: < 4 }) reading.Refuse(DossierProblems.ReasonShort.At(nameof(request.Purpose)));
        if (request.Section is null) reading.Refuse(KernelProblems.Required(nameof(request.Section), "墓区"));
        if (reading.Problem is { } bad) return bad;
        var (cemetery, db) = (desk.Cemetery, desk.Cemetery.Db);
        if (await db.DossierTallies.AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.Section, ct) is not { } tally) return DossierProblems.NothingToExport;
        var total = await db.Dossiers.CountAsync(d => d.SectionId == tally.Id && d.Standing == DossierStanding.Current && (!request.GapsOnly || d.Score < 100), ct);
        if (total == 0) return DossierProblems.NothingToExport;
        if (!desk.Limit("dossier.export.most", tally.Division).Try(out var most, out var problem)) return problem;
        if (total > most) return DossierProblems.TooMany(total, most);
        var export = new DossierExport { SectionId = tally.Id, Division = tally.Division, Institution = tally.Institution, OpenedBy = cemetery.By.Id, Origin = cemetery.By.Institution, GapsOnly = request.GapsOnly, Purpose = purpose!, AskedBy = cemetery.By.Id, AskedAt = cemetery.Now, Total = total };
        db.Add(export);
        return new Reply(export.Id, total);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskDossierExport, Request, Reply>("/cemetery/dossiers/exports");
}

/// <summary>整区导出的进度, newest first.</summary>
internal sealed class FindDossierExports(DossierDesk desk) : IQuestion<FindDossierExports.Request, FindDossierExports.Reply>
{
    private const int Most = 10;

    public sealed record Request;

    public sealed record Row(Guid Id, string Section, bool GapsOnly, string Purpose, ExportState State, int Made, int Total, long Size, string? Hash, string? Failure, string By, DateTimeOffset At, DateTimeOffset? KeepUntil, bool Mine);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        var rows = await db.DossierExports.AsNoTracking().OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        var ids = rows.ConvertAll(e => e.SectionId);
        var names = await db.Set<Grounds.Section>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new Reply(rows.ConvertAll(e => new Row(e.Id, names.GetValueOrDefault(e.SectionId, ""), e.GapsOnly, e.Purpose, e.State, e.Made, e.Total, e.Size, e.Hash, e.Failure, desk.Cemetery.StaffName(e.AskedBy), e.AskedAt, e.KeepUntil, e.AskedBy == desk.Cemetery.By.Id)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDossierExports, Request, Reply>("/cemetery/dossiers/exports");
}

/// <summary>下载整区导出, by whoever asked for it. Every download is an audit row of its own.</summary>
internal sealed class DownloadDossierExport(DossierDesk desk, PersonalVault vault) : IUseCase<DownloadDossierExport.Request, DownloadDossierExport.Reply>
{
    public sealed record Request(Guid ExportId) : IHasReason
    {
        public string Reason => "下载整区导出 " + ExportId.ToString("N")[^8..];
    }

    public sealed record Reply(byte[] Zip, string Name) : ISecretReply;

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Cemetery.Db;
        if (await db.DossierExports.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.ExportId && e.AskedBy == desk.Cemetery.By.Id, ct) is not { State: ExportState.Ready } export || export.KeepUntil <= desk.Cemetery.Now) return DossierProblems.ExportNotReady;
        desk.Cemetery.Context.About(export.Id);
        using var whole = new MemoryStream();
        foreach (var id in await db.ExportStretches.AsNoTracking().Where(s => s.ExportId == export.Id).OrderBy(s => s.Seq).Select(s => s.Id).ToListAsync(ct))
            await whole.WriteAsync(ScannedFile.Open(vault, ExportStretch.Column, await db.ExportStretches.AsNoTracking().Where(s => s.Id == id).Select(s => s.Content).FirstAsync(ct)), ct);
        var zip = whole.ToArray();
        return ScannedFile.HashOf(zip) == export.Hash ? new Reply(zip, $"dossiers-{export.Id.ToString("N")[^8..]}.zip") : throw new InvalidOperationException($"Export {export.Id} is not what was made.");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DownloadDossierExport, Request, Reply>("/cemetery/dossiers/exports/download");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/cemetery/dossiers/exports/{id:guid}", async (Guid id, [Microsoft.AspNetCore.Mvc.FromForm] string? purpose, Gate gate, DownloadDossierExport useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, new Request(id), null, ct)).Try(out var reply, out var problem) ? Results.File(reply.Zip, "application/zip", reply.Name) : ExportAnswers.Of(problem)).ExcludeFromDescription();
}
