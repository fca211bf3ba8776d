using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Stays;

/// <summary>What use cases of stays have in common: the case with its open overdue stay, the deadline by rule, numbered letters.</summary>
internal sealed class StayDesk(CaseFile file, StayClocks clocks)
{
    public sealed record Desk(DeathCase Case, OverdueStay? Overdue)
    {
        public Outcome<OverdueStay> Open => Overdue is { } found ? found : StayProblems.NoneOpen;
    }

    public async Task<Outcome<Desk>> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!(await file.OpenAsync(caseId, ct)).Try(out var opened, out var problem)) return problem;
        return new Desk(opened, await OpenOverdueAsync(caseId, ct));
    }

    private async Task<OverdueStay?> OpenOverdueAsync(Guid caseId, CancellationToken ct)
    {
        var local = file.Context.KeepsTracked ? file.Db.OverdueStays.Local.FirstOrDefault(o => o.CaseId == caseId && o.EndedAt == null) : null;
        return local ?? await file.Db.OverdueStays.SingleOrDefaultAsync(o => o.CaseId == caseId && o.EndedAt == null, ct);
    }

    /// <summary>A family that signs what is to be done has come: what was begun because nobody did is over.</summary>
    public async Task FamilySignedAsync(Guid caseId, CancellationToken ct)
    {
        if (await OpenOverdueAsync(caseId, ct) is { } overdue) overdue.End("家属已签确认书", file.Now);
    }

    /// <summary>The case with the overdue stay that must be there.</summary>
    public async Task<Outcome<(DeathCase Case, OverdueStay Overdue)>> OverdueAsync(Guid caseId, CancellationToken ct)
    {
        if (!(await OpenAsync(caseId, ct)).Try(out var desk, out var problem)) return problem;
        if (desk.Case.NotStaying() is { } gone) return gone;
        return desk.Open.Try(out var overdue, out problem) ? (desk.Case, overdue) : problem;
    }

    public async Task<Outcome<DateTimeOffset>> DueAsync(DeathCase of, CancellationToken ct)
        => clocks.Due(of.Division, of.Infectious, of.Unidentified, of.ReportedAt, await ArrivedAsync(of, ct), of.ExtendedUntil);

    /// <summary>Arrival at the home, whatever boxes and rooms the body has been in since.</summary>
    public async Task<DateTimeOffset> ArrivedAsync(DeathCase of, CancellationToken ct)
        => await file.Db.CustodyMoves.AsNoTracking().Where(m => m.CaseId == of.Id && m.Item == CustodyMove.Body && m.FromPlace == nameof(BodyPlace.InVehicle)).OrderBy(m => m.Seq).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(ct) ?? of.Remains!.Since;

    /// <summary>Numbers a letter by the kernel's series and keeps what it says.</summary>
    public async Task<Outcome<string>> LetterAsync(StayLetterKind kind, DeathCase of, Func<string, Outcome<(Guid Of, string Text, string Proposal, DateTimeOffset? Until, bool? Approved)>> write, CancellationToken ct)
    {
        if (!(await file.NumberAsync(StayWords.Series(kind), of.Institution, ct)).Try(out var number, out var problem)) return problem;
        if (!write(number).Try(out var said, out problem)) return problem;
        file.Db.Add(new StayLetter { Number = number, Kind = kind, CaseId = of.Id, Of = said.Of, IssuedBy = file.By.Id, IssuedAt = file.Now, Until = said.Until, Text = said.Text, Proposal = said.Proposal, Approved = said.Approved });
        return number;
    }

    /// <summary>End of the day as typed, in the city's time.</summary>
    public DateTimeOffset EndOf(DateOnly day) => LocalClock.EndOf(day, file.Zone);

    public string Day(DateTimeOffset until) => LocalClock.DateOf(until.AddSeconds(-1), file.Zone).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
