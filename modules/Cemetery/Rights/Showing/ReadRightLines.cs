using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>One part of 墓位合同清单, the newest first, from the right the cursor names.</summary>
internal sealed class ReadRightLines(FindRights find, RightLines lines) : IQuestion<ReadRightLines.Request, ListPart>
{
    public sealed record Request(FindRights.Request Filter, string? After, int Most);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<ListPart>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!find.Shown(request.Filter).Try(out var shown, out var problem)) return problem;
        var rights = shown.Rights;
        if (request.After is { } after)
        {
            if (!Guid.TryParse(after, out var last)) return RightProblems.PageKey;
            rights = rights.Where(r => r.Id.CompareTo(last) < 0);
        }
        var rows = await find.RowsAsync(rights.OrderByDescending(r => r.Id).Take(request.Most + 1), ct);
        var more = rows.Count > request.Most;
        if (more) rows.RemoveAt(request.Most);
        return new ListPart(lines.Csv(rows), rows.Count, more ? rows[^1].Id.ToString() : null);
    }
}
