using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Deposits.Papers;
using Anmin.Cemetery.Deposits.Unclaimed;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Deposits;

/// <summary>无人认领: notice, clock, announcement, proposal, the county's word. One test, because it moves the clock of its database.</summary>
public abstract class UnclaimedTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Ashes_nobody_collects_are_laid_to_rest_as_the_county_allows_and_not_a_day_sooner()
    {
        var of = await App.CrematedAsync();
        var eco = (await App.PositionsAsync(kind: SectionKind.Lawn, capacity: 50))[0];
        var taken = Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(of.Ashes, "fh-1-n-050", 1, null)));
        (await NotifyAsync(taken.RightId)).Code().ShouldBe("cemetery.deposit.not-overdue");
        App.Clock.Set(new DateTimeOffset(taken.Until.AddDays(-30).ToDateTime(new(2, 0)), TimeSpan.Zero));
        (await StandingAsync(taken.RightId)).ShouldBe(DepositStanding.Soon);
        App.Clock.Set(new DateTimeOffset(taken.Until.ToDateTime(new(2, 0)), TimeSpan.Zero));
        (await StandingAsync(taken.RightId)).ShouldBe(DepositStanding.Due);
        App.Clock.Set(new DateTimeOffset(taken.Until.AddDays(1).ToDateTime(new(2, 0)), TimeSpan.Zero));
        (await StandingAsync(taken.RightId)).ShouldBe(DepositStanding.Overdue);

        (await NotifyAsync(taken.RightId, "骨灰")).Code().ShouldBe("kernel.denied");
        var notice = Yard.Must(await NotifyAsync(taken.RightId));
        notice.Messaged.ShouldBeTrue();
        (await NotifyAsync(taken.RightId)).Code().ShouldBe("cemetery.deposit.claim-open");
        (await AnnounceAsync(taken.RightId)).Code().ShouldBe("cemetery.deposit.clock");
        (await ProposeAsync(taken.RightId)).Code().ShouldBe("cemetery.deposit.unannounced");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update cemetery_claim set approved_by = 'x', state = 'Disposed', place = 'y'"));

        App.Clock.Set(notice.UnclaimedAt.AddHours(2));
        var announced = Yard.Must(await AnnounceAsync(taken.RightId));
        (await AnnounceAsync(taken.RightId)).Code().ShouldBe("cemetery.deposit.announced");
        var line = Yard.Must(await App.As(Kernel.Actors.Actor.Public).RunAsync(s => s.GetRequiredService<FindUnclaimedNotices>(), new FindUnclaimedNotices.Request())).Single(l => l.Number == announced.Number);
        line.Name.ShouldNotContain("桂");
        (await ProposeAsync(taken.RightId)).Code().ShouldBe("cemetery.deposit.unannounced");
        App.Clock.Set(announced.Until.AddHours(2));
        (await ApproveAsync(taken.RightId, eco.Code)).Code().ShouldBe("cemetery.deposit.unproposed");
        Yard.Must(await ProposeAsync(taken.RightId));
        (await ApproveAsync(taken.RightId, eco.Code, "馆长")).Code().ShouldBe("kernel.denied");
        (await ApproveAsync(taken.RightId, "fh-1-n-051")).Code().ShouldBe("cemetery.deposit.eco");
        (await ApproveAsync(taken.RightId, eco.Code, "外县局")).Code().ShouldBe("cemetery.right.unknown");
        var approved = Yard.Must(await ApproveAsync(taken.RightId, eco.Code));
        (await App.RightAsync(taken.RightId)).Ending.ShouldBe(RightEnding.Disposed);
        (await App.IntermentAsync(approved.Interment)).PositionId.ShouldBe(eco.Id);
        ((await App.ContainerAsync(of.Ashes)).Status, (await App.ContainerAsync(of.Ashes)).PlaceId).ShouldBe((AshesStatus.Interred, eco.Code));
        (await App.ReadAsync(db => db.DepositClaims.IgnoreQueryFilters().Where(c => c.RightId == taken.RightId).Select(c => c.State).FirstAsync())).ShouldBe(ClaimState.Disposed);
    }

    [Fact]
    public async Task What_is_due_is_drawn_up_by_the_round_and_waits_to_be_printed_until_it_went_out()
    {
        var of = await App.CrematedAsync();
        var taken = Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(of.Ashes, "fh-1-n-060", 1, null)));
        App.Clock.Set(new DateTimeOffset(taken.Until.AddDays(1).ToDateTime(new(2, 0)), TimeSpan.Zero));
        (await App.As("骨灰").RunAsync(s => s.GetRequiredService<DrawUpClaims>(), new DrawUpClaims.Request("fh-1"))).Code().ShouldBe("kernel.denied");
        await RoundAsync();
        await RoundAsync();
        var claim = await ClaimAsync(taken.RightId);
        (claim.State, claim.LetterSentAt).ShouldBe((ClaimState.Notified, null));
        var waiting = Yard.Must(await PapersAsync()).Letters.Single(l => l.Number == claim.Letter);
        (waiting.Name, waiting.Holder).ShouldBe(("周桂兰", "周建国"));
        Yard.Must(await PapersAsync("外骨灰")).Letters.ShouldBeEmpty();
        (await PapersAsync("前台")).Code().ShouldBe("kernel.denied");
        var letter = Yard.Must(await PrintAsync(claim.Letter)).Html;
        foreach (var word in (string[])["骨灰领取通知书", claim.Letter, "周建国", "周桂兰", (await App.RightAsync(taken.RightId)).Number!]) letter.ShouldContain(word);
        (await PrintAsync(claim.Letter, "外骨灰")).Code().ShouldBe("cemetery.deposit.no-paper");
        Yard.Must(await DeliverAsync(claim.Letter, "deliver-letter-0001")).Papers.ShouldBe(1);
        Yard.Must(await DeliverAsync(claim.Letter, "deliver-letter-0001")).Papers.ShouldBe(1);
        Yard.Must(await DeliverAsync(claim.Letter)).Papers.ShouldBe(0);
        (await DeliverAsync("GH-none")).Code().ShouldBe("cemetery.deposit.no-paper");
        (await DeliverAsync(claim.Letter, as_: "骨灰")).Code().ShouldBe("kernel.denied");
        Yard.Must(await PapersAsync()).Letters.ShouldNotContain(l => l.Number == claim.Letter);

        App.Clock.Set(claim.UnclaimedAt.AddHours(2));
        await RoundAsync();
        claim = await ClaimAsync(taken.RightId);
        claim.State.ShouldBe(ClaimState.Announced);
        Yard.Must(await PapersAsync()).Announcements.ShouldContain(a => a.Number == claim.Announcement);
        var notice = Yard.Must(await PrintAsync(claim.Announcement!)).Html;
        notice.ShouldContain("无人认领骨灰公告");
        foreach (var secret in (string[])["周桂兰", "周建国", of.Ashes, "13812345678"]) notice.ShouldNotContain(secret);
        Yard.Must(await DeliverAsync(claim.Announcement!)).Papers.ShouldBe(1);
        Yard.Must(await PapersAsync()).Announcements.ShouldNotContain(a => a.Number == claim.Announcement);
        await RoundAsync();
        (await ClaimAsync(taken.RightId)).State.ShouldBe(ClaimState.Announced);
    }

    private Task RoundAsync() => App.Services.GetServices<Kernel.Jobs.IJob>().Single(j => j.Name == "cemetery.deposit-claims").RunAsync(null!, TestContext.Current.CancellationToken);

    private Task<DepositClaim> ClaimAsync(Guid right) => App.ReadAsync(db => db.DepositClaims.IgnoreQueryFilters().AsNoTracking().SingleAsync(c => c.RightId == right));

    private Task<Outcome<FindDepositPapers.Reply>> PapersAsync(string as_ = "馆长") => App.As(as_).RunAsync(s => s.GetRequiredService<FindDepositPapers>(), new FindDepositPapers.Request());

    private Task<Outcome<PrintDepositPapers.Reply>> PrintAsync(string number, string as_ = "馆长") => App.As(as_).RunAsync(s => s.GetRequiredService<PrintDepositPapers>(), new PrintDepositPapers.Request(number));

    private Task<Outcome<DeliverDepositPapers.Reply>> DeliverAsync(string number, string? key = null, string as_ = "馆长") => App.As(as_).RunAsync(s => s.GetRequiredService<DeliverDepositPapers>(), new DeliverDepositPapers.Request([number]), key);

    private async Task<DepositStanding> StandingAsync(Guid right) => (await DepositTests.LineAsync(App, right))!.Standing;

    private Task<Outcome<NotifyDeposit.Reply>> NotifyAsync(Guid right, string as_ = "馆长") => App.As(as_).RunAsync(s => s.GetRequiredService<NotifyDeposit>(), new NotifyDeposit.Request(right));

    private Task<Outcome<AnnounceDeposits.Reply>> AnnounceAsync(Guid right) => App.As("馆长").RunAsync(s => s.GetRequiredService<AnnounceDeposits>(), new AnnounceDeposits.Request([right]));

    private Task<Outcome<Done>> ProposeAsync(Guid right) => App.As("馆长").RunAsync(s => s.GetRequiredService<ProposeAshesDisposal>(), new ProposeAshesDisposal.Request(right, "公告期满无人认领，拟生态安葬"));

    private Task<Outcome<ApproveAshesDisposal.Reply>> ApproveAsync(Guid right, string place, string as_ = "县局") => App.As(as_).RunAsync(s => s.GetRequiredService<ApproveAshesDisposal>(), new ApproveAshesDisposal.Request(right, place));
}

public sealed class UnclaimedOnSqlite(SqliteApp app) : UnclaimedTests(app), IClassFixture<SqliteApp>;

public sealed class UnclaimedOnPostgres(PostgresApp app) : UnclaimedTests(app), IClassFixture<PostgresApp>;
