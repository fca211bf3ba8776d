using System.Collections.Frozen;
using System.Globalization;
using Anmin.Billing.Checker;
using Anmin.Billing.Lists;
using Anmin.Billing.Pricing;
using Anmin.Billing.Tests.Pricing;

namespace Anmin.Billing.Tests.Checker;

/// <summary>bills-clean.csv and bills-faulty.csv, written by plant.py over the printed lists.</summary>
internal static class PlantedBills
{
    public static readonly DateOnly Day = new(2026, 6, 1);

    public static ItemNames Names { get; } = new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Checker", "price_aliases.csv")).Skip(1).Select(l => l.Split(',')).Select(c => (c[0], c[1])));

    public static PrintedList List(string code) => new(code, code, code, new(2015, 1, 1), null, PrintedLists.All.Where(i => i.Key.List == code).ToFrozenDictionary(i => i.Key.Code, i => i.Value, StringComparer.Ordinal));

    public sealed record Planted(string Number, string List, Bill Bill, IReadOnlyList<(int Line, FaultKind Kind, long Over)> Faults);

    public static IReadOnlyList<Planted> Read(string file) =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Checker", file)).Skip(1).Select(l => l.Split(',')).GroupBy(c => c[0]).Select(bill => new Planted(
            bill.Key,
            bill.First()[1],
            new Bill(Day, [.. bill.Select(Line)])
            {
                Age = (int?)PrintedLists.Number(bill.First()[2]),
                Infectious = bill.First()[3] == "yes",
                Grade = Text(bill.First()[4]),
                Total = Fen(bill.First()[5]),
            },
            [.. bill.Where(c => c[17].Length > 0).Select(c => (int.Parse(c[6], CultureInfo.InvariantCulture), Enum.Parse<FaultKind>(c[17]), Fen(c[18])!.Value))])),
    ];

    private static PaperLine Line(string[] c) => new(int.Parse(c[6], CultureInfo.InvariantCulture), c[7])
    {
        Quantity = PrintedLists.Number(c[8]),
        Unit = Fen(c[9]),
        Amount = Fen(c[10]),
        Match = Text(c[11]),
        Kilometres = PrintedLists.Number(c[12]),
        Floor = (int?)PrintedLists.Number(c[13]),
        Lift = c[14] == "yes",
        Cost = Fen(c[15]),
        Within = (int?)PrintedLists.Number(c[16]),
    };

    private static long? Fen(string yuan) => PrintedLists.Number(yuan) is { } number ? (long)(number * 100) : null;

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}
