using Anmin.Funeral.Scheduling;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Search;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Timetable;

/// <summary>Books, and where that is refused says for whom the thing is taken and when one is free next.</summary>
internal sealed class Conflicts(CaseFile file, IBookings bookings, IBookables things)
{
    /// <param name="ignoring">Bookings that are about to move.</param>
    public async Task<Outcome<IReadOnlyList<Booked>>> BookAsync(BookingWish wish, IReadOnlyCollection<Guid> ignoring, CancellationToken ct)
    {
        var outcome = await bookings.BookAsync(wish, ct);
        if (outcome.Problem is not { Kind: ProblemKind.Conflict } problem || things.Find(wish.Lines[0].Resource) is not { } thing) return outcome;
        var line = wish.Lines[0];
        var near = await bookings.FindAsync(thing.Institution, line.From, line.Until.AddMinutes(thing.TurnaroundMinutes), [thing.Kind], ct);
        var by = near.FirstOrDefault(b => b.Resource == thing.Id && !ignoring.Contains(b.Id));
        var who = by is null ? null : await file.Db.DeathCases.AsNoTracking().Where(c => c.Id == by.Subject).Select(c => new { c.Name, c.Unidentified }).SingleOrDefaultAsync(ct);
        var from = line.From > file.Now ? line.From : file.Now;
        var need = new TimeNeed(thing.Institution, thing.Kind, null, line.Until - line.From, from, from.AddDays(3)) { Needs = wish.Needs, Size = wish.Size, Ignoring = ignoring };
        var free = await bookings.FreeAsync(need, 1, ct);
        var said = (who is null ? "" : $"是{FindCases.NameOf(who.Name, who.Unidentified)}的{PlanWords.Purpose(by!.Purpose)}。")
            + (free.Count == 0 ? "" : $"最早的空档：{things.Find(free[0].Resource)?.Name} {ChineseTime.Near(free[0].From, file.Now, file.Zone)}。");
        return problem with { Message = problem.Message + said };
    }
}
