using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Furnaces;

/// <summary>
/// 第二人扫腕带, looked at before the fire is offered: a wrong tag stops here and stays in the audit. It opens nothing by itself:
/// <see cref="StartCremation"/> asks all of it again.
/// </summary>
internal sealed class CheckSecondTag(CaseFile file, Reading reading, FreshScan scans) : IUseCase<CheckSecondTag.Request, CheckSecondTag.Reply>
{
    public sealed record Request(Guid CaseId, string SecondScan);

    /// <param name="First">Who scanned first.</param>
    public sealed record Reply(string First, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var scan = reading.Text(request.SecondScan, nameof(request.SecondScan), "第二人扫的标签", 40);
        if (reading.Problem is { } bad) return bad;
        if (!TagText.Read(scan).Try(out scan, out var problem)) return problem with { Field = nameof(request.SecondScan) };
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out problem)) return problem;
        if (!(await scans.FindAsync(opened.Id, opened.Remains!.Since, opened.Division, ct)).Try(out var first, out problem)) return problem;
        if (first.Operator == file.By.Id) return FuneralProblems.SameTwo;
        if (!opened.NoteSecondScan(scan, file.By).Try(out _, out problem)) return problem with { Field = nameof(request.SecondScan) };
        return new Reply(first.Operator, first.At);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckSecondTag, Request, Reply>("/cremations/check-second-tag");
}

/// <summary>Whose wrist tag this is among those called to a furnace; nobody's where it is none of theirs.</summary>
internal sealed class FindCalledTag(CaseFile file) : IQuestion<FindCalledTag.Request, FindCalledTag.Reply>
{
    public sealed record Request(string Tag);

    public sealed record Reply(Guid? CaseId);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!TagText.Read(request.Tag).Try(out var tag, out _)) return new Reply(null);
        var calls = file.Db.FurnaceCalls;
        var found = await file.Db.DeathCases.AsNoTracking().Where(c => c.IsOpen && c.Cremation == null && c.Remains!.Tag == tag && calls.Any(f => f.CaseId == c.Id)).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        return new Reply(found);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindCalledTag, Request, Reply>("/furnaces/called-tag");
}
