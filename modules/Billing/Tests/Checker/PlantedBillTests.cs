using Anmin.Billing.Checker;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Checker;

public sealed class PlantedBillTests
{
    [Fact]
    public void Finds_every_planted_fault_with_its_line_kind_and_amount_and_nothing_else()
    {
        var bills = PlantedBills.Read("bills-faulty.csv");
        bills.Count.ShouldBe(50);
        bills.SelectMany(b => b.Faults).Select(f => f.Kind).Distinct().Order().ToArray().ShouldBe(Enum.GetValues<FaultKind>(), "every kind is planted");
        var wrong = new List<string>();
        foreach (var bill in bills)
        {
            var planted = bill.Faults.Select(f => f.Kind == FaultKind.WrongTotal ? (0, f.Kind, f.Over) : f).Order().ToList();
            var found = Found(BillCheck.Of(PlantedBills.List(bill.List), bill.Bill, PlantedBills.Names)).Order().ToList();
            if (!planted.SequenceEqual(found)) wrong.Add($"bill {bill.Number} ({bill.List}): planted {string.Join(' ', planted)}, found {string.Join(' ', found)}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Finds_nothing_in_clean_bills_and_asks_nothing_about_them()
    {
        var bills = PlantedBills.Read("bills-clean.csv");
        bills.Count.ShouldBe(50);
        bills.SelectMany(b => b.Faults).ShouldBeEmpty();
        var wrong = new List<string>();
        foreach (var bill in bills)
        {
            var told = BillCheck.Of(PlantedBills.List(bill.List), bill.Bill, PlantedBills.Names);
            foreach (var line in told.Lines.Where(l => !l.Fine)) wrong.Add($"bill {bill.Number} ({bill.List}) line {line.Line.Number} {line.Line.Name} [{line.Match.Way}]: {line.Ask}{string.Join("；", line.Findings.Select(f => f.Words))}");
            wrong.AddRange(told.Whole.Select(w => $"bill {bill.Number}: {w.Words}"));
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_finding_says_how_much_and_every_line_of_a_faulty_bill_that_is_right_stays_so()
    {
        foreach (var bill in PlantedBills.Read("bills-faulty.csv"))
        {
            var told = BillCheck.Of(PlantedBills.List(bill.List), bill.Bill, PlantedBills.Names);
            told.Over.ShouldBe(bill.Faults.Sum(f => f.Over), $"bill {bill.Number}");
            told.Over.ShouldBeLessThanOrEqualTo(told.Charged + told.Whole.Sum(w => w.Over));
            told.Lines.SelectMany(l => l.Findings).Concat(told.Whole).ShouldAllBe(f => f.Over > 0 && f.Words.EndsWith('。') && f.Words.Contains('元') || f.Kind == FaultKind.Duplicate);
        }
    }

    private static IEnumerable<(int, FaultKind, long)> Found(BillChecked told)
        => told.Lines.SelectMany(l => l.Findings.Select(f => (l.Line.Number, f.Kind, f.Over))).Concat(told.Whole.Select(f => (0, f.Kind, f.Over)));
}
