using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Groups;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Groups.SignUps;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Groups;

/// <summary>
/// Families sign up, give up, are buried, sail or stay, and journeys are put off, in any order of right and wrong acts through the use cases:
/// nobody is in two living groups, nobody rests in two places, and what the group says of itself is what is in it (invariant I4).
/// </summary>
public abstract class GroupWalkTests(AppFixture fixture)
{
    private const int Steps = 120, People = 6;

    private TestApp App => fixture.App;

    [Fact]
    public async Task Nobody_sails_twice_and_nobody_who_sailed_is_buried_in_any_order_of_acts()
    {
        var random = new Random(20260415);
        var people = new List<string>();
        for (var i = 0; i < 2; i++) people.Add((await App.CrematedAsync(known: true)).Ashes);
        for (var i = people.Count; i < People; i++) people.Add("WD-WALK-" + App.Next());
        var places = new[] { (await App.PositionsAsync(kind: SectionKind.Sea, capacity: 1000))[0], (await App.PositionsAsync(kind: SectionKind.Scattering, capacity: 1000))[0] };
        var (groups, done, refused) = (new List<OpenGroup.Reply>(), 0, 0);
        for (var step = 0; step < Steps; step++)
        {
            while (groups.Count < 3 || random.Next(10) == 0) groups.Add(await App.GroupAsync(persons: 2, relatives: 4, place: places[random.Next(2)]));
            var group = groups[^(1 + random.Next(3))];
            var who = people[random.Next(People)];
            var living = await App.ReadAsync(db => db.GroupSeats.IgnoreQueryFilters().AsNoTracking().Where(s => s.GroupId == group.Group && s.State == SeatState.SignedUp).Select(s => s.Id).ToListAsync());
            var ok = random.Next(10) switch
            {
                < 5 => (await App.AtDeskAsync(group.Group, who, companions: random.Next(3) == 0 ? "甲一 乙二" : "")).Ok,
                5 => living.Count > 0 && (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<WithdrawSeat>(), new WithdrawSeat.Request(living[0], "改期"))).Ok,
                6 or 7 => (await App.RecordAsync(group.Group, [.. living.Where(_ => random.Next(3) > 0)])).Ok,
                8 when random.Next(4) == 0 => (await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), who.StartsWith("WD", StringComparison.Ordinal) ? null : who, name: "周桂兰", certificate: who)).Ok,
                8 => (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<CancelGroup>(), new CancelGroup.Request(group.Group, "人少"))).Ok,
                _ => (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<PostponeGroup>(), new PostponeGroup.Request(group.Group, random.Next(3) == 0 ? null : App.At(2), "大风"))).Ok,
            };
            (done, refused) = (done + (ok ? 1 : 0), refused + (ok ? 0 : 1));
            await SoundAsync($"step {step}", groups.ConvertAll(g => g.Group));
        }
        done.ShouldBeGreaterThan(Steps / 6);
        refused.ShouldBeGreaterThan(Steps / 6);
    }

    private async Task SoundAsync(string at, List<Guid> groups)
    {
        var (stored, seats, resting, places) = await App.ReadAsync(async db => (
            await db.EcoBurialGroups.IgnoreQueryFilters().AsNoTracking().Where(g => groups.Contains(g.Id)).ToListAsync(),
            await db.GroupSeats.IgnoreQueryFilters().AsNoTracking().Where(s => groups.Contains(s.GroupId)).ToListAsync(),
            await db.Interments.IgnoreQueryFilters().AsNoTracking().Where(i => i.RemovedOn == null).ToListAsync(),
            await db.Positions.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Code)));
        string Who(string? ashes, string? paper) => ashes ?? paper ?? "";
        var alive = seats.Where(s => s.State == SeatState.SignedUp).Select(s => Who(s.Ashes, s.CremationCertificate)).ToList();
        alive.Distinct().Count().ShouldBe(alive.Count, at + ": in two living groups");
        var rests = resting.Where(i => i.CremationCertificate?.StartsWith("WD-WALK-", StringComparison.Ordinal) == true || seats.Exists(s => s.Ashes != null && s.Ashes == i.Ashes)).Select(i => Who(i.Ashes, i.CremationCertificate)).ToList();
        rests.Distinct().Count().ShouldBe(rests.Count, at + ": rests in two places");
        alive.Intersect(rests).ShouldBeEmpty(at + ": waits for a journey and rests already");
        foreach (var seat in seats.Where(s => s.State == SeatState.Laid))
        {
            var interment = resting.Single(i => i.Id == seat.IntermentId);
            interment.PositionId.ShouldBe(stored.Single(g => g.Id == seat.GroupId).PositionId, at);
            if (seat.Ashes is { } ashes) (await App.ContainerAsync(ashes)).PlaceId.ShouldBe(places[interment.PositionId], at);
        }
        foreach (var group in stored)
        {
            var counted = seats.Where(s => s.GroupId == group.Id && s.State != SeatState.Withdrawn).ToList();
            (group.Signed, group.Relatives).ShouldBe((counted.Count, counted.Sum(s => s.Companions)), at);
            group.Signed.ShouldBeLessThanOrEqualTo(group.MostPersons, at);
            if (group.IsOver) counted.ShouldNotContain(s => s.State == SeatState.SignedUp, at);
        }
    }
}

public sealed class GroupWalkOnSqlite(SqliteApp app) : GroupWalkTests(app), IClassFixture<SqliteApp>;

public sealed class GroupWalkOnPostgres(PostgresApp app) : GroupWalkTests(app), IClassFixture<PostgresApp>;
