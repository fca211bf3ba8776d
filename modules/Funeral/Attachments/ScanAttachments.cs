using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Attachments;

/// <summary>What the scanner said of one file. Only ever from 未扫描 to one of the other two.</summary>
internal sealed class RecordAttachmentScan(CaseFile file, AttachmentDesk desk) : IUseCase<RecordAttachmentScan.Request, Done>
{
    public sealed record Request(Guid AttachmentId, ScanState Said);

    public Permission Permission => FuneralPermissions.AddAttachment;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.AttachmentId, ct)).Try(out var found, out var problem)) return problem;
        if (found.Attachment.Scan != ScanState.NotScanned || request.Said == ScanState.NotScanned) return Done.It;
        found.Attachment.Scanned(request.Said, file.Now);
        // a clean file is no news; a blocked one is
        return request.Said == ScanState.Blocked ? found.Case.NoteWork("attachment.blocked", new { found.Attachment.Id, found.Attachment.Type }, evenWhenOver: true) : Done.It;
    }
}

/// <summary>Asks the scanner outside any transaction, one file after the other; what it does not answer for is asked again.</summary>
internal sealed class AttachmentScanRound(IServiceScopeFactory scopes, IFileScanning scanning) : IJob
{
    private const int AtOnce = 20;

    public string Name => "funeral.attachments.scan";

    public string Label => "扫描上传的材料";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        if (!scanning.IsSetUp) return;
        foreach (var id in await scopes.AsSystemAsync(s => s.GetRequiredService<AnminDb>().CaseAttachments.Where(a => a.Scan == ScanState.NotScanned).OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct)))
        {
            if (!await scopes.AsSystemAsync(s => ScanAsync(s, id, ct))) return;
        }
    }

    /// <returns>False where the scanner does not answer.</returns>
    private async Task<bool> ScanAsync(IServiceProvider services, Guid id, CancellationToken ct)
    {
        var attachment = await services.GetRequiredService<AnminDb>().CaseAttachments.AsNoTracking().FirstAsync(a => a.Id == id, ct);
        var said = await scanning.ScanAsync(await services.GetRequiredService<AttachmentDesk>().ReadAsync(attachment, ct), ct);
        if (said == ScanState.NotScanned) return false;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<RecordAttachmentScan>(), new RecordAttachmentScan.Request(id, said), ct: ct);
        return true;
    }
}
