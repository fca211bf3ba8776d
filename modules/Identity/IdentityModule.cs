using Anmin.Contracts.Identity;
using Anmin.Identity.Administration;
using Anmin.Identity.Auditing;
using Anmin.Identity.Citizens;
using Anmin.Identity.Leave;
using Anmin.Identity.Clients;
using Anmin.Identity.Organisations;
using Anmin.Identity.People;
using Anmin.Identity.Roles;
using Anmin.Identity.SignIn;
using Anmin.Identity.SingleSignOn;
using Anmin.Identity.SingleSignOn.Logout;
using Anmin.Identity.Staffing;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Messages;
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

    public IReadOnlyList<Setting> Settings => [.. AdminSettings.All, .. SsoSettings.All, .. SignInParts.Settings, .. CitizenSettings.All];

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(IdentityModule).Assembly);
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<IInstitutionDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IStaffDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<PeopleBook>());
        foreach (var file in PeoplePackFiles.All) services.AddSingleton(file);
        services.AddScoped<Appointing>().AddScoped<StandingIn>().AddSingleton<KnownRights>();
        SignInParts.AddServices(services);
        services.AddSingleton<StaffChoices>();
        services.AddSingleton(new MenuEntry(110, IdentityPermissions.ManageStaff, "/admin/staff", "用户", "people") { Group = "组织与人员" });
        services.AddSingleton(new MenuEntry(130, IdentityPermissions.ManageOrganisations, "/admin/organisations", "部门", "office") { Group = "组织与人员" });
        services.AddSingleton(new MenuEntry(140, IdentityPermissions.ManageRoles, "/admin/posts", "岗位", "flag") { Group = "组织与人员" });
        services.AddSingleton(new MenuEntry(610, IdentityPermissions.ManageRoles, "/admin/roles", "角色", "shield") { Group = "权限与安全" });
        services.AddSingleton<AuditWords>();
        CitizenDoor.AddServices(services);
        services.TryAddSingleton(new SignInMode(Personas: false));
        services.AddAdministration();
        services.AddSingleSignOn();
    }

    public void AddReactions(Reactions reactions) => reactions.On<SessionEnded, WhenSessionEnded>();

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        PeopleMapping.Map(model);
        SignInParts.MapTables(model);
        CitizenDoor.MapTables(model, vault);
        ClientTables.Map(model);
        SsoTables.Map(model);
        AdministrationMapping.Map(model);
        model.Entity<EntryToken>(t =>
        {
            t.ToTable("identity_entry_token");
            t.HasKey(e => e.Hash);
            t.Property(e => e.Hash).HasMaxLength(32);
        });
    }

    public IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>(SignInParts.Constraints)
    {
        ["identity_appointment_period"] = IdentityProblems.PeriodBackwards,
        ["identity_appointment_other"] = IdentityProblems.StandInShape,
        ["identity_appointment_once"] = IdentityProblems.AppointedTwice,
        ["identity_appointment_stand_in"] = IdentityProblems.AppointedTwice,
        ["identity_appointment.staff_id"] = IdentityProblems.AppointedTwice,
        ["identity_section_name"] = IdentityProblems.NameTaken,
        ["identity_section.institution"] = IdentityProblems.NameTaken,
        ["identity_role_kind"] = IdentityProblems.RoleKindUnknown,
    };

    public void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapAdministrationPages();
        SignInParts.MapPages(routes);
        SsoDoor.MapPages(routes);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindAudit.Map(routes);
        SignInParts.MapRoutes(routes);
        routes.MapAdministration();
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
        CitizenDoor.MapRoutes(routes);
        EditStaff.Map(routes);
        ExportStaff.Map(routes);
        GetLeave.Map(routes);
        EndOwnStandIn.Map(routes);
        SsoDoor.MapRoutes(routes);
    }
}
