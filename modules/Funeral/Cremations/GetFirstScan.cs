using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cremations;

/// <summary>Whether a first operator's scan stands for this body, still fresh and made where the body still is.</summary>
internal sealed class GetFirstScan(CaseFile file, IStaffDirectory staff) : IQuestion<GetFirstScan.Request, GetFirstScan.Answer>
{
    public sealed record Request(Guid CaseId);

    public sealed record Answer(Reply? Scan);

    public sealed record Reply(string Operator, string Name, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Answer>> HandleAsync(Request request, CancellationToken ct)
    {
        var since = await file.Db.DeathCases.Where(c => c.Id == request.CaseId).Select(c => new { c.Remains!.Since, c.Division }).SingleOrDefaultAsync(ct);
        if (since is null) return KernelProblems.NotFound;
        var first = await file.Db.FirstScans.AsNoTracking().SingleOrDefaultAsync(f => f.CaseId == request.CaseId && f.At >= since.Since, ct);
        if (first is null || !file.Rules.Due("cremation.scan.valid", since.Division, first.At).Try(out var until, out _) || file.Now >= until) return new Answer(null);
        return new Answer(new(first.Operator, staff.Find(first.Operator)?.Name ?? first.Operator, first.At));
    }
}
