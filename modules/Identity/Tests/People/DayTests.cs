using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

/// <summary>Days pass: each test has a clock, and so a database, of its own.</summary>
public sealed class DayTests
{
    private static readonly Permission Issue = new("funeral.certificate.issue", "");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_stand_in_begins_on_the_first_day_and_ends_after_the_last_by_the_citys_time(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var town = Town.Of(app);
        var (absent, substitute) = (await town.ClerkAsync(), await town.PersonAsync("fh-1", "driver"));
        await town.StandInAsync(absent, substitute, from: 1, until: 2);
        bool May() => town.Staff.ActorOf(substitute)!.May(Issue);
        May().ShouldBeFalse();
        app.Clock.Set(new(2026, 4, 15, 15, 59, 59, TimeSpan.Zero));
        May().ShouldBeFalse("23:59:59 in the city");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        May().ShouldBeTrue("midnight");
        app.Clock.Set(new(2026, 4, 17, 15, 59, 59, TimeSpan.Zero));
        May().ShouldBeTrue("the last minute of the last day");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        May().ShouldBeFalse();
        town.Staff.ActorOf(absent)!.May(Issue).ShouldBeTrue("the absent keeps the post all along");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_leaves_by_a_date_is_out_from_that_day_on(DatabaseKind kind)
    {
        await using var app = await TestApp.CreateAsync(kind);
        var town = Town.Of(app);
        var person = await town.ClerkAsync();
        Town.Must(await town.RunAsync<Staffing.RecordLeaving, Staffing.RecordLeaving.Request, Staffing.RecordLeaving.Reply>("管理员", new(person, town.Day(2), null, "退休")));
        app.Clock.Advance(TimeSpan.FromDays(1));
        town.Staff.ActorOf(person).ShouldNotBeNull();
        app.Clock.Advance(TimeSpan.FromDays(1));
        town.Staff.ActorOf(person).ShouldBeNull();
    }
}
