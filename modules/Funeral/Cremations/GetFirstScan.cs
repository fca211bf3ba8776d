using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cremations;

/// <summary>Whether a first operator's scan stands for this body, still fresh and made where the body still is.</summary>
internal sealed class GetFirstScan(CaseFile file, FreshScan scans, IStaffDirectory staff) : IQuestion<GetFirstScan.Request, GetFirstScan.Answer>
{
    public sealed record Request(Guid CaseId);

    public sealed record Answer(Reply? Scan);

    public sealed record Reply(string Operator, string Name, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.StartCremation;

    public async Task<Outcome<Answer>> HandleAsync(Request request, CancellationToken ct)
    {
        var since = await file.Db.DeathCases.Where(c => c.Id == request.CaseId).Select(c => new { c.Remains!.Since, c.Division }).SingleOrDefaultAsync(ct);
        if (since is null) return KernelProblems.NotFound;
        if (!(await scans.FindAsync(request.CaseId, since.Since, since.Division, ct)).Try(out var first, out _)) return new Answer(null);
        return new Answer(new(first.Operator, staff.Find(first.Operator)?.Name ?? first.Operator, first.At));
    }
}
