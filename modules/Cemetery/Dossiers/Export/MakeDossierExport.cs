using System.IO.Compression;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>How far an export has come, or what became of it: a commit of its own, so that a reload shows it.</summary>
internal sealed class NoteDossierExport(DossierDesk desk, PersonalVault vault) : IUseCase<NoteDossierExport.Request, Done>
{
    private const int StretchBytes = 8 * 1024 * 1024;

    /// <param name="Zip">The whole file once it is made.</param>
    public sealed record Request(Guid ExportId, int Made, byte[]? Zip, string? Failure);

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var (db, now) = (desk.Cemetery.Db, desk.Cemetery.Now);
        if (await db.DossierExports.FirstOrDefaultAsync(e => e.Id == request.ExportId, ct) is not { IsOpen: true } export) return DossierProblems.ExportNotReady;
        if (request.Failure is { } why) export.Fail(why);
        else if (request.Zip is not { } zip) export.Go(request.Made);
        else
        {
            if (!desk.Cemetery.Rules.Due("dossier.export.keep", export.Division, now).Try(out var until, out var problem)) return problem;
            var seq = 0;
            foreach (var stretch in zip.Chunk(StretchBytes)) db.Add(new ExportStretch { ExportId = export.Id, Seq = ++seq, Content = ScannedFile.Seal(vault, ExportStretch.Column, stretch) });
            export.Finish(zip.Length, ScannedFile.HashOf(zip), now, until);
        }
        return Done.It;
    }
}

/// <summary>Puts one dossier of an export into the archive and leaves an audit row about it.</summary>
internal sealed class AddToDossierExport(DossierDesk desk, DossierPack pack) : IUseCase<AddToDossierExport.Request, AddToDossierExport.Reply>
{
    /// <param name="Zip">The archive that grows; in memory only.</param>
    public sealed record Request(Guid DossierId, string Purpose, int Seq, long Left, [property: System.Text.Json.Serialization.JsonIgnore] ZipArchive Zip) : IHasReason
    {
        public string Reason => "整区导出一墓一档：" + Purpose;
    }

    public sealed record Reply(long Used);

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await pack.AddAsync(request.Zip, opened, $"{request.Seq:D4}-{opened.Position.Code}/", request.Left, request.Purpose, ct)).Try(out var used, out problem)) return problem;
        opened.Right.Tell("dossier.exported", new { form = "section", purpose = request.Purpose });
        return new Reply(used);
    }
}

/// <summary>Files whose time is over go; the row that says there was one stays.</summary>
internal sealed class ForgetDossierExports(DossierDesk desk) : IUseCase<ForgetDossierExports.Request, ForgetDossierExports.Reply>
{
    public sealed record Request;

    public sealed record Reply(int Forgotten);

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (db, now) = (desk.Cemetery.Db, desk.Cemetery.Now);
        var over = await db.DossierExports.Where(e => e.State == ExportState.Ready && e.KeepUntil <= now).OrderBy(e => e.KeepUntil).Take(50).ToListAsync(ct);
        foreach (var export in over)
        {
            await db.ExportStretches.Where(s => s.ExportId == export.Id).ExecuteDeleteAsync(ct);
            export.Forget();
        }
        return new Reply(over.Count);
    }
}

/// <summary>Makes what was asked for, one export a round. What another node left in the middle is begun again.</summary>
internal sealed class ExportRound(IServiceScopeFactory scopes) : IJob
{
    private const int Tell = 10;

    public string Name => "cemetery.dossier-export";

    public string Label => "整区导出一墓一档";

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var db = services.GetRequiredService<AnminDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await db.DossierExports.AnyAsync(e => e.State == ExportState.Ready && e.KeepUntil <= now, ct)) await RunAsync<ForgetDossierExports, ForgetDossierExports.Request, ForgetDossierExports.Reply>(new(), ct);
        if (await db.DossierExports.AsNoTracking().Where(e => e.State == ExportState.Waiting || e.State == ExportState.Running).OrderBy(e => e.Id).FirstOrDefaultAsync(ct) is not { } export) return;
        var ids = await db.Dossiers.AsNoTracking().Where(d => d.SectionId == export.SectionId && d.Standing == DossierStanding.Current && (!export.GapsOnly || d.Score < 100)).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(ct);
        if (!services.GetRequiredService<DossierDesk>().Limit("dossier.export.bytes", export.Division).Try(out var most, out var problem)) { await NoteAsync(export.Id, 0, null, problem.Message, ct); return; }
        await NoteAsync(export.Id, 0, null, null, ct);
        using var kept = new MemoryStream();
        long left = most;
        using (var zip = new ZipArchive(kept, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (id, i) in ids.Select((id, i) => (id, i + 1)))
            {
                if (!(await RunAsync<AddToDossierExport, AddToDossierExport.Request, AddToDossierExport.Reply>(new(id, export.Purpose, i, left, zip), ct)).Try(out var added, out problem))
                {
                    await NoteAsync(export.Id, i, null, problem == DossierProblems.TooBig ? $"到第{i}份时文件已超过一个压缩包的上限。请只选有缺项的，或逐份导出。" : problem.Message, ct);
                    return;
                }
                left -= added.Used;
                if (i % Tell == 0) await NoteAsync(export.Id, i, null, null, ct);
            }
        }
        await NoteAsync(export.Id, ids.Count, kept.ToArray(), null, ct);
    });

    private Task NoteAsync(Guid id, int made, byte[]? zip, string? failure, CancellationToken ct) => RunAsync<NoteDossierExport, NoteDossierExport.Request, Done>(new(id, made, zip, failure), ct);

    private Task<Outcome<TReply>> RunAsync<TUseCase, TRequest, TReply>(TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
        => scopes.AsSystemAsync(s => s.GetRequiredService<Gate>().RunAsync(s.GetRequiredService<TUseCase>(), request, ct: ct));
}
