using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public sealed class PeopleBookTests
{
    private readonly FakeClock clock = new();
    private readonly PeopleBook book;

    public PeopleBookTests()
    {
        book = new(clock);
        Load();
    }

    private void Load(params Appointment[] appointments) => book.Load(new(
        [Place("fh", "funeral-home", "321302103"), Place("bu-city", "bureau", "3213"), Place("bu-county", "bureau", "321302"), Place("ho", "hospital", "321302001"), Place("kf", "funeral-home", "410205200")],
        [],
        [Role("desk", PermissionKind.Business, Reach.Institution, "funeral.case.read funeral.case.report@own"), Role("urns", PermissionKind.Business, Reach.Institution, "funeral.ashes.*"), Role("county", PermissionKind.Business, Reach.Division, "funeral.case.read"),
         Role("reader", PermissionKind.Audit, Reach.None, "identity.audit.read"), Role("keeper", PermissionKind.System, Reach.None, "identity.staff.manage kernel.rules.read"), Role("doctor", PermissionKind.Business, Reach.Origin, "funeral.case.read")],
        [Post("reception", "前台", "desk"), Post("ashes", "骨灰", "urns"), Post("officer", "县局", "county"), Post("auditor", "审计", "reader"), Post("administrator", "管理员", "keeper"), Post("doctor", "医生", "doctor")],
        [Person("a", "fh", "321302", "reception ashes", "前台"), Person("b", "bu-county", "321302", "officer", "县局"), Person("c", "bu-city", "3213", "auditor", "审计"),
         Person("d", "bu-city", "3213", "administrator", "管理员"), Person("e", "fh", "321302", "reception", "司机", active: false), Person("f", "kf", "410205", "reception", "前台"), Person("g", "ho", "321302", "doctor")],
        appointments,
        "3213"));

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private IStaffDirectory Staff => book;

    [Fact]
    public void Somebody_may_what_any_of_their_posts_may()
    {
        var actor = Staff.ActorOf("a")!;
        actor.May(new Permission("funeral.case.report", "")).ShouldBeTrue();
        actor.May(new Permission("funeral.ashes.place", "")).ShouldBeTrue();
        actor.May(new Permission("identity.audit.read", "")).ShouldBeFalse();
        actor.Post.ShouldBe("前台、骨灰");
        actor.InstitutionName.ShouldBe("fh的名称");
    }

    [Theory]
    [InlineData("a", "institution:fh")]
    [InlineData("g", "origin:ho")]
    [InlineData("b", "division:321302")]
    [InlineData("c", "")]
    [InlineData("d", "")]
    public void Post_and_place_decide_whose_cases_are_seen(string id, string reach) => Staff.ActorOf(id)!.ReachOf(Read).ToString().ShouldBe(reach);

    [Fact]
    public void Each_permission_has_a_reach_of_its_own()
    {
        var actor = Staff.ActorOf("a")!;
        actor.ReachOf(Read).ToString().ShouldBe("institution:fh");
        actor.ReachOf(new("funeral.case.report", "")).ToString().ShouldBe("own:a");
    }

    [Fact]
    public void A_stand_in_begins_and_ends_by_the_day_and_is_called_one()
    {
        Load(StandIn("b", "reception", "fh", Today.AddDays(1), Today.AddDays(3), "a"));
        Staff.ActorOf("b")!.ReachOf(Read).ToString().ShouldBe("division:321302");
        clock.Advance(TimeSpan.FromDays(1));
        Staff.ActorOf("b")!.ReachOf(Read).ToString().ShouldBe("division:321302 institution:fh");
        Staff.ActorOf("b")!.Post.ShouldBe("县局、前台（代a的姓名）");
        clock.Advance(TimeSpan.FromDays(2));
        Staff.ActorOf("b")!.Post.ShouldBe("县局、前台（代a的姓名）");
        clock.Advance(TimeSpan.FromDays(1));
        Staff.ActorOf("b")!.Post.ShouldBe("县局");
    }

    [Fact]
    public void Somebody_who_leaves_gets_in_until_the_day_before()
    {
        var leaving = Person("h", "fh", "321302", "reception");
        leaving.LeftOn = Today.AddDays(1);
        book.Load(book.Now.Rows with { Staff = [leaving] });
        Staff.ActorOf("h").ShouldNotBeNull();
        clock.Advance(TimeSpan.FromDays(1));
        Staff.ActorOf("h").ShouldBeNull();
        Staff.Find("h")!.Name.ShouldBe("h的姓名");
    }

    [Fact]
    public void Whoever_left_keeps_a_name_and_has_no_rights()
    {
        Staff.Find("e")!.Name.ShouldBe("e的姓名");
        Staff.ActorOf("e").ShouldBeNull();
        Staff.Persona("司机").ShouldBeNull();
        Staff.OfInstitution("fh").Select(s => s.Id).ShouldBe(["a"]);
    }

    [Fact]
    public void With_two_cities_loaded_a_button_is_somebody_of_the_city_in_force() => Staff.Persona("前台")!.Id.ShouldBe("a");

    [Fact]
    public void The_built_in_administrator_manages_people_and_sees_no_case()
    {
        var actor = Staff.ActorOf(StaffActor.BuiltIn.Id)!;
        actor.May(IdentityPermissions.ManageStaff).ShouldBeTrue();
        actor.May(IdentityPermissions.ReadAudit).ShouldBeFalse();
        actor.ReachOf(Read).ShouldBe(DataScope.Nothing);
    }

    [Fact]
    public void Institutions_are_found_by_kind_below_a_division()
    {
        book.OfKind("funeral-home").Count.ShouldBe(2);
        book.OfKind("funeral-home", "3213").Single().Id.ShouldBe("fh");
        book.OfKind("columbarium").ShouldBeEmpty();
        book.Find("nobody").ShouldBeNull();
    }

    private static readonly Permission Read = new("funeral.case.read", "");

    private static Role Role(string id, PermissionKind kind, Reach reach, string grants) => new() { Id = id, Name = id, Kind = kind, Reach = reach, Grants = grants };

    private static Post Post(string id, string name, string roles) => new() { Id = id, Name = name, Roles = roles };

    private static Appointment StandIn(string who, string post, string at, DateOnly from, DateOnly until, string inPlaceOf)
        => new() { StaffId = who, PostId = post, Institution = at, Division = "321302", From = from, Until = until, InPlaceOf = inPlaceOf, Reason = "休假", MadeBy = "d", MadeAt = default };

    private static Institution Place(string id, string kind, string division) => new() { Id = id, Kind = kind, Name = id + "的名称", Division = division };

    private static Staff Person(string id, string institution, string division, string posts, string? persona = null, bool active = true)
        => new() { Id = id, Name = id + "的姓名", Institution = institution, Division = division, Posts = posts, Persona = persona, Active = active };
}
