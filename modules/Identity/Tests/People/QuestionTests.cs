using Anmin.Identity.Leave;
using Anmin.Identity.Organisations;
using Anmin.Identity.Roles;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

public abstract class QuestionTests(AppFixture fixture)
{
    private Town Town => Town.Of(fixture.App);

    [Fact]
    public async Task People_are_found_by_name_initials_place_post_and_state()
    {
        (await FindAsync(new("周敏"))).Rows.Single().ShouldSatisfyAllConditions(r => r.Id.ShouldBe("t-qiantai"), r => r.Posts.ShouldBe("前台"), r => r.InstitutionName.ShouldBe("宿城测试馆"), r => r.Here.ShouldBeTrue(), r => r.Local.ShouldBeFalse());
        (await FindAsync(new("zm"))).Rows.ShouldContain(r => r.Name == "周敏");
        (await FindAsync(new(Institution: "po-2"))).Rows.Select(r => r.Name).ShouldBe(["曹芳"]);
        (await FindAsync(new(Post: "county-officer"))).Rows.ShouldContain(r => r.Name == "郑文");
        (await FindAsync(new("没有这个人"))).Total.ShouldBe(0);
        var (absent, substitute) = (await Town.ClerkAsync(), await Town.PersonAsync("fh-1", "driver"));
        await Town.StandInAsync(absent, substitute);
        (await FindAsync(new(State: "stand-in"))).Rows.ShouldAllBe(r => r.StandIn);
        (await FindAsync(new(State: "stand-in"))).Rows.ShouldContain(r => r.Id == substitute);
        Town.Must(await Town.RunAsync<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>("管理员", new(absent, null, null, "辞职")));
        (await FindAsync(new(State: "left"))).Rows.ShouldContain(r => r.Id == absent && r.LeftOn == Town.Today);
        (await FindAsync(new())).Rows.ShouldNotContain(r => r.Id == absent);
    }

    [Fact]
    public async Task Fifty_a_page_or_everything()
    {
        var place = await Town.PlaceAsync();
        for (var i = 0; i < FindStaff.PageSize + 3; i++) await Town.PersonAsync(place, "driver");
        var first = await FindAsync(new(Institution: place));
        (first.Rows.Count, first.Total, first.Page).ShouldBe((50, 53, 1));
        var second = await FindAsync(new(Institution: place, Page: 2));
        second.Rows.Count.ShouldBe(3);
        second.Rows.Select(r => r.Id).Intersect(first.Rows.Select(r => r.Id)).ShouldBeEmpty();
        (await FindAsync(new(Institution: place, Page: -7))).Page.ShouldBe(1);
        (await FindAsync(new(Institution: place, Page: 99))).Rows.ShouldBeEmpty();
        (await FindAsync(new(Institution: place, Everything: true))).Rows.Count.ShouldBe(53);
    }

