using Anmin.Contracts.Identity;
using Anmin.Contracts.Workbench;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Assignments;

/// <summary>批量分派承办人, e.g. when somebody is ill: each case by <see cref="AssignCase"/>.</summary>
internal sealed class AssignCasesInBulk(Gate gate, AssignCase assign, UndoAssignment undo, CaseFile file, Who who, IStaffDirectory staff) : IBulkAction
{
    private const string Clerk = nameof(AssignCase.Request.Clerk);

    public string Action => "assign-cases";

    public string Title => "分派承办人";

    public string Unit => "份案卷";

    public string ListPath => "/work/cases";

    public Permission Permission => FuneralPermissions.AssignCase;

    public string Restores => "原来的承办人";

    public Task<IReadOnlyList<BulkField>> FieldsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<BulkField>>(
    [
        new(Clerk, "承办人", [.. (file.By.Institution is { } home ? staff.OfInstitution(home) : []).Where(s => staff.ActorOf(s.Id)?.May(FuneralPermissions.ReadCases) is true).Select(s => KeyValuePair.Create(s.Id, $"{s.Name}（{s.Post}）"))]),
    ]);

    public async Task<IReadOnlyList<BulkSubject>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Guid[] picked = [.. ids];
        var cases = await file.Db.DeathCases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.Name, c.Unidentified }).ToListAsync(ct);
        var clerks = (await file.Db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.Subject) && a.EndedAt == null).Select(a => new { a.Subject, a.Staff }).ToListAsync(ct)).ToDictionary(a => a.Subject, a => a.Staff);
        return [.. cases.OrderBy(c => Array.IndexOf(picked, c.Id)).Select(c => new BulkSubject(c.Id, c.Number, FindCases.NameOf(c.Name, c.Unidentified), clerks.TryGetValue(c.Id, out var clerk) ? $"现由{who.Name(clerk)}承办" : "没有承办人", $"/work/cases/{c.Id}"))];
    }

    public Task<Outcome<Done>> RunAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, assign, new AssignCase.Request(step.Subject, step[Clerk]!), ct);

    public Task<Outcome<Done>> UndoAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, undo, new UndoAssignment.Request(step.Subject, step[Clerk]!), ct);
}
