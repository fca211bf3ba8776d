using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Fees;

/// <summary>
/// The account of one right: what is owed is charges less payments and waivers, plus what was given back; never negative. Charged days never overlap.
/// Pure; what it adds is to be saved by who asked.
/// </summary>
internal sealed class FeeAccount
{
    private readonly List<FeeEntry> rows;

    public FeeAccount(Guid right, string institution, IEnumerable<FeeEntry> entries)
    {
        (Right, Institution) = (right, institution);
        rows = [.. entries.OrderBy(e => e.Seq ?? 0).ThenBy(e => e.On).ThenBy(e => e.Id)];
    }

    public Guid Right { get; }

    public string Institution { get; }

    public IReadOnlyList<FeeEntry> Rows => rows;

    public List<FeeEntry> Added { get; } = [];

    /// <summary>分 owed.</summary>
    public long BalanceFen => rows.Sum(Signed);

    public long PaidFen => rows.Where(r => r.Kind == FeeKind.Payment).Sum(r => r.Fen) - rows.Where(r => r.Kind == FeeKind.Refund).Sum(r => r.Fen);

    public DateOnly? ChargedUntil => rows.Where(r => r.Kind == FeeKind.Charge).Select(r => (DateOnly?)r.Until).Max();

    public static long Signed(FeeEntry e) => e.Kind is FeeKind.Charge or FeeKind.Refund ? e.Fen : -e.Fen;

    /// <summary>Years of maintenance that follow one another without a gap from a day on.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly Until)> Years(DateOnly from, int count)
        => [.. Enumerable.Range(0, count).Select(k => (from.AddYears(k), from.AddYears(k + 1).AddDays(-1)))];

    /// <summary>How many years from <paramref name="from"/> on cover <paramref name="until"/>.</summary>
    public static int YearsTo(DateOnly from, DateOnly until)
    {
        if (until < from) return 0;
        var years = Math.Max(0, until.Year - from.Year);
        while (from.AddYears(years).AddDays(-1) < until) years++;
        return years;
    }

    /// <summary>A sum in parts that differ by one 分 at most and make the whole again.</summary>
    public static IReadOnlyList<long> Split(long fen, int parts) => [.. Enumerable.Range(0, parts).Select(k => fen * (k + 1) / parts - fen * k / parts)];

    public Outcome<Done> Charge(DateOnly from, DateOnly until, long fen, Guid? bill, string? document, DateOnly on, string by)
    {
        if (fen < 0 || until < from) return CemeteryProblems.AmountWrong;
        if (rows.Exists(r => r.Kind == FeeKind.Charge && r.From <= until && r.Until >= from)) return FeeProblems.Overlaps;
        return Add(FeeKind.Charge, from, until, fen, bill, document, on, by);
    }

    public Outcome<Done> Pay(DateOnly from, DateOnly until, long fen, Guid bill, string? document, DateOnly on, string by)
        => fen > BalanceFen ? FeeProblems.MoreThanOwed : Add(FeeKind.Payment, from, until, fen, bill, document, on, by);

    public Outcome<Done> Waive(DateOnly from, DateOnly until, long fen, string document, DateOnly on, string by)
        => fen > BalanceFen ? FeeProblems.MoreThanOwed : Add(FeeKind.Waiver, from, until, fen, null, document, on, by);

    public Outcome<Done> GiveBack(DateOnly from, DateOnly until, long fen, Guid bill, string? document, DateOnly on, string by)
        => fen > PaidFen ? FeeProblems.MoreThanPaid : Add(FeeKind.Refund, from, until, fen, bill, document, on, by);

    /// <summary>Charges each year of a span and takes one payment for all of them.</summary>
    public Outcome<Done> Settle(DateOnly from, int years, long fen, Guid bill, string? document, DateOnly on, string by)
    {
        var parts = Split(fen, years);
        foreach (var (at, year) in Years(from, years).Index())
            if (!Charge(year.From, year.Until, parts[at], bill, document, on, by).Try(out _, out var problem)) return problem;
        return Pay(from, from.AddYears(years).AddDays(-1), fen, bill, document, on, by);
    }

    private Outcome<Done> Add(FeeKind kind, DateOnly from, DateOnly until, long fen, Guid? bill, string? document, DateOnly on, string by)
    {
        if (fen < 0 || until < from) return CemeteryProblems.AmountWrong;
        var entry = new FeeEntry { RightId = Right, Institution = Institution, Kind = kind, From = from, Until = until, Fen = fen, BillId = bill, Document = document, On = on, By = by, Seq = (rows.Max(r => r.Seq) ?? 0) + 1 };
        rows.Add(entry);
        Added.Add(entry);
        return Done.It;
    }
}
