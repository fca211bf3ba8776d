using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public sealed class PeopleBookTests
{
    private readonly PeopleBook book = new();

    public PeopleBookTests() => book.Load(
        [Place("fh", "funeral-home", "321302103"), Place("bu-city", "bureau", "3213"), Place("bu-county", "bureau", "321302"), Place("ho", "hospital", "321302001"), Place("kf", "funeral-home", "410205200")],
        [new Post { Id = "reception", Name = "前台", Permissions = "funeral.case.read funeral.case.report" }, new Post { Id = "ashes", Name = "骨灰", Permissions = "funeral.ashes.*" },
         new Post { Id = "auditor", Name = "审计", Permissions = "identity.audit.read" }, new Post { Id = "administrator", Name = "管理员", Permissions = "identity.staff.manage kernel.rules.read" }],
        [Person("a", "fh", "321302", "reception ashes", "前台"), Person("b", "bu-county", "321302", "reception", "县局"), Person("c", "bu-city", "3213", "auditor", "审计"),
         Person("d", "bu-city", "3213", "administrator", "管理员"), Person("e", "fh", "321302", "reception", "司机", active: false), Person("f", "kf", "410205", "reception", "前台"), Person("g", "ho", "321302", "reception")],
        city: "3213");

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
    [InlineData("a", null, "fh")]
    [InlineData("g", null, "ho")]
    [InlineData("b", "321302", null)]
    [InlineData("c", "3213", null)]
    [InlineData("d", null, null)]
    public void The_place_decides_whose_cases_are_seen(string id, string? division, string? institution)
    {
        var scope = Staff.ActorOf(id)!.Scope;
        (scope.All, scope.Division, scope.Institution).ShouldBe((false, division, institution));
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
        actor.Scope.ShouldBe(DataScope.Nothing);
    }

    [Fact]
    public void Institutions_are_found_by_kind_below_a_division()
    {
        book.OfKind("funeral-home").Count.ShouldBe(2);
        book.OfKind("funeral-home", "3213").Single().Id.ShouldBe("fh");
        book.OfKind("columbarium").ShouldBeEmpty();
        book.Find("nobody").ShouldBeNull();
    }

    private static Institution Place(string id, string kind, string division) => new() { Id = id, Kind = kind, Name = id + "的名称", Division = division };

    private static Staff Person(string id, string institution, string division, string posts, string? persona = null, bool active = true)
        => new() { Id = id, Name = id + "的姓名", Institution = institution, Division = division, Posts = posts, Persona = persona, Active = active };
}
