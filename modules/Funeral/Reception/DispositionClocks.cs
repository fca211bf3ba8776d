using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Reception;

/// <summary>From when and until when a choice may be carried out, by the rules of the place and day.</summary>
internal sealed class DispositionClocks(CaseFile file)
{
    public async Task<Outcome<(DateTimeOffset Earliest, DateTimeOffset? Due)>> OfAsync(DeathCase opened, Disposition disposition, string? ethnicity, CancellationToken ct)
    {
        if (disposition == Disposition.Burial)
        {
            if (!file.Rules.Find("burial.permitted_groups", opened.Division, file.Today).Try(out var groups, out var missing)) return missing;
            return groups.Value.Split('|').Contains(ethnicity?.Trim().TrimEnd('族')) ? (file.Now, (DateTimeOffset?)null) : FuneralProblems.BurialNotPermitted with { Field = "Ethnicity" };
        }
        // the wait runs from death; where its hour is unknown, from the report
        var died = opened.DiedAt ?? opened.ReportedAt;
        if (!Earliest(opened.Division, died, opened.Infectious).Try(out var earliest, out var problem)) return problem;
        var due = opened.Infectious
            ? file.Rules.DueOrNone("cremation.deadline.infectious", opened.Division, died)
            : file.Rules.DueOrNone("cremation.deadline", opened.Division, await ArrivedAsync(opened, ct));
        return (earliest, due);
    }

    /// <summary>An infectious body need not wait.</summary>
    public Outcome<DateTimeOffset> Earliest(string division, DateTimeOffset died, bool infectious)
    {
        if (!file.Rules.Due("cremation.wait", division, died, infectious ? "infectious" : "").Try(out var earliest, out var problem)) return problem;
        return infectious ? file.Now : earliest;
    }

    /// <summary>The deadline runs from arrival at the home, whatever boxes and rooms the body has been in since.</summary>
    private async Task<DateTimeOffset> ArrivedAsync(DeathCase opened, CancellationToken ct)
    {
        var arrival = await file.Db.CustodyMoves.AsNoTracking().Where(m => m.CaseId == opened.Id && m.Item == CustodyMove.Body && m.FromPlace == nameof(BodyPlace.InVehicle)).OrderBy(m => m.Seq).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(ct);
        return arrival ?? opened.Remains!.Since;
    }
}