    [Fact]
    public async Task A_list_taken_out_is_whole_safe_for_a_spreadsheet_and_audited()
    {
        var place = Town.Must(await Town.RunAsync<SaveInstitution, SaveInstitution.Request, SaveInstitution.Reply>("管理员", Town.Place() with { Name = "=1+1,馆" })).InstitutionId;
        await Town.PersonAsync(place, "driver");
        var reply = Town.Must(await Town.RunAsync<ExportStaff, ExportStaff.Request, ExportStaff.Reply>("管理员", new(new FindStaff.Request(Institution: place))));
        reply.Lines.ShouldBe(1);
        reply.Csv.ShouldContain(",章小满,司机,\"'=1+1,馆\",,321302001,在岗,,本地登记\r\n");
        (await fixture.App.CountAsync("select count(*) from kernel_audit where use_case = 'ExportStaff' and reason like '导出人员清单%'")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task One_person_with_posts_then_and_now_rights_in_words_and_open_work()
    {
        var person = await Town.ClerkAsync();
        var ended = await Town.AppointedAsync(person);
        Town.Must(await Town.RunAsync<EndAppointment, EndAppointment.Request, Done>("管理员", new(ended, "期满")));
        await Town.AppointedAsync(person, "hall", from: Town.Day(5));
        var substitute = await Town.PersonAsync("fh-1", "operator");
        await Town.StandInAsync(person, substitute);
        await Town.OpenWorkAsync(person);
        var file = Town.Must(await Town.RunAsync<GetStaff, GetStaff.Request, GetStaff.Reply>("管理员", new(person)));
        file.Posts.Select(p => (p.Post, p.Now, p.Over)).ShouldBe([("前台", true, false), ("司机", false, true), ("告别厅", false, false)], ignoreOrder: true);
        file.Covers.Single().StaffId.ShouldBe(substitute);
        file.Rights.ShouldContain(new GetStaff.Right("殡仪服务", "查看案卷", "本单位"));
        file.OpenWork.ShouldBe(1);
        (await Town.RunAsync<GetStaff, GetStaff.Request, GetStaff.Reply>("管理员", new("nobody"))).Problem.ShouldBe(KernelProblems.NotFound);
        Town.Must(await Town.RunAsync<GetStaff, GetStaff.Request, GetStaff.Reply>("管理员", new("t-qiantai"))).Posts[0].Reason.ShouldBe("城市包");
    }

    [Fact]
    public async Task My_leave_shows_mine_and_nobody_elses()
    {
        var (me, substitute) = (await Town.ClerkAsync(), await Town.PersonAsync("fh-1", "driver"));
        await Town.StandInAsync(me, substitute, from: 1, until: 4);
        await Town.StandInAsync(await Town.ClerkAsync(), await Town.PersonAsync("fh-1", "driver"));
        var mine = Town.Must(await Town.RunAsync<GetLeave, GetLeave.Request, GetLeave.Reply>(me, new()));
        mine.Posts.Select(p => p.Name).ShouldBe(["前台"]);
        var line = mine.ForMe.Single();
        (line.Who, line.Post, line.Now, line.Over).ShouldBe(("章小满", "前台", false, false));
        mine.ByMe.ShouldBeEmpty();
        Town.Must(await Town.RunAsync<GetLeave, GetLeave.Request, GetLeave.Reply>(substitute, new())).ByMe.Single().Post.ShouldBe("前台");
        (await fixture.App.As(Actor.Public).RunAsync(s => (GetLeave)s.GetService(typeof(GetLeave))!, new GetLeave.Request())).Problem!.Kind.ShouldBe(ProblemKind.SignInNeeded);
    }

    [Fact]
    public async Task Places_stand_by_county_with_sections_and_counts()
    {
        var section = await Town.SectionAsync("fh-2");
        Town.Must(await Town.RunAsync<AddStaff, AddStaff.Request, AddStaff.Reply>("管理员", new("章小满", "fh-2", section, null, "driver")));
        var found = Town.Must(await Town.RunAsync<FindOrganisations, FindOrganisations.Request, FindOrganisations.Reply>("管理员", new(Kind: "funeral-home")));
        found.Counties.Select(c => c.Name).ShouldBe(["宿城区", "沭阳县"], ignoreOrder: true);
        var place = found.Counties.SelectMany(c => c.Institutions).Single(i => i.Id == "fh-2");
        place.KindName.ShouldBe("殡仪馆");
        place.Sections.Single(s => s.Id == section).People.ShouldBe(1);
        Town.Must(await Town.RunAsync<FindOrganisations, FindOrganisations.Request, FindOrganisations.Reply>("管理员", new("沭阳测试馆"))).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Roles_and_posts_say_what_they_carry_and_who_holds_them()
    {
        var role = await Town.RoleAsync(grants: ["funeral.case.read@own", "funeral.ashes.*"]);
        var post = await Town.PostAsync(role);
        await Town.PersonAsync("fh-1", post);
        var one = Town.Must(await Town.RunAsync<GetRole, GetRole.Request, GetRole.Reply>("安全管理员", new(role)));
        one.People.ShouldBe(["章小满"]);
        var rights = one.Groups.SelectMany(g => g.Rights).ToDictionary(r => r.Code, r => r.Reach);
        rights["funeral.case.read"].ShouldBe(Identity.People.Reach.Own);
        rights["funeral.ashes.place"].ShouldBe(Identity.People.Reach.Institution);
        rights["funeral.case.report"].ShouldBeNull();
        rights.ShouldNotContainKey("identity.staff.manage");
        var roles = Town.Must(await Town.RunAsync<FindRoles, FindRoles.Request, FindRoles.Reply>("安全管理员", new(Kind: "business"))).Rows;
        roles.Single(r => r.Id == role).ShouldSatisfyAllConditions(r => r.People.ShouldBe(1), r => r.Rights.ShouldBe(2), r => r.Local.ShouldBeTrue());
        roles.ShouldAllBe(r => r.Kind == PermissionKind.Business);
        Town.Must(await Town.RunAsync<FindPosts, FindPosts.Request, FindPosts.Reply>("安全管理员", new())).Rows.Single(p => p.Id == post).ShouldSatisfyAllConditions(p => p.People.ShouldBe(1), p => p.Roles.ShouldBe([role]));
        (await Town.RunAsync<GetRole, GetRole.Request, GetRole.Reply>("安全管理员", new("nothing"))).Problem.ShouldBe(KernelProblems.NotFound);
    }

    [Fact]
    public async Task Whoever_manages_people_reads_no_roles_and_the_other_way_round()
    {
        (await Town.RunAsync<FindRoles, FindRoles.Request, FindRoles.Reply>("管理员", new())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Town.RunAsync<GetRole, GetRole.Request, GetRole.Reply>("管理员", new("reception"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Town.RunAsync<FindPosts, FindPosts.Request, FindPosts.Reply>("管理员", new())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Town.RunAsync<FindStaff, FindStaff.Request, FindStaff.Reply>("安全管理员", new())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Town.RunAsync<GetStaff, GetStaff.Request, GetStaff.Reply>("前台", new("t-qiantai"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await Town.RunAsync<FindOrganisations, FindOrganisations.Request, FindOrganisations.Reply>("审计", new())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    private async Task<FindStaff.Reply> FindAsync(FindStaff.Request request) => Town.Must(await Town.RunAsync<FindStaff, FindStaff.Request, FindStaff.Reply>("管理员", request));
}

public sealed class QuestionsOnSqlite(SqliteApp f) : QuestionTests(f), IClassFixture<SqliteApp>;

public sealed class QuestionsOnPostgres(PostgresApp f) : QuestionTests(f), IClassFixture<PostgresApp>;
