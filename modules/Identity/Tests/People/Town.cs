using System.Runtime.CompilerServices;
using Anmin.Contracts.Identity;
using Anmin.Identity.Organisations;
using Anmin.Identity.People;
using Anmin.Identity.Roles;
using Anmin.Identity.Staffing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Tests.People;

/// <summary>Brings people, places, posts and roles to where a test begins, by the use cases themselves, with names nobody else has.</summary>
internal sealed class Town
{
    private static readonly ConditionalWeakTable<TestApp, Town> All = [];

    private readonly TestApp app;
    private int serial;

    private Town(TestApp app) => this.app = app;

    public static Town Of(TestApp app) => All.GetValue(app, a => new Town(a));

    public TestApp App => app;

    public IStaffDirectory Staff => app.Services.GetRequiredService<IStaffDirectory>();

    public PeopleView Now => app.Services.GetRequiredService<PeopleBook>().Now;

    public DateOnly Today => Now.Day;

    public string Unique(string word) => $"{word}{Interlocked.Increment(ref serial)}";

    public string Day(int ahead) => Today.AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public Task<string> ClerkAsync() => PersonAsync("fh-1", "reception");

    public async Task<string> PersonAsync(string institution, string post)
        => Must(await RunAsync<AddStaff, AddStaff.Request, AddStaff.Reply>("管理员", new("章小满", institution, null, null, post))).StaffId;

    public async Task<Guid> AppointedAsync(string person, string post = "driver", string institution = "fh-1", string? from = null, string? until = null)
        => Must(await RunAsync<AppointStaff, AppointStaff.Request, AppointStaff.Reply>("管理员", new(person, post, institution, null, from, until, "轮岗"))).AppointmentId;

    public async Task<Guid> StandInAsync(string absent, string substitute, int from = 0, int until = 3, string post = "reception")
        => Must(await RunAsync<ArrangeStandIn, ArrangeStandIn.Request, ArrangeStandIn.Reply>("管理员", new(absent, substitute, post, Day(from), Day(until), "休假"))).AppointmentId;

    public async Task<string> PlaceAsync(string kind = "funeral-home")
        => Must(await RunAsync<SaveInstitution, SaveInstitution.Request, SaveInstitution.Reply>("管理员", Place(kind))).InstitutionId;

    public SaveInstitution.Request Place(string kind = "funeral-home") => new(null, kind, Unique("新馆"), "321302001", "幸福路1号", "0527-80000000");

    public async Task<string> SectionAsync(string institution = "fh-1")
        => Must(await RunAsync<SaveSection, SaveSection.Request, SaveSection.Reply>("管理员", new(null, institution, Unique("科室"), 10))).SectionId;

    public async Task<string> RoleAsync(string kind = "business", params string[] grants)
        => Must(await RunAsync<SaveRole, SaveRole.Request, SaveRole.Reply>("安全管理员", Role(kind, grants))).RoleId;

    public SaveRole.Request Role(string kind = "business", params string[] grants)
        => new(null, Unique("本地角色"), kind, kind == "business" ? "institution" : "none", grants.Length > 0 ? grants : kind == "business" ? ["funeral.case.read"] : ["kernel.rules.read"], "试用", "新设");

    public async Task<string> PostAsync(string role, params string[] kinds)
        => Must(await RunAsync<SavePost, SavePost.Request, SavePost.Reply>("安全管理员", new(null, Unique("本地岗位"), [role], kinds.Length > 0 ? kinds : ["funeral-home", "bureau"], "新设"))).PostId;

    /// <summary>Something open under somebody's name.</summary>
    public async Task<Guid> OpenWorkAsync(string person)
    {
        var work = new Assignment { Subject = Guid.CreateVersion7(), SubjectKind = "test.work", Staff = person, At = app.Clock.GetUtcNow(), By = "test" };
        await app.ReadAsync(async db =>
        {
            db.Add(work);
            return await db.SaveChangesAsync();
        });
        return work.Id;
    }

    public Acting As(string who) => app.As(Staff.ActorOf(who) ?? app.As(who).Actor);

    public Task<Outcome<TReply>> RunAsync<TUseCase, TRequest, TReply>(string who, TRequest request, string? key = null) where TUseCase : class, IUseCase<TRequest, TReply>
        => As(who).RunAsync(s => (IUseCase<TRequest, TReply>)s.GetRequiredService<TUseCase>(), request, key);

    public static T Must<T>(Outcome<T> outcome) => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"The way to the test was refused: {problem.Code} {problem.Message} {problem.Field}");
}
