using Anmin.Identity.Leave;
using Anmin.Identity.Organisations;
using Anmin.Identity.Roles;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Tests.People;

/// <summary>Every command about people, places, posts and roles, once, with every way it says no.</summary>
internal static class Scenarios
{
    private const string System = "管理员", Security = "安全管理员", Clerk = "前台", Self = "t-guanli";

    public static IReadOnlyDictionary<string, IScenario> All { get; } = Places().Concat(People()).Concat(Appointments()).Concat(StandIns()).Concat(Rights()).ToDictionary(s => s.UseCase.Name);

    private static IEnumerable<IScenario> Places() =>
    [
        new Scenario<SaveInstitution, SaveInstitution.Request, SaveInstitution.Reply>(System, Security, t => Is(t.Place()), r => r with { Phone = "0527-81111111" })
        {
            Refuses =
            [
                ("kernel.required", t => Is(t.Place() with { Name = " " })), ("kernel.choice.unknown", t => Is(t.Place() with { Kind = "palace" })), ("kernel.division.unknown", t => Is(t.Place() with { Division = "999999" })),
                ("kernel.not-found", t => Is(t.Place() with { Id = "nowhere" })), ("identity.institution.of-pack", t => Is(t.Place() with { Id = "fh-1" })), ("identity.name.taken", t => Is(t.Place() with { Name = "宿城测试馆" })),
            ],
        },
        new Scenario<CloseInstitution, CloseInstitution.Request, Done>(System, Security, async t => new(await t.PlaceAsync(), "并入他馆"), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.PlaceAsync(), " ")), ("kernel.not-found", _ => Is(new CloseInstitution.Request("nowhere", "停用"))), ("identity.institution.of-pack", _ => Is(new CloseInstitution.Request("fh-1", "停用"))),
                ("identity.institution.in-use", async t => await With(t.PlaceAsync(), async p => { await t.PersonAsync(p, "reception"); return new CloseInstitution.Request(p, "停用"); })),
            ],
        },
        new Scenario<SaveSection, SaveSection.Request, SaveSection.Reply>(System, Security, t => Is(new SaveSection.Request(null, "fh-1", t.Unique("业务科"), 10)), r => r with { Rank = 20 })
        {
            Refuses =
            [
                ("kernel.required", _ => Is(new SaveSection.Request(null, "fh-1", ""))), ("identity.institution.unknown", _ => Is(new SaveSection.Request(null, "nowhere", "业务科"))), ("kernel.not-found", _ => Is(new SaveSection.Request("nothing", "fh-1", "业务科"))),
                ("identity.name.taken", async t => { await t.RunAsync<SaveSection, SaveSection.Request, SaveSection.Reply>(System, new(null, "fh-1", "同名科")); return new(null, "fh-1", "同名科"); }),
                ("identity.institution.in-use", async t => { var s = await t.SectionAsync(); Town.Must(await t.RunAsync<AddStaff, AddStaff.Request, AddStaff.Reply>(System, new("章小满", "fh-1", s, null, "reception"))); return new(s, "fh-1", "新名", 1, Active: false); }),
            ],
        },
    ];

    private static IEnumerable<IScenario> People() =>
    [
        new Scenario<AddStaff, AddStaff.Request, AddStaff.Reply>(System, Security, t => Is(New()), r => r with { Name = "章大满" })
        {
            Refuses =
            [
                ("kernel.required", _ => Is(New() with { Name = "" })), ("identity.institution.unknown", _ => Is(New() with { Institution = "nowhere" })), ("identity.section.unknown", _ => Is(New() with { Section = "nothing" })),
                ("identity.post.unknown", _ => Is(New() with { Post = "king" })), ("identity.post.elsewhere", _ => Is(New() with { Post = "police" })), ("identity.division.elsewhere", _ => Is(New() with { Division = "321322" })),
            ],
        },
        new Scenario<EditStaff, EditStaff.Request, Done>(System, Security, async t => new(await t.ClerkAsync(), "章满", null, "更正姓名"), r => r with { Name = "章满意" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.ClerkAsync(), "", null, "")), ("kernel.not-found", _ => Is(new EditStaff.Request("nobody", "章满", null, "更正"))),
                ("identity.staff.of-pack", t => Is(new EditStaff.Request(t.App.IdOf(Clerk), "周新", null, "更正"))), ("identity.section.unknown", async t => new(await t.ClerkAsync(), "章满", "nothing", "更正")),
            ],
        },
        new Scenario<ExportStaff, ExportStaff.Request, ExportStaff.Reply>(System, Security, _ => Is(new ExportStaff.Request(new FindStaff.Request())), _ => new(new FindStaff.Request("章"))) { Refuses = [] },
        new Scenario<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>(System, Security, async t => new(await t.ClerkAsync(), null, null, "退休"), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.ClerkAsync(), null, null, "")), ("kernel.not-found", _ => Is(new RecordLeaving.Request("nobody", null, null, "退休"))), ("identity.appointment.oneself", _ => Is(new RecordLeaving.Request(Self, null, null, "退休"))),
                ("calendar.date.unread", async t => new(await t.ClerkAsync(), "没有这一天", null, "退休")),
                ("identity.staff.left", async t => { var p = await t.ClerkAsync(); Town.Must(await t.RunAsync<RecordLeaving, RecordLeaving.Request, RecordLeaving.Reply>(System, new(p, null, null, "退休"))); return new(p, null, null, "退休"); }),
                ("identity.hand-over.successor", async t => { var p = await t.ClerkAsync(); await t.OpenWorkAsync(p); return new(p, null, null, "退休"); }),
                ("identity.hand-over.successor", async t => { var p = await t.ClerkAsync(); await t.OpenWorkAsync(p); return new(p, null, t.App.IdOf("外前台"), "退休"); }),
                ("identity.hand-over.successor", async t => { var p = await t.ClerkAsync(); await t.OpenWorkAsync(p); return new(p, null, p, "退休"); }),
            ],
        },
        new Scenario<HandOverWork, HandOverWork.Request, RecordLeaving.Reply>(System, Security, async t => { var p = await t.ClerkAsync(); await t.OpenWorkAsync(p); return new(p, t.App.IdOf(Clerk), "转岗"); }, r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.ClerkAsync(), t.App.IdOf(Clerk), " ")), ("kernel.not-found", t => Is(new HandOverWork.Request("nobody", t.App.IdOf(Clerk), "转岗"))),
                ("identity.hand-over.nothing", async t => new(await t.ClerkAsync(), t.App.IdOf(Clerk), "转岗")), ("identity.hand-over.successor", async t => { var p = await t.ClerkAsync(); await t.OpenWorkAsync(p); return new(p, t.App.IdOf("外前台"), "转岗"); }),
            ],
        },
    ];

    private static IEnumerable<IScenario> Appointments() =>
    [
        new Scenario<AppointStaff, AppointStaff.Request, AppointStaff.Reply>(System, Security, async t => Driver(await t.ClerkAsync()), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => Driver(await t.ClerkAsync()) with { Reason = "" }), ("calendar.date.unread", async t => Driver(await t.ClerkAsync()) with { From = "没有这一天" }), ("identity.appointment.oneself", _ => Is(Driver(Self))),
                ("identity.staff.unknown", _ => Is(Driver("nobody"))), ("identity.staff.unknown", _ => Is(Driver("builtin-administrator"))), ("identity.post.unknown", async t => Driver(await t.ClerkAsync()) with { Post = "king" }),
                ("identity.institution.unknown", async t => Driver(await t.ClerkAsync()) with { Institution = "nowhere" }), ("identity.institution.unknown", async t => { var p = await t.PlaceAsync(); await t.RunAsync<CloseInstitution, CloseInstitution.Request, Done>(System, new(p, "停用")); return Driver(await t.ClerkAsync()) with { Institution = p }; }),
                ("identity.post.elsewhere", async t => Driver(await t.ClerkAsync()) with { Post = "police" }), ("identity.division.elsewhere", async t => Driver(await t.ClerkAsync()) with { Division = "321322" }),
                ("identity.appointment.backwards", async t => Driver(await t.ClerkAsync()) with { From = t.Day(3), Until = t.Day(2) }), ("identity.appointment.past", async t => Driver(await t.ClerkAsync()) with { From = t.Day(-9), Until = t.Day(-1) }),
                ("identity.appointment.already", async t => { var p = await t.ClerkAsync(); await t.AppointedAsync(p, until: t.Day(5)); return Driver(p) with { From = t.Day(5) }; }),
                ("identity.kinds.mixed", async t => Driver(await t.PersonAsync("bu-1", "audit-administrator"))), ("identity.kinds.mixed", async t => Driver(await t.PersonAsync("bu-1", "system-administrator")) with { Post = "security-administrator", Institution = "bu-1" }),
                ("identity.division.too-many", async t => { var p = await t.PersonAsync("bu-1", "county-officer"); await t.AppointedAsync(p, "county-officer", "bu-2"); return new(p, "township-officer", await TownshipOfAnotherCountyAsync(t), null, null, null, "兼任"); }),
            ],
        },
        new Scenario<EndAppointment, EndAppointment.Request, Done>(System, Security, async t => new(await t.AppointedAsync(await t.ClerkAsync()), "轮岗期满"), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.AppointedAsync(await t.ClerkAsync()), "")), ("kernel.not-found", _ => Is(new EndAppointment.Request(Guid.CreateVersion7(), "期满"))),
                ("identity.appointment.over", async t => { var a = await t.AppointedAsync(await t.ClerkAsync()); Town.Must(await t.RunAsync<EndAppointment, EndAppointment.Request, Done>(System, new(a, "期满"))); return new(a, "期满"); }),
            ],
        },
    ];

    private static IEnumerable<IScenario> StandIns() =>
    [
        new Scenario<ArrangeStandIn, ArrangeStandIn.Request, ArrangeStandIn.Reply>(System, Security, async t => Leave(t, await t.ClerkAsync(), await t.ClerkAsync()), r => r with { Reason = "出差" })
        {
            Refuses =
            [
                ("kernel.required", async t => Leave(t, await t.ClerkAsync(), await t.ClerkAsync()) with { Until = "" }), ("identity.appointment.oneself", async t => Leave(t, await t.ClerkAsync(), Self)),
                ("identity.stand-in.oneself", async t => await With(t.ClerkAsync(), p => Is(Leave(t, p, p)))), ("identity.stand-in.too-long", async t => Leave(t, await t.ClerkAsync(), await t.ClerkAsync()) with { Until = t.Day(366) }),
                ("identity.stand-in.not-held", async t => Leave(t, await t.ClerkAsync(), await t.ClerkAsync()) with { Post = "driver" }),
                ("identity.stand-in.not-held", async t => { var (absent, first) = (await t.ClerkAsync(), await t.PersonAsync("fh-1", "driver")); await t.StandInAsync(absent, first); return Leave(t, first, await t.PersonAsync("fh-1", "operator")); }),
                ("identity.appointment.backwards", async t => Leave(t, await t.ClerkAsync(), await t.PersonAsync("fh-1", "driver")) with { From = t.Day(3), Until = t.Day(1) }),
                ("identity.kinds.mixed", async t => Leave(t, await t.PersonAsync("bu-1", "county-officer"), await t.PersonAsync("bu-1", "audit-administrator")) with { Post = "county-officer" }),
            ],
        },
        new Scenario<AskForStandIn, AskForStandIn.Request, ArrangeStandIn.Reply>(Clerk, null, async t => new(await t.PersonAsync("fh-1", "driver"), "reception", t.Day(1), t.Day(2), "年假"), r => r with { Reason = "出差" })
        {
            Refuses =
            [
                ("identity.staff.unknown", t => Is(new AskForStandIn.Request(t.App.IdOf("外前台"), "reception", t.Day(1), t.Day(2), "年假"))), ("identity.staff.unknown", t => Is(new AskForStandIn.Request("nobody", "reception", t.Day(1), t.Day(2), "年假"))),
                ("identity.stand-in.oneself", t => Is(new AskForStandIn.Request(t.App.IdOf(Clerk), "reception", t.Day(1), t.Day(2), "年假"))), ("identity.stand-in.not-held", async t => new(await t.PersonAsync("fh-1", "driver"), "home-chief", t.Day(1), t.Day(2), "年假")),
                ("kernel.required", async t => new(await t.PersonAsync("fh-1", "driver"), "reception", "", "", "")),
            ],
        },
        new Scenario<EndOwnStandIn, EndOwnStandIn.Request, Done>(Clerk, null, async t => new(await t.StandInAsync(t.App.IdOf(Clerk), await t.PersonAsync("fh-1", "driver"))), _ => new(Guid.CreateVersion7()))
        {
            Refuses =
            [
                ("kernel.not-found", _ => Is(new EndOwnStandIn.Request(Guid.CreateVersion7()))), ("kernel.not-found", async t => new(await t.StandInAsync(await t.ClerkAsync(), t.App.IdOf("司机")))),
                ("kernel.not-found", async t => new(await t.AppointedAsync(t.App.IdOf(Clerk), "hall"))),
                ("identity.appointment.over", async t => { var a = await t.StandInAsync(t.App.IdOf(Clerk), await t.PersonAsync("fh-1", "driver")); Town.Must(await t.RunAsync<EndOwnStandIn, EndOwnStandIn.Request, Done>(Clerk, new(a))); return new(a); }),
            ],
        },
    ];

    private static IEnumerable<IScenario> Rights() =>
    [
        new Scenario<SaveRole, SaveRole.Request, SaveRole.Reply>(Security, System, t => Is(t.Role()), r => r with { Note = "另一说明" })
        {
            Refuses =
            [
                ("kernel.required", t => Is(t.Role() with { Name = "", Reason = "" })), ("kernel.choice.unknown", t => Is(t.Role() with { Kind = "any" })), ("kernel.choice.unknown", t => Is(t.Role() with { Reach = "galaxy" })),
                ("identity.role.empty", t => Is(t.Role() with { Grants = [] })), ("identity.role.grant", t => Is(t.Role() with { Grants = ["funeral.nothing.do"] })), ("identity.role.grant", t => Is(t.Role() with { Grants = ["funeral.case.read@galaxy"] })),
                ("identity.role.stranger", t => Is(t.Role() with { Grants = ["funeral.case.read", "identity.staff.manage"] })), ("identity.role.stranger", t => Is(t.Role("system", "funeral.case.read"))), ("identity.role.stranger", t => Is(t.Role() with { Grants = ["*"] })),
                ("kernel.not-found", t => Is(t.Role() with { Id = "nothing" })), ("identity.role.of-pack", t => Is(t.Role() with { Id = "reception" })), ("identity.name.taken", t => Is(t.Role() with { Name = "前台" })),
                ("kernel.choice.unknown", async t => t.Role("audit") with { Id = await t.RoleAsync() }),
                ("identity.role.own", async t => { var role = await t.RoleAsync("security"); await t.AppointedAsync("t-anquan", await t.PostAsync(role), "bu-1"); return t.Role("security") with { Id = role }; }),
            ],
        },
        new Scenario<RetireRole, RetireRole.Request, Done>(Security, System, async t => new(await t.RoleAsync(), "不再用"), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.RoleAsync(), "")), ("kernel.not-found", _ => Is(new RetireRole.Request("nothing", "不再用"))), ("identity.role.of-pack", _ => Is(new RetireRole.Request("reception", "不再用"))),
                ("identity.role.in-use", async t => { var role = await t.RoleAsync(); await t.PostAsync(role); return new(role, "不再用"); }),
            ],
        },
        new Scenario<SavePost, SavePost.Request, SavePost.Reply>(Security, System, async t => new(null, t.Unique("岗位"), [await t.RoleAsync()], ["funeral-home"], "新设"), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", _ => Is(new SavePost.Request(null, "", ["reception"], ["funeral-home"], ""))), ("kernel.choice.unknown", t => Is(new SavePost.Request(null, t.Unique("岗位"), [], ["funeral-home"], "新设"))),
                ("kernel.choice.unknown", t => Is(new SavePost.Request(null, t.Unique("岗位"), ["nothing"], ["funeral-home"], "新设"))), ("kernel.choice.unknown", t => Is(new SavePost.Request(null, t.Unique("岗位"), ["reception"], ["palace"], "新设"))),
                ("identity.post.mixed", t => Is(new SavePost.Request(null, t.Unique("岗位"), ["reception", "audit-administrator"], ["bureau"], "新设"))), ("kernel.not-found", t => Is(new SavePost.Request("nothing", t.Unique("岗位"), ["reception"], ["funeral-home"], "改"))),
                ("identity.post.of-pack", t => Is(new SavePost.Request("reception", t.Unique("岗位"), ["reception"], ["funeral-home"], "改"))), ("identity.name.taken", _ => Is(new SavePost.Request(null, "前台", ["reception"], ["funeral-home"], "新设"))),
                ("identity.post.mixed", async t => new(await t.PostAsync("reception"), t.Unique("岗位"), ["audit-administrator"], ["bureau"], "改")),
                ("identity.role.own", async t => { var post = await t.PostAsync("security-administrator"); await t.AppointedAsync("t-anquan", post, "bu-2"); return new(post, t.Unique("岗位"), ["security-administrator"], ["bureau"], "改"); }),
            ],
        },
        new Scenario<RetirePost, RetirePost.Request, Done>(Security, System, async t => new(await t.PostAsync("driver"), "不再设"), r => r with { Reason = "另一原因" })
        {
            Refuses =
            [
                ("kernel.required", async t => new(await t.PostAsync("driver"), " ")), ("kernel.not-found", _ => Is(new RetirePost.Request("nothing", "不再设"))), ("identity.post.of-pack", _ => Is(new RetirePost.Request("driver", "不再设"))),
                ("identity.post.in-use", async t => { var post = await t.PostAsync("driver"); await t.AppointedAsync(await t.ClerkAsync(), post); return new(post, "不再设"); }),
            ],
        },
    ];

    private static AddStaff.Request New() => new("章小满", "fh-1", null, null, "reception");

    private static AppointStaff.Request Driver(string person) => new(person, "driver", "fh-1", null, null, null, "轮岗");

    private static ArrangeStandIn.Request Leave(Town town, string absent, string substitute) => new(absent, substitute, "reception", town.Day(0), town.Day(3), "休假");

    private static async Task<string> TownshipOfAnotherCountyAsync(Town town)
        => Town.Must(await town.RunAsync<SaveInstitution, SaveInstitution.Request, SaveInstitution.Reply>(System, town.Place("township") with { Division = "321323" })).InstitutionId;

    private static Task<T> Is<T>(T value) => Task.FromResult(value);

    private static async Task<T> With<T>(Task<string> made, Func<string, Task<T>> then) => await then(await made);
}
