using Anmin.Contracts.Workbench;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Archive;

/// <summary>批量归档 of cases with all their papers: each by <see cref="FileCase"/>. What lacks something is filed by itself, with its reason.</summary>
internal sealed class FileCasesInBulk(Gate gate, FileCase fileCase, CaseFile file) : IBulkAction
{
    public string Action => "file-cases";

    public string Title => "归档";

    public string Unit => "份案卷";

    public string ListPath => "/work/archive";

    public Permission Permission => FuneralPermissions.FileArchive;

    /// <summary>A case that has an archive number keeps it.</summary>
    public string? Restores => null;

    public Task<IReadOnlyList<BulkField>> FieldsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<BulkField>>([]);

    public async Task<IReadOnlyList<BulkSubject>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Guid[] picked = [.. ids];
        var cases = await file.Db.DeathCases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.Name, c.Unidentified, c.IsOpen }).ToListAsync(ct);
        var filed = (await file.Db.ArchiveFilings.AsNoTracking().Where(f => ids.Contains(f.CaseId)).Select(f => new { f.CaseId, f.Number }).ToListAsync(ct)).ToDictionary(f => f.CaseId, f => f.Number);
        return [.. cases.OrderBy(c => Array.IndexOf(picked, c.Id)).Select(c => new BulkSubject(c.Id, c.Number, FindCases.NameOf(c.Name, c.Unidentified), filed.TryGetValue(c.Id, out var number) ? $"已归档 {number}" : c.IsOpen ? "在办" : "等归档", $"/work/cases/{c.Id}?do=archive"))];
    }

    public Task<Outcome<Done>> RunAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, fileCase, new FileCase.Request(step.Subject, null), ct);

    public Task<Outcome<Done>> UndoAsync(BulkStep step, CancellationToken ct) => throw new NotSupportedException("What is filed stays filed.");
}
