using Anmin.Cemetery.Fees;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Fees;

/// <summary>The account alone: whatever is tried in whatever order, what is owed is never negative and charged days never overlap.</summary>
public sealed class FeeAccountTests
{
    private static readonly DateOnly Day = new(2026, 4, 15);

    [Fact]
    public void Whatever_is_tried_nothing_owed_is_negative_and_no_day_is_charged_twice()
    {
        var random = new Random(20260415);
        for (var walk = 0; walk < 200; walk++)
        {
            var account = new FeeAccount(Guid.NewGuid(), "ce-1", []);
            for (var step = 0; step < 60; step++)
            {
                var (from, bill, fen, years) = (new DateOnly(2020, 2, 29).AddYears(random.Next(13)), Guid.NewGuid(), random.Next(9001), random.Next(1, 7));
                var (owed, count) = (account.BalanceFen, account.Rows.Count);
                var outcome = random.Next(6) switch
                {
                    0 => account.Charge(from, from.AddYears(years).AddDays(-1), fen, null, null, Day, "x"),
                    1 => account.Pay(from, from, fen, bill, null, Day, "x"),
                    2 => account.Waive(from, from, fen, "减免", Day, "x"),
                    3 => account.GiveBack(from, from, fen, bill, null, Day, "x"),
                    4 => account.Pay(from, from, account.BalanceFen, bill, null, Day, "x"),
                    _ => account.Charge(from, from.AddDays(-1), fen, null, null, Day, "x"),
                };
                if (!outcome.Ok) (account.BalanceFen, account.Rows.Count).ShouldBe((owed, count));
                account.BalanceFen.ShouldBeGreaterThanOrEqualTo(0);
                account.PaidFen.ShouldBeGreaterThanOrEqualTo(0);
            }
            var charged = account.Rows.Where(r => r.Kind == FeeKind.Charge).OrderBy(r => r.From).ToList();
            charged.Zip(charged.Skip(1)).ShouldAllBe(p => p.First.Until < p.Second.From);
            account.Rows.Select(r => r.Seq).ShouldBe(Enumerable.Range(1, account.Rows.Count).Select(i => (int?)i));
        }
    }

    [Fact]
    public void Years_follow_one_another_without_a_gap_also_from_the_29th_of_February()
    {
        var random = new Random(29);
        for (var i = 0; i < 3000; i++)
        {
            var (from, count) = (i % 3 == 0 ? new DateOnly(1980 + 4 * random.Next(20), 2, 29) : new DateOnly(1980, 1, 1).AddDays(random.Next(20000)), random.Next(1, 60));
            var years = FeeAccount.Years(from, count);
            years[0].From.ShouldBe(from);
            years[^1].Until.ShouldBe(from.AddYears(count).AddDays(-1));
            years.Zip(years.Skip(1)).ShouldAllBe(p => p.First.Until.AddDays(1) == p.Second.From);
            FeeAccount.YearsTo(from, years[^1].Until).ShouldBe(count);
            FeeAccount.YearsTo(from, years[^1].Until.AddDays(1)).ShouldBe(count + 1);
            FeeAccount.YearsTo(from, from).ShouldBe(1);
            FeeAccount.YearsTo(from, from.AddDays(-1)).ShouldBe(0);
        }
    }

    [Fact]
    public void A_sum_in_parts_is_the_sum()
    {
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var fen = random.NextInt64(100_000_000);
            var split = FeeAccount.Split(fen, random.Next(1, 60));
            split.Sum().ShouldBe(fen);
            (split.Max() - split.Min()).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Theory]
    [InlineData("2026-04-14", 1, 2000)]
    [InlineData("2026-04-15", 0, 0)]
    [InlineData("2025-04-14", 2, 4000)]
    [InlineData("2025-04-15", 1, 2000)]
    public void A_year_is_owed_from_its_first_day(string paidUntil, int years, long fen)
        => FeeDesk.Arrears(DateOnly.Parse(paidUntil, System.Globalization.CultureInfo.InvariantCulture), null, 2000, Day).ShouldBe((years, fen));
}
