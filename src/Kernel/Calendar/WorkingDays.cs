using System.Collections.Frozen;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Calendar;

/// <summary>
/// Working days of the country: Monday to Friday, but for the days the State Council moves each year (放假调休). Immutable.
/// A year nobody has announced yet is a <see cref="Problem"/>, never a guess from the weekdays.
/// </summary>
public sealed class WorkingDays
{
    /// <summary>Most days <see cref="AddWorkingDays"/> walks; longer periods are counted in months or years.</summary>
    public const int MostDays = 3660;

    private readonly FrozenDictionary<DateOnly, (bool IsWorkday, string Name)> _rows;
    private readonly FrozenSet<int> _years;

    /// <param name="rows">The exceptions to Monday–Friday (a row for every day does no harm). Of two rows for a date the last counts.</param>
    /// <param name="years">
    /// Years that are complete. Null: those whose 1 October is given, for a row in January or December may come from the notice of
    /// the neighbouring year (元旦 2023 began on 2022-12-31).
    /// </param>
    public WorkingDays(IEnumerable<(DateOnly Date, bool IsWorkday, string Name)> rows, IEnumerable<int>? years = null)
    {
        var last = new Dictionary<DateOnly, (bool, string)>();
        foreach (var (date, isWorkday, name) in rows) last[date] = (isWorkday, name);
        _rows = last.ToFrozenDictionary();
        _years = (years ?? last.Keys.Where(date => date is { Month: 10, Day: 1 }).Select(date => date.Year)).ToFrozenSet();
    }

    /// <summary>The years it can answer for, ascending.</summary>
    public IReadOnlyList<int> Years => [.. _years.Order()];

    public bool Covers(int year) => _years.Contains(year);

    /// <summary>What the day is called when it is no ordinary one (国庆节, 补班), else null.</summary>
    public string? NameOf(DateOnly date) => _rows.TryGetValue(date, out var row) ? row.Name : null;

    /// <returns>The answer, or <c>calendar.year-not-covered</c>.</returns>
    public Outcome<bool> IsWorkingDay(DateOnly date) => Covers(date.Year) ? Works(date) : CalendarProblems.YearNotCovered(date.Year);

    /// <summary>
    /// The working day that many working days after <paramref name="from"/> (before it when negative); <paramref name="from"/>
    /// itself is not counted, working or not. Zero gives the first working day on or after it.
    /// </summary>
    /// <returns>The date, <c>calendar.year-not-covered</c>, or <c>calendar.deadline.amount</c> beyond <see cref="MostDays"/>.</returns>
    public Outcome<DateOnly> AddWorkingDays(DateOnly from, int count)
    {
        if (count is > MostDays or < -MostDays) return CalendarProblems.AmountOutOfRange;
        var (date, step, left) = (from, count < 0 ? -1 : 1, Math.Max(1, Math.Abs(count)));
        while (true)
        {
            if (date != from || count == 0)
            {
                if (!Covers(date.Year)) return CalendarProblems.YearNotCovered(date.Year);
                if (Works(date) && --left == 0) return date;
            }
            if (date == (step < 0 ? DateOnly.MinValue : DateOnly.MaxValue)) return CalendarProblems.AmountOutOfRange;
            date = date.AddDays(step);
        }
    }

    /// <summary>The first working day on or after <paramref name="date"/>.</summary>
    public Outcome<DateOnly> OnOrAfter(DateOnly date) => AddWorkingDays(date, 0);

    private bool Works(DateOnly date) =>
        _rows.TryGetValue(date, out var row) ? row.IsWorkday : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
