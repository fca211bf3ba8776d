using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Exports;

/// <summary>
/// One part of an export and the cursor behind it, in one commit: whoever comes after a kill goes on where it ended. Two nodes with the same part: the second is refused.
/// </summary>
internal sealed class KeepExportPart(AnminDb db, PersonalVault vault, SettingBook settings, TimeProvider clock) : IUseCase<KeepExportPart.Request, Done>
{
    /// <param name="Parts">How many parts there were when this one was read.</param>
    /// <param name="Next">Cursor behind this part; null for the last.</param>
    /// <param name="Failure">Why the work ends here instead, as people read it.</param>
    public sealed record Request(Guid ExportId, int Parts, string Text, int Lines, string? Next, string? Failure = null);

    public Permission Permission => WorkbenchPermissions.RunExports;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.ListExports.FirstOrDefaultAsync(e => e.Id == request.ExportId, ct) is not { IsOpen: true } export) return WorkbenchProblems.NotOpen;
        if (export.Parts != request.Parts) return KernelProblems.Changed;
        var now = clock.GetUtcNow();
        if (request.Failure is { } why)
        {
            export.Fail(why, now);
            return Done.It;
        }
        var content = Encoding.UTF8.GetBytes(request.Text);
        db.Add(new ListExportPart { ExportId = export.Id, Seq = export.Parts + 1, Content = ScannedFile.Seal(vault, ListExportPart.Column, content) });
        export.Keep(request.Lines, content.Length, request.Next);
        if (request.Next is null) export.Finish(now, now.AddDays(settings.Number(WorkbenchSettings.KeptDays)));
        return Done.It;
    }
}
