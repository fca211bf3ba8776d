using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Search;

/// <summary>One part of 案卷清单, newest report first, from the case the cursor names.</summary>
internal sealed class ReadCaseLines(CaseSearch search, FindCases find, CaseLines lines) : IQuestion<ReadCaseLines.Request, ListPart>
{
    public sealed record Request(FindCases.Request Filter, string? After, int Most);

    public Permission Permission => FuneralPermissions.ExportCase;

    public async Task<Outcome<ListPart>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await search.QueryAsync(request.Filter, ct)).Try(out var found, out var problem)) return problem;
        var rows = await find.ShapeAsync(CaseKey.Page(found.Cases, CaseKey.Read(request.After), descending: true).Take(request.Most + 1), ct);
        var more = rows.Count > request.Most;
        if (more) rows.RemoveAt(request.Most);
        return new ListPart(lines.Csv(rows), rows.Count, more ? CaseKey.Write(rows[^1].ReportedAt, rows[^1].Id) : null);
    }
}
