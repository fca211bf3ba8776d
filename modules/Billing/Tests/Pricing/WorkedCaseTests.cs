using System.Globalization;
using Anmin.Billing.Pricing;
using Shouldly;
using Xunit;

namespace Anmin.Billing.Tests.Pricing;

/// <summary>worked.csv: cases written from the printed terms, with the arithmetic a person did.</summary>
public sealed class WorkedCaseTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        var rows = PrintedLists.Rows("worked.csv");
        for (var i = 0; i < rows.Count; i++) data.Add(i, $"{rows[i]["list"]} {rows[i]["item"]} {rows[i]["arithmetic"]}");
        return data;
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_engine_gives_what_a_person_worked_out(int row, string told)
    {
        var w = PrintedLists.Rows("worked.csv")[row];
        var query = new PriceQuery(PrintedLists.Number(w["quantity"])!.Value)
        {
            Match = Text(w["match"]),
            Kilometres = PrintedLists.Number(w["km"]),
            Floor = (int?)PrintedLists.Number(w["floor"]),
            Lift = w["lift"] == "yes",
            Age = (int?)PrintedLists.Number(w["age"]),
            Infectious = w["infectious"] == "yes",
            Grade = Text(w["grade"]),
            Cost = (long?)(PrintedLists.Number(w["cost"]) * 100),
            Agreed = (long?)(PrintedLists.Number(w["agreed"]) * 100),
        };
        var outcome = PriceEngine.Of(PrintedLists.All[(w["list"], w["item"])], query);
        if (decimal.TryParse(w["due"], CultureInfo.InvariantCulture, out var due))
        {
            outcome.Ok.ShouldBeTrue($"{told}: {outcome.Problem?.Message}");
            outcome.Value!.Fen.ShouldBe((long)(due * 100), $"{told}: {outcome.Value.Words}");
            outcome.Value.Steps[^1].ShouldStartWith("应收");
        }
        else
        {
            outcome.Problem?.Code.ShouldBe(w["due"], told);
            outcome.Ok.ShouldBeFalse(told);
        }
    }

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}
