using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Deposits;
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

    private async Task<DepositStanding> StandingAsync(Guid right) => (await DepositTests.LineAsync(App, right))!.Standing;

    private Task<Outcome<NotifyDeposit.Reply>> NotifyAsync(Guid right, string as_ = "馆长") => App.As(as_).RunAsync(s => s.GetRequiredService<NotifyDeposit>(), new NotifyDeposit.Request(right));

    private Task<Outcome<AnnounceDeposits.Reply>> AnnounceAsync(Guid right) => App.As("馆长").RunAsync(s => s.GetRequiredService<AnnounceDeposits>(), new AnnounceDeposits.Request([right]));

    private Task<Outcome<Done>> ProposeAsync(Guid right) => App.As("馆长").RunAsync(s => s.GetRequiredService<ProposeAshesDisposal>(), new ProposeAshesDisposal.Request(right, "公告期满无人认领，拟生态安葬"));

    private Task<Outcome<ApproveAshesDisposal.Reply>> ApproveAsync(Guid right, string place, string as_ = "县局") => App.As(as_).RunAsync(s => s.GetRequiredService<ApproveAshesDisposal>(), new ApproveAshesDisposal.Request(right, place));
}

public sealed class UnclaimedOnSqlite(SqliteApp app) : UnclaimedTests(app), IClassFixture<SqliteApp>;

public sealed class UnclaimedOnPostgres(PostgresApp app) : UnclaimedTests(app), IClassFixture<PostgresApp>;
