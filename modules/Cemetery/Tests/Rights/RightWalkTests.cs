using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Rights;

/// <summary>
/// Three families, two clerks and a clock on four positions, doing anything in any order: one right a position, nobody under nobody's right,
/// the plan tells what is, and a refusal changes nothing (invariants I5, I7).
/// </summary>
public sealed class RightWalkTests
{
    [Fact]
    public void A_hundred_thousand_steps_break_nothing()
    {
        var (steps, done) = (0, new Dictionary<string, int>());
        for (var seed = 1; seed <= 400; seed++)
        {
            var walk = new RightWalk(seed);
            for (var i = 0; i < 300; i++)
            {
                steps++;
                if (walk.Step() is { } broken) Assert.Fail($"seed {seed}, step {i}: {broken}\n{string.Join('\n', walk.Told.TakeLast(20))}");
            }
            foreach (var (name, count) in walk.Succeeded) done[name] = done.GetValueOrDefault(name) + count;
        }
        steps.ShouldBeGreaterThanOrEqualTo(100_000);
        // a walk that never gets far proves nothing
        foreach (var act in new[] { "hold", "sign", "pay", "activate", "renew", "inter", "remove", "end", "lapse", "cancel", "dispute", "settle", "pass-on" }) done.GetValueOrDefault(act).ShouldBeGreaterThan(100, act);
    }

    [Fact]
    public void Any_walk_keeps_the_laws()
        => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var walk = new RightWalk(seed);
            for (var i = 0; i < 60; i++)
                if (walk.Step() is not null) return false;
            return true;
        }));
}

internal sealed class RightWalk(int seed)
{
    private static readonly Actor[] Clerks = [Clerk("a"), Clerk("b")];

