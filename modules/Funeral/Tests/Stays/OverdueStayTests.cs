using Anmin.Funeral.Stays;
using Anmin.Kernel.Outcomes;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.Stays;

public sealed class OverdueStayTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Start = new(2026, 4, 15, 2, 0, 0, TimeSpan.Zero);

    private static OverdueStay.Of Body(bool nameless = false, bool police = true) => new(Guid.CreateVersion7(), "fh-1", "321302001", Start.AddDays(-1), nameless, police);

    private static OverdueStay Proposed()
    {
        var stay = OverdueStay.Notify(Body(), "GZ-1", Guid.CreateVersion7(), Start).Value!;
        stay.Receive(DeliveryWay.InPerson, Start, Start.AddDays(15), Start).Ok.ShouldBeTrue();
        stay.Announce("GG-1", "周某某", "女", Start.AddDays(45), Start.AddDays(15)).Ok.ShouldBeTrue();
        stay.Propose("建议火化", "chief", Start.AddDays(45)).Ok.ShouldBeTrue();
        return stay;
    }

    [Fact]
    public void A_letter_before_the_deadline_is_refused() => OverdueStay.Notify(Body() with { DueAt = Start.AddTicks(1) }, "GZ-1", Guid.Empty, Start).Problem.ShouldBe(StayProblems.NotOverdue);

    [Fact]
    public void The_notice_waits_until_the_answer_is_over_to_the_very_instant()
    {
        var stay = OverdueStay.Notify(Body(), "GZ-1", Guid.Empty, Start).Value!;
        stay.Receive(DeliveryWay.Post, Start, Start.AddDays(15), Start).Ok.ShouldBeTrue();
        stay.Announce("GG-1", "周某某", "女", Start.AddDays(45), Start.AddDays(15).AddTicks(-10)).Problem.ShouldBe(StayProblems.AnswerRuns);
        stay.Announce("GG-1", "周某某", "女", Start.AddDays(45), Start.AddDays(15)).Ok.ShouldBeTrue();
        stay.Propose("建议", "chief", Start.AddDays(45).AddTicks(-10)).Problem.ShouldBe(StayProblems.NoticeRuns);
    }

    [Fact]
    public void Where_nobody_was_found_the_notice_may_hang_at_once()
    {
        var stay = OverdueStay.Notify(Body(), "GZ-1", Guid.Empty, Start).Value!;
        stay.Receive(DeliveryWay.NotFound, Start, Start.AddDays(15), Start).Ok.ShouldBeTrue();
        stay.Announce("GG-1", "周某某", "女", Start.AddDays(30), Start).Ok.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_decides_on_their_own_proposal_and_nobody_signs_their_own_opinion()
    {
        var stay = Proposed();
        stay.Decide("MY-1", true, "同意", "chief", Start.AddDays(46)).Problem.ShouldBe(FuneralProblems.SameTwo);
        stay.Decide("MY-1", true, "同意", "officer", Start.AddDays(46)).Ok.ShouldBeTrue();
        stay.Sign("备1", "officer", Start.AddDays(47)).Problem.ShouldBe(FuneralProblems.SameTwo);
        stay.Sign(null, "chief", Start.AddDays(47)).Problem.ShouldBe(StayProblems.PoliceRecordMissing);
        stay.Sign("备1", "chief", Start.AddDays(47)).Ok.ShouldBeTrue();
    }

    [Fact]
    public void A_refusal_leads_back_to_a_new_proposal_and_never_to_a_signature()
    {
        var stay = Proposed();
        stay.Decide("MY-1", false, "材料不全", "officer", Start.AddDays(46)).Ok.ShouldBeTrue();
        stay.Sign("备1", "chief", Start.AddDays(47)).Problem.ShouldBe(StayProblems.WrongStep);
        stay.Propose("补齐", "chief", Start.AddDays(47)).Ok.ShouldBeTrue();
        stay.Approved.ShouldBeNull();
        stay.Decide("MY-2", true, "同意", "officer", Start.AddDays(48)).Ok.ShouldBeTrue();
    }

    [Fact]
    public void A_clock_set_back_is_noticed()
    {
        var stay = Proposed();
        stay.Decide("MY-1", true, "同意", "officer", Start.AddDays(40)).Problem.ShouldBe(StayProblems.ClockBack);
    }

    /// <summary>Whatever is tried in whatever order and at whatever time: a signature only ever follows the whole way.</summary>
    [Theory]
    [InlineData(20260415), InlineData(7), InlineData(19490101)]
    public void No_order_of_steps_signs_without_letter_receipt_notice_and_opinion(int seed)
    {
        var (signed, steps) = (0, 0);
        for (var walk = 0; walk < 4000; walk++)
        {
            var chance = new Random(seed + walk);
            var nameless = chance.Next(4) == 0;
            var (now, stay) = (Start, nameless ? OverdueStay.Unnamed(Body(true), Start) : OverdueStay.Notify(Body(), "GZ-1", Guid.Empty, Start).Value!);
            for (var i = 0; i < 40; i++, steps++)
            {
                now = now.AddHours(chance.Next(-30, 24 * 12));
                var who = "abc"[chance.Next(3)].ToString();
                var before = stay.State;
                var outcome = chance.Next(7) switch
                {
                    0 => stay.Receive((DeliveryWay)chance.Next(4), now.AddDays(-chance.Next(3)), now.AddDays(15), now),
                    1 => stay.Announce("GG", "某", "x", now.AddDays(chance.Next(31)), now),
                    2 => stay.Propose("x", who, now),
                    3 => stay.Decide("MY", chance.Next(3) > 0, "x", who, now),
                    4 => stay.Sign(chance.Next(2) == 0 ? null : "备", who, now),
                    5 when chance.Next(12) == 0 => stay.End("x", now),
                    _ => stay.Announce("GG", "某", "x", now, now),
                };
                if (!outcome.Ok) stay.State.ShouldBe(before, "a refusal changes nothing");
                Laws(stay);
            }
            if (stay.SignedAt is not null) signed++;
        }
        output.WriteLine($"{steps} steps, {signed} signed");
        signed.ShouldBeGreaterThan(20, "walks that never get anywhere prove nothing");
    }

    private static void Laws(OverdueStay s)
    {
        if (s.AnnouncedAt is { } announced && !s.Nameless) (s.ReceivedAt is not null && announced >= s.AnswerUntil).ShouldBeTrue();
        if (s.ProposedAt is { } proposed) (s.AnnouncedUntil is not null && proposed >= s.AnnouncedUntil).ShouldBeTrue();
        if (s.DecidedAt is { } decided) (decided >= s.ProposedAt && s.DecidedBy != s.ProposedBy).ShouldBeTrue();
        if (s.SignedAt is not { } at) return;
        s.Approved.ShouldBe(true);
        (at >= s.DecidedAt && s.SignedBy != s.DecidedBy).ShouldBeTrue();
        if (s.PoliceNeeded) s.PoliceRecord.ShouldNotBeNullOrEmpty();
    }
}
