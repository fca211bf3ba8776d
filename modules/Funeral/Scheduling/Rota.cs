using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Scheduling;

/// <summary>Who is on shift in a home, step by step of a day: one reading for plans and for bookings by hand.</summary>
internal sealed class Rota(CaseFile file, IBookings bookings)
{
    public const string Operator = "operator", Driver = "driver";

    /// <summary>People of the role in each step from local midnight on, over <see cref="Scene.StepsOfDay"/>; null where the pack counts nobody of it in this home.</summary>
    public async Task<IReadOnlyList<int>?> OfAsync(string institution, string role, DateOnly date, CancellationToken ct)
    {
        var shifts = await file.Db.Set<Shift>().AsNoTracking().Where(s => s.Institution == institution && s.Role == role).ToListAsync(ct);
        if (shifts.Count == 0) return null;
        var people = new int[Scene.StepsOfDay];
        for (var back = -1; back <= 1; back++)
        {
            var weekday = (char)('0' + (((int)date.AddDays(back).DayOfWeek + 6) % 7) + 1);
            foreach (var shift in shifts.Where(s => s.Weekdays.Contains(weekday)))
            {
                var from = (back * 1440 / Scene.StepMinutes) + ((int)shift.From.ToTimeSpan().TotalMinutes / Scene.StepMinutes);
                var until = from + Scene.Steps(shift.Until == shift.From ? TimeSpan.FromDays(1) : shift.Until - shift.From); // the difference of two times of day is never negative
                for (var at = Math.Max(0, from); at < Math.Min(until, people.Length); at++) people[at] += shift.People;
            }
        }
        return people;
    }

    /// <summary>Why no operator watches a cremation at this time; null where one does, or nobody counts them.</summary>
    /// <param name="ignoring">Bookings that are about to move.</param>
    public async Task<Problem?> RefusesCremationAsync(string institution, DateTimeOffset from, DateTimeOffset until, IReadOnlyCollection<Guid> ignoring, CancellationToken ct)
    {
        var date = LocalClock.DateOf(from, file.Zone);
        if (await OfAsync(institution, Operator, date, ct) is not { } people) return null;
        var start = LocalClock.StartOf(date, file.Zone);
        var others = (await bookings.FindAsync(institution, from, until, ["cremator"], ct)).Where(b => b.Purpose == "cremation" && b.State != BookingState.Released && !ignoring.Contains(b.Id)).ToList();
        var last = Math.Min(Scene.Steps(until - start), people.Count);
        for (var step = (int)((from - start).TotalMinutes / Scene.StepMinutes); step < last; step++)
        {
            var (at, next) = (start.AddMinutes(step * Scene.StepMinutes), start.AddMinutes((step + 1) * Scene.StepMinutes));
            var words = ChineseTime.Near(at < from ? from : at, file.Now, file.Zone);
            if (people[step] <= 0) return SchedulingProblems.NobodyOnShift(words);
            if (others.Count(b => b.From < next && at < b.Until) >= people[step]) return SchedulingProblems.OperatorsBusy(words, people[step]);
        }
        return null;
    }
}
