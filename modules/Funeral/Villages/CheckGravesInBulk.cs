using Anmin.Contracts.Workbench;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Villages;

/// <summary>批量核实散坟上报 after a round through the villages: each report by <see cref="CheckGraveReport"/>.</summary>
internal sealed class CheckGravesInBulk(Gate gate, CheckGraveReport check, ReopenGraveReport reopen, CaseFile file, DivisionBook divisions) : IBulkAction
{
    private const string Verdict = "Verdict", Note = nameof(CheckGraveReport.Request.Note), True = "true";

    public string Action => "check-graves";

    public string Title => "核实上报";

    public string Unit => "条上报";

    public string ListPath => "/work/village-reports";

    public Permission Permission => FuneralPermissions.VerifyVillageReports;

    public string Restores => "待核实";

    public Task<IReadOnlyList<BulkField>> FieldsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<BulkField>>(
    [
        new(Verdict, "核实结果", [KeyValuePair.Create(True, "属实"), KeyValuePair.Create("false", "不属实")]),
        new(Note, "核实情况", Optional: true, Hint: "不属实的必须写。选中的每一条都记这句话。"),
    ]);

    public async Task<IReadOnlyList<BulkSubject>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Guid[] picked = [.. ids];
        return [.. (await file.Db.GraveReports.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct)).OrderBy(r => Array.IndexOf(picked, r.Id))
            .Select(r => new BulkSubject(r.Id, r.Number, $"{divisions.PathName(r.Division)} {r.Place}", $"{GraveReport.Label(r.Kind)}{r.Count}座，{GraveReport.Label(r.State)}", ListPath))];
    }

    public Task<Outcome<Done>> RunAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, check, new CheckGraveReport.Request(step.Subject, step[Verdict] == True, step[Note]), ct);

    public Task<Outcome<Done>> UndoAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, reopen, new ReopenGraveReport.Request(step.Subject), ct);
}
