using Anmin.Funeral.Cases;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Walk;

public sealed class CaseWalkTests(ITestOutputHelper output)
{
    // ./test --long walks a million steps and more
    private static readonly int Walks = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 1600 : 16_000;
    private const int Length = 80;

    [Theory]
    [InlineData(20260415), InlineData(7), InlineData(19490101)]
    public void No_order_of_steps_and_no_wrong_argument_breaks_a_law(int seed)
    {
        var reached = new Dictionary<CaseStatus, int>();
        var steps = 0;
        for (var walk = 0; walk < Walks; walk++)
        {
            var list = new Random(seed + walk);
            var seeds = Enumerable.Range(0, Length).Select(_ => list.Next()).ToList();
            var (broken, at) = CaseWalk.Play(seed + walk, seeds);
            if (broken is not null) Assert.Fail(Shrunk(seed + walk, seeds, broken));
            steps += at.Told.Count;
            reached[at.Case.Status] = reached.GetValueOrDefault(at.Case.Status) + 1;
        }
        output.WriteLine($"{steps} steps, ended {string.Join(", ", reached.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))}");
        steps.ShouldBeGreaterThanOrEqualTo(100_000);
        // walks that never get anywhere prove nothing
        foreach (var status in (CaseStatus[])[CaseStatus.Cremated, CaseStatus.AshesPlaced, CaseStatus.Closed, CaseStatus.Voided, CaseStatus.Arranged])
            reached.GetValueOrDefault(status).ShouldBeGreaterThan(2, status.ToString());
    }

    /// <summary>Leaves out one step after another as long as it still breaks.</summary>
    private static string Shrunk(int seed, List<int> steps, string broken)
    {
        for (var again = true; again;)
        {
            again = false;
            for (var i = steps.Count - 1; i >= 0; i--)
            {
                var fewer = steps.Where((_, j) => j != i).ToList();
                if (CaseWalk.Play(seed, fewer).Broken is not { } still) continue;
                (steps, broken, again) = (fewer, still, true);
            }
        }
        var (_, walk) = CaseWalk.Play(seed, steps);
        return $"{broken}\nseed {seed}, {walk.Told.Count} steps:\n{string.Join('\n', walk.Told)}";
    }
}
