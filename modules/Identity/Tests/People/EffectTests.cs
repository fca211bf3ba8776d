using Anmin.Contracts.Identity;
using Anmin.Identity.Leave;
using Anmin.Identity.Roles;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

/// <summary>What is decided about people is in force at once: here, and on another node once it has read afresh.</summary>
public abstract class EffectTests(AppFixture fixture)
{
    private static readonly Permission Read = new("funeral.case.read", ""), Move = new("funeral.remains.move", ""), Issue = new("funeral.certificate.issue", "");

    private Town Town => Town.Of(fixture.App);

    private Actor Of(string person) => Town.Staff.ActorOf(person).ShouldNotBeNull();

    [Fact]
    public async Task A_post_gives_its_rights_at_once_and_its_end_takes_them_at_once()
    {
        var person = await Town.ClerkAsync();
        Of(person).May(Issue).ShouldBeTrue();
        Of(person).May(Move).ShouldBeFalse();
        var appointment = await Town.AppointedAsync(person);
        Of(person).May(Move).ShouldBeTrue();
        Of(person).Post.ShouldBe("前台、司机");
        Town.Must(await Town.RunAsync<EndAppointment, EndAppointment.Request, Done>("管理员", new(appointment, "期满")));
        Of(person).May(Move).ShouldBeFalse();
        Of(person).May(Issue).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_node_sees_it_after_reading_afresh_and_not_by_itself()
    {
        var other = await TestApp.OnAsync(fixture.App.Database, fixture.App.Clock); // not disposed: the database is shared
        var there = other.Services.GetRequiredService<IStaffDirectory>();
        var person = await Town.ClerkAsync();
        there.ActorOf(person).ShouldBeNull();
        await other.Services.GetRequiredService<Reference>().RefreshAsync(TestContext.Current.CancellationToken);
        there.ActorOf(person)!.May(Issue).ShouldBeTrue();
        Town.Must(await Town.RunAsync<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>("管理员", new(person, null, null, "辞职")));
        await other.Services.GetRequiredService<Reference>().RefreshAsync(TestContext.Current.CancellationToken);
        there.ActorOf(person).ShouldBeNull();
        there.Find(person)!.Name.ShouldBe("章小满");
    }

    [Fact]
    public async Task A_post_of_the_future_is_not_yet_held()
    {
        var person = await Town.ClerkAsync();
        await Town.AppointedAsync(person, from: Town.Day(1));
        Of(person).May(Move).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stand_in_has_the_rights_of_the_absent_and_says_so_until_ended()
    {
        var (absent, substitute) = (await Town.ClerkAsync(), await Town.PersonAsync("fh-1", "driver"));
        Of(substitute).May(Issue).ShouldBeFalse();
        var appointment = await Town.StandInAsync(absent, substitute);
        Of(substitute).May(Issue).ShouldBeTrue();
        Of(substitute).Post.ShouldBe("司机、前台（代章小满）");
        Of(substitute).ReachOf(Issue).ShouldBe(Of(absent).ReachOf(Issue));
        Town.Must(await Town.RunAsync<EndOwnStandIn, EndOwnStandIn.Request, Done>(absent, new(appointment)));
        Of(substitute).May(Issue).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_with_the_same_post_may_stand_in_too_but_not_twice_for_one()
    {
        var (absent, colleague) = (await Town.ClerkAsync(), await Town.ClerkAsync());
        await Town.StandInAsync(absent, colleague);
        Of(colleague).Post.ShouldBe("前台、前台（代章小满）");
        (await Town.RunAsync<ArrangeStandIn, ArrangeStandIn.Request, ArrangeStandIn.Reply>("管理员", new(absent, colleague, "reception", Town.Day(3), Town.Day(5), "休假"))).Problem!.Code.ShouldBe("identity.appointment.already");
    }

    [Fact]
    public async Task Whoever_leaves_tomorrow_still_gets_in_today()
    {
        var person = await Town.ClerkAsync();
        Town.Must(await Town.RunAsync<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>("管理员", new(person, Town.Day(1), null, "退休")));
        Of(person).May(Issue).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_leaves_stands_in_for_nobody_and_nobody_for_them()
    {
        var (leaver, colleague, absent) = (await Town.ClerkAsync(), await Town.PersonAsync("fh-1", "driver"), await Town.PersonAsync("fh-1", "operator"));
        await Town.StandInAsync(leaver, colleague);
        await Town.StandInAsync(absent, leaver, post: "operator");
        Town.Must(await Town.RunAsync<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>("管理员", new(leaver, null, null, "辞职")));
        Of(colleague).May(Issue).ShouldBeFalse();
        Town.Staff.ActorOf(leaver).ShouldBeNull();
    }

    [Fact]
    public async Task A_role_changed_here_changes_what_its_holders_may_at_once()
    {
        var role = await Town.RoleAsync(grants: "funeral.case.read@own");
        var person = await Town.PersonAsync("fh-1", await Town.PostAsync(role));
        Of(person).ReachOf(Read).ShouldBe(DataScope.OpenedBy(person));
        Town.Must(await Town.RunAsync<SaveRole, SaveRole.Request, SaveRole.Reply>("安全管理员", Town.Role() with { Id = role, Grants = ["funeral.case.read", "funeral.remains.move"], Reason = "扩大范围" }));
        Of(person).ReachOf(Read).ShouldBe(DataScope.Of("fh-1"));
        Of(person).May(Move).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_appoints_themselves_nor_changes_a_role_they_hold()
    {
        foreach (var persona in (string[])["管理员", "安全管理员"])
        {
            var id = fixture.App.IdOf(persona);
            var appointed = await Town.RunAsync<AppointStaff, AppointStaff.Request, AppointStaff.Reply>(persona, new(id, "leader", "bu-0", null, null, null, "自任"));
            appointed.Problem!.Code.ShouldBe(persona == "管理员" ? "identity.appointment.oneself" : "kernel.denied");
        }
        (await Town.RunAsync<ArrangeStandIn, ArrangeStandIn.Request, ArrangeStandIn.Reply>("管理员", new(fixture.App.IdOf("市局"), fixture.App.IdOf("管理员"), "city-officer", Town.Day(0), Town.Day(1), "休假"))).Problem!.Code.ShouldBe("identity.appointment.oneself");
    }
}

public sealed class EffectsOnSqlite(SqliteApp f) : EffectTests(f), IClassFixture<SqliteApp>;

public sealed class EffectsOnPostgres(PostgresApp f) : EffectTests(f), IClassFixture<PostgresApp>;
