using Anmin.Contracts.Notifications;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Scheduling;

/// <summary>Tells those who were told a time that it is another now: a line in the case, a message to the 经办人 and to the colleague who sees the case through.</summary>
internal sealed class MovedNotices(CaseFile file, IMessageDesk messages)
{
    private const string Template = "schedule.moved";

    // who is to be there within hours hears it at night, too
    private static readonly TimeSpan Soon = TimeSpan.FromHours(12);

    public sealed record Move(Guid CaseId, string Purpose, DateTimeOffset Was, string WasAt, DateTimeOffset Now, string NowAt, string Place);

    /// <summary>A vehicle by plan was told to nobody, and which furnace it is matters to no family: another hour does, and another hall.</summary>
    public async Task TellAsync(IReadOnlyList<Move> moves, CancellationToken ct)
    {
        var told = moves.Where(m => m.Purpose == "farewell" ? m.Was != m.Now || m.WasAt != m.NowAt : m.Purpose == "cremation" && m.Was != m.Now).ToList();
        if (told.Count == 0) return;
        var ids = told.Select(m => m.CaseId).Distinct().ToList();
        var cases = await file.Db.DeathCases.Include(c => c.Handlers).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var clerks = (await file.Db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.Subject) && a.EndedAt == null).ToListAsync(ct)).ToLookup(a => a.Subject, a => a.Staff);
        foreach (var move in told.OrderBy(m => m.Now))
        {
            if (!cases.TryGetValue(move.CaseId, out var opened)) continue;
            opened.NoteMoved(move.Purpose, move.Was, move.Now, move.Place);
            if (opened.Handlers.OrderBy(h => h.Rank).FirstOrDefault(h => h.Phone is not null) is { Phone: { } phone } handler) await messages.QueueAsync(Of(move, opened, new ToPhone(phone, handler.PersonId), "/my/case"), ct);
            foreach (var clerk in clerks[move.CaseId].Distinct()) await messages.QueueAsync(Of(move, opened, new ToStaff(clerk), $"/work/cases/{move.CaseId}"), ct);
        }
    }

    private Message Of(Move move, DeathCase opened, Addressee to, string link) => new(Template, to, new Dictionary<string, object?>
    {
        ["person"] = opened.Name is { } name ? name : "逝者",
        ["what"] = PlanWords.Purpose(move.Purpose),
        ["was"] = move.Was,
        ["at"] = move.Now,
        ["place"] = move.Place,
        ["phone"] = opened.Institution is { } home ? file.Institution(home)?.Phone : null,
    })
    {
        Kind = move.Was - file.Now < Soon || move.Now - file.Now < Soon ? MessageKind.Urgent : MessageKind.Normal,
        Subject = move.CaseId,
        About = opened.PersonId,
        Link = link,
        Until = move.Was > move.Now ? move.Was : move.Now,
    };
}
