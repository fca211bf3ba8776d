using Anmin.Contracts.Identity;
using Anmin.Identity.Accounts;
using Anmin.Identity.Auditing;
using Anmin.Identity.Organisations;
using Anmin.Identity.People;
using Anmin.Identity.Roles;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
using Anmin.Identity.SignInLog;
using Anmin.Identity.Staffing;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Anmin.Identity;

/// <summary>统一门户·人员·岗位·机构·审计: who works where, as what, and what they did.</summary>
public sealed class IdentityModule : IModule
{
    public string Name => "identity";

    public IReadOnlyList<Permission> Permissions => IdentityPermissions.All;

    public IReadOnlyList<Setting> Settings => [.. SessionSettings.All, .. AccountSettings.All];

    public IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["identity_account_login"] = IdentityProblems.LoginTaken,
        ["identity_account.login_key"] = IdentityProblems.LoginTaken,
        ["identity_account_person"] = IdentityProblems.AccountThere,
        ["identity_account.staff_id"] = IdentityProblems.AccountThere,
        ["identity_passkey_credential"] = IdentityProblems.PasskeyTwice,
        ["identity_passkey.credential_id"] = IdentityProblems.PasskeyTwice,
        ["identity_spent_proof_once"] = IdentityProblems.PasskeyRefused,
        ["identity_spent_proof.hash"] = IdentityProblems.PasskeyRefused,
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(IdentityModule).Assembly);
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<IInstitutionDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IStaffDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<PeopleBook>());
        foreach (var file in PeoplePackFiles.All) services.AddSingleton(file);
        services.AddHttpContextAccessor();
        services.AddScoped<Appointing>().AddScoped<StandingIn>().AddSingleton<KnownRights>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<SessionDoor>();
        services.AddTransient<SessionDesk>();
        services.AddTransient<SignInLedger>();
        services.AddSingleton<IJob, SessionSweep>();
        services.AddAccounts();
        services.AddSingleton<AuditWords>();
        services.TryAddSingleton(new SignInMode(Personas: false));
        services.AddSingleton(new MenuEntry(120, IdentityPermissions.ManageAccounts, "/admin/accounts", "账号", "lock") { Group = "组织与人员" });
        services.AddSingleton(new MenuEntry(620, IdentityPermissions.ReadSessions, "/admin/sessions", "在线用户", "people") { Group = "权限与安全" });
        services.AddSingleton(new MenuEntry(820, IdentityPermissions.ReadSignIns, "/admin/sign-ins", "登录日志", "clock") { Group = "审计" });
        services.AddSingleton(new MenuEntry(900, IdentityPermissions.ReadAudit, "/work/audit", "审计", "shield"));
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        PeopleMapping.Map(model);
        SessionMapping.Map(model);
        SignInLogMapping.Map(model);
        AccountMapping.Map(model);
        model.Entity<EntryToken>(t =>
        {
            t.ToTable("identity_entry_token");
            t.HasKey(e => e.Hash);
            t.Property(e => e.Hash).HasMaxLength(32);
        });
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindAudit.Map(routes);
        FindMySessions.Map(routes);
        EndMySessions.Map(routes);
        FindSessions.Map(routes);
        EndSession.Map(routes);
        FindSignIns.Map(routes);
        GetMySecurity.Map(routes);
        FindAccounts.Map(routes);
        UnlockAccount.Map(routes);
        BarAccount.Map(routes);
        FindOrganisations.Map(routes);
        SaveInstitution.Map(routes);
        CloseInstitution.Map(routes);
        SaveSection.Map(routes);
        FindStaff.Map(routes);
        GetStaff.Map(routes);
        AddStaff.Map(routes);
        AppointStaff.Map(routes);
        EndAppointment.Map(routes);
        ArrangeStandIn.Map(routes);
        AskForStandIn.Map(routes);
        RecordLeaving.Map(routes);
        HandOverWork.Map(routes);
        FindRoles.Map(routes);
        GetRole.Map(routes);
        SaveRole.Map(routes);
        RetireRole.Map(routes);
        FindPosts.Map(routes);
        SavePost.Map(routes);
        RetirePost.Map(routes);
    }

    public void MapPages(IEndpointRouteBuilder routes) => ExportSignIns.Map(routes);
}
