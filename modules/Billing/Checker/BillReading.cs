using System.Globalization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Checker;

/// <summary>What was typed, into a bill; every fault with the number of its line.</summary>
internal static class BillReading
{
    private const decimal MostYuan = 10_000_000;
    private const decimal MostQuantity = 100_000;

    public static Outcome<Bill> Read(CheckBill.Request request, DateOnly day)
    {
        var faults = new List<Problem>();
        var typed = (request.Lines ?? []).Where(l => !string.IsNullOrWhiteSpace(l.Name) || !string.IsNullOrWhiteSpace(l.Amount)).ToList();
        if (typed.Count == 0) return CheckerProblems.NoLines;
        if (typed.Count > CheckBill.MostLines) return CheckerProblems.TooManyLines(CheckBill.MostLines);
        var lines = typed.Select((l, i) => Line(i + 1, l, typed.Count, faults)).ToList();
        var age = Whole(request.Age, 0, 130);
        if (age is null && !string.IsNullOrWhiteSpace(request.Age)) faults.Add(CheckerProblems.Age);
        var total = Yuan(request.Total);
        if (total is null && !string.IsNullOrWhiteSpace(request.Total)) faults.Add(CheckerProblems.Total);
        if (faults.Count > 0) return Problem.Many(faults);
        return new Bill(day, lines) { Age = age, Infectious = request.Infectious, Grade = string.IsNullOrWhiteSpace(request.Grade) ? null : request.Grade.Trim(), Total = total };
    }

    private static PaperLine Line(int number, CheckBill.Line typed, int count, List<Problem> faults)
    {
        var name = typed.Name?.Trim() ?? "";
        if (name.Length is 0 or > CheckBill.LongestName) faults.Add(CheckerProblems.Name(number, CheckBill.LongestName));
        var quantity = Positive(typed.Quantity, MostQuantity, () => CheckerProblems.Quantity(number));
        var within = Whole(typed.Within, 1, count);
        if (within == number || (within is null && !string.IsNullOrWhiteSpace(typed.Within))) faults.Add(CheckerProblems.Within(number));
        var (unit, amount) = (Money(typed.Unit), Money(typed.Amount));
        if (amount is null && unit is null && within is null && name.Length > 0) faults.Add(CheckerProblems.Amount(number));
        return new(number, name)
        {
            Quantity = quantity,
            Unit = unit,
            Amount = amount,
            Chosen = Text(typed.Chosen),
            Match = Text(typed.Match),
            Kilometres = Positive(typed.Kilometres, 5000, () => CheckerProblems.Kilometres(number), zero: true),
            Floor = Whole(typed.Floor, -9, 99),
            Lift = typed.Lift,
            Cost = Money(typed.Cost),
            Within = within,
        };

        decimal? Positive(string? text, decimal most, Func<Problem> problem, bool zero = false)
        {
            if (string.IsNullOrWhiteSpace(text)) return null;
            if (BillNumbers.Read(text) is { } read && (read > 0 || (zero && read == 0)) && read <= most) return read;
            faults.Add(problem());
            return null;
        }

        long? Money(string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) return null;
            if (Yuan(text) is { } fen) return fen;
            faults.Add(CheckerProblems.Amount(number));
            return null;
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static long? Yuan(string? text) => BillNumbers.Read(text) is { } yuan and >= 0 and <= MostYuan ? (long)Math.Round(yuan * 100, MidpointRounding.AwayFromZero) : null;

    private static int? Whole(string? text, int least, int most) => BillNumbers.Read(text) is { } number && number == Math.Truncate(number) && number >= least && number <= most ? int.Parse(number.ToString("0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