    private readonly Random random = new(seed);
    private readonly List<PlotRight> rights = [];
    private readonly List<Interment> interments = [];
    private readonly Dictionary<Guid, (RightState State, string Words)> before = [];
    private readonly Position[] positions = [.. Enumerable.Range(1, 4).Select(At)];
    private DateTimeOffset now = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);
    private int numbers;

    public List<string> Told { get; } = [];

    public Dictionary<string, int> Succeeded { get; } = [];

    private static Actor Clerk(string id) => new(id, id, "公墓销售", Grants.Of(DataScope.Everything, ["*"]));

    private static Position At(int number)
    {
        var position = new Position { SectionId = Guid.Empty, Division = "321302", Institution = "ce-1", Code = "W-" + number, Row = 1, Number = number, Capacity = 1 + number % 2 };
        position.Open();
        return position;
    }

    public string? Step()
    {
        now += TimeSpan.FromHours(random.Next(5) == 0 ? random.Next(0, 40) : random.Next(0, 2));
        before.Clear();
        foreach (var r in rights) before[r.Id] = (r.State, Words(r));
        var position = positions[random.Next(positions.Length)];
        var right = rights.Count > 0 && random.Next(4) > 0 ? rights.FindLast(r => r.PositionId == position.Id && r.Holds) ?? rights[random.Next(rights.Count)] : rights.Count > 0 ? rights[random.Next(rights.Count)] : null;
        var (name, problem) = right is null ? Hold(position) : Act(position, right);
        Told.Add($"{now:MM-dd HH:mm} {name} {position.Code} → {problem?.Code ?? "ok"}");
        if (problem is null) Succeeded[name] = Succeeded.GetValueOrDefault(name) + 1;
        return Broken(name, problem);
    }

    private (string, Problem?) Act(Position position, PlotRight right) => random.Next(16) switch
    {
        0 or 1 => Hold(position),
        2 or 3 => ("sign", Sign(right)),
        4 or 5 => ("pay", Then(right, right.Pay(now).Problem)),
        6 or 7 => ("activate", right.Activate("AZ-" + ++numbers, now).Problem),
        8 => ("renew", right.Renew((right.TermUntil ?? new(2046, 4, 14)).AddYears(random.Next(-2, 20)), null, 100, By(), Today, now).Problem),
        9 or 10 => ("inter", Inter(right)),
        11 => ("remove", Remove(right)),
        12 => ("end", interments.Exists(i => i.RightId == right.Id && i.Rests) ? CemeteryProblems.NotActive : Then(right, right.End((RightEnding)random.Next(5), Today, now).Problem)),
        13 => random.Next(2) == 0 ? ("lapse", right.Lapse(now) ? Then(right, null) : CemeteryProblems.NotCancellable) : ("cancel", random.Next(3) == 0 ? Then(right, right.Cancel("不要了", now).Problem) : CemeteryProblems.NotCancellable),
        14 => random.Next(3) == 0 ? ("dispute", right.Dispute(Today, "两家都说是自己的").Problem) : ("settle", right.Settle("协商一致").Problem),
        _ => ("pass-on", right.PassOn(PersonName.Parse("周建国").Value!, null, null, "子女", "继承", now).Problem),
    };

    /// <summary>As the counter does it: an expired hold gives way, and nothing else does.</summary>
    private (string, Problem?) Hold(Position position)
    {
        var current = rights.Find(r => r.PositionId == position.Id && r.Holds);
        if (current is not null)
        {
            if (!current.Lapse(now)) return ("hold", CemeteryProblems.Taken);
            position.Follow(null, Resting(position));
        }
        if (!position.IsFree) return ("hold", CemeteryProblems.Taken);
        var right = PlotRight.Hold(position, RightKind.Grave, null, null, now.AddHours(24), By(), now);
        rights.Add(right);
        position.Follow(right.State, 0);
        return ("hold", null);
    }

    private Problem? Sign(PlotRight right)
    {
        var basis = (RightBasis)random.Next(9);
        var approver = random.Next(3) switch { 0 => null, 1 => "a", _ => "chief" };
        var terms = new ContractTerms("GM-" + ++numbers, PersonName.Parse("周建国").Value!, null, null, "子女", basis, "HH", null, PersonName.Parse("周桂兰").Value!, null, approver, Today, Today.AddYears(20).AddDays(-1), null, 100, 10, "list", now.AddDays(7));
        return Then(right, right.Sign(terms, 100, By(), Today, now).Problem);
    }

    private Problem? Inter(PlotRight right)
    {
        var position = positions.First(p => p.Id == right.PositionId);
        if (right.State != RightState.Active) return CemeteryProblems.NotActive;
        if (Resting(position) >= position.Capacity) return CemeteryProblems.NoRoom;
        interments.Add(Interment.Of(right, IntermentKind.Urn, PersonName.Parse("周桂兰").Value!, null, null, null, 0, null, null, Today, By()));
        return Then(right, null);
    }

    private Problem? Remove(PlotRight right)
    {
        if (interments.Find(i => i.RightId == right.Id && i.Rests) is not { } resting) return CemeteryProblems.RemovedAlready;
        return Then(right, resting.Remove(Today, "迁葬").Problem);
    }

    private Problem? Then(PlotRight right, Problem? problem)
    {
        var position = positions.First(p => p.Id == right.PositionId);
        if (problem is null) position.Follow(rights.Find(r => r.PositionId == position.Id && r.Holds)?.State, Resting(position));
        return problem;
    }

    private string? Broken(string name, Problem? problem)
    {
        foreach (var position in positions)
        {
            var holding = rights.Where(r => r.PositionId == position.Id && r.Holds).ToList();
            if (holding.Count > 1) return $"{position.Code} has {holding.Count} rights";
            var resting = Resting(position);
            if (resting > position.Capacity) return $"{position.Code} holds {resting} of {position.Capacity}";
            if (resting > 0 && holding is not [{ State: RightState.Active }]) return $"somebody rests in {position.Code} under no right";
            if (position.State != Position.StateOf(holding is [var one] ? one.State : null, resting)) return $"the plan says {position.State} of {position.Code}";
        }
        foreach (var right in rights)
        {
            if (PlotRight.NeedsApproval(right.Basis ?? RightBasis.OldRegister) && (right.ApprovedBy is null || right.ApprovedBy == right.SignedBy)) return "an exception without a second person";
            if (right.State is RightState.Signed or RightState.Paid or RightState.Active && (right.Number is null || right.Basis is null)) return "a contract without number or basis";
            if (right.State == RightState.Active && right.Certificate is null) return "in force without a certificate";
            for (var i = 1; i < right.Terms.Count; i++)
                if (right.Terms[i].From != right.Terms[i - 1].Until.AddDays(1) || right.Terms[i].Seq != i + 1) return "terms with a gap";
            if (!before.TryGetValue(right.Id, out var was)) continue;
            if (was.State is RightState.Ended or RightState.Lapsed or RightState.Cancelled && right.State != was.State) return $"{was.State} came back as {right.State}";
            if (problem is not null && Words(right) != was.Words && !(name == "hold" && right.State == RightState.Lapsed)) return $"{name} was refused ({problem.Code}) and yet changed a right";
        }
        return null;
    }

    private static string Words(PlotRight r) => $"{r.State}|{r.Number}|{r.LapsesAt}|{r.HolderName}|{r.Basis}|{r.ApprovedBy}|{r.TermUntil}|{r.Terms.Count}|{r.Certificate}|{r.DisputedSince}|{r.EndedOn}|{r.CarePaidUntil}";

    private int Resting(Position position) => interments.Count(i => i.PositionId == position.Id && i.Rests);

    private Actor By() => Clerks[random.Next(Clerks.Length)];

    private DateOnly Today => DateOnly.FromDateTime(now.UtcDateTime);
}
