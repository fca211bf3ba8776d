namespace Anmin.Funeral.ColdStore;

/// <summary>Expected occupancy of the cold store, day by day. Pure: what it assumes comes in, and goes out again to be shown.</summary>
internal static class Occupancy
{
    public const int Days = 7;

    /// <summary>Why a body is expected to leave on its day.</summary>
    internal enum Basis { Booked, Deadline, Unknown }

    /// <param name="Leaves">Day of the booked cremation, else of the legal deadline; null or past where neither says anything.</param>
    internal sealed record Present(DateOnly? Leaves, Basis By);

    /// <param name="Usable">Boxes that are not out of order, day by day, the first for today.</param>
    /// <param name="BookedArrivals">Pickups that are booked, day by day.</param>
    /// <param name="UsualArrivals">Average arrivals of the past weeks by day of the week, Sunday first; 7 numbers.</param>
    /// <param name="UsualNights">Average nights a body stayed; whoever arrives within the forecast leaves after as many, rounded up, at least one.</param>
    /// <param name="TightPercent">From this share of usable boxes on it is nearly full.</param>
    internal sealed record Assumptions(DateOnly Today, IReadOnlyList<Present> Bodies, IReadOnlyList<int> Usable, IReadOnlyList<int> BookedArrivals, IReadOnlyList<double> UsualArrivals, double UsualNights, int TightPercent);

    /// <param name="Expected">Bodies at the end of the day, tenths matter: averages are not whole people.</param>
    internal sealed record Day(DateOnly On, double Expected, int Usable, double Arriving, bool ArrivingBooked, double Leaving, bool Tight, bool Over);

    public static IReadOnlyList<Day> Of(Assumptions a)
    {
        var nights = Math.Max(1, (int)Math.Ceiling(a.UsualNights));
        var days = new List<Day>(Days);
        var arrived = new double[Days];
        var there = (double)a.Bodies.Count;
        for (var i = 0; i < Days; i++)
        {
            var on = a.Today.AddDays(i);
            var usual = a.UsualArrivals[(int)on.DayOfWeek];
            arrived[i] = Math.Max(a.BookedArrivals[i], usual);
            // whoever should have gone before today is still here: nothing says when they go
            var leaving = a.Bodies.Count(b => b.Leaves == on) + (i >= nights ? arrived[i - nights] : 0);
            there = Math.Max(0, there + arrived[i] - leaving);
            days.Add(new(on, Math.Round(there, 1), a.Usable[i], Math.Round(arrived[i], 1), a.BookedArrivals[i] >= usual && a.BookedArrivals[i] > 0, Math.Round(leaving, 1), there * 100 >= (double)a.TightPercent * a.Usable[i], there > a.Usable[i]));
        }
        return days;
    }
}
