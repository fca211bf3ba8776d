using Anmin.Contracts.Identity;
using Anmin.Identity.Administration;
using Anmin.Identity.Auditing;
using Anmin.Identity.Organisations;
using Anmin.Identity.People;
using Anmin.Identity.Roles;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
using Anmin.Identity.Staffing;
using Anmin.Kernel;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Modules;
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

    public IReadOnlyList<Setting> Settings => [.. AdminSettings.All];

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(IdentityModule).Assembly);
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<IInstitutionDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IStaffDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<PeopleBook>());
        foreach (var file in PeoplePackFiles.All) services.AddSingleton(file);
        services.AddScoped<Appointing>().AddScoped<StandingIn>().AddSingleton<KnownRights>();
        services.AddScoped<CurrentSession>();
        services.AddSingleton<AuditWords>();
        services.TryAddSingleton(new SignInMode(Personas: false));
        services.AddAdministration();
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        PeopleMapping.Map(model);
        AdministrationMapping.Map(model);
        model.Entity<Session>(t =>
        {
            t.ToTable("identity_session");
            t.HasKey(e => e.Id);
            t.HasIndex(e => new { e.StaffId, e.EndedAt });
        });
        model.Entity<EntryToken>(t =>
        {
            t.ToTable("identity_entry_token");
            t.HasKey(e => e.Hash);
            t.Property(e => e.Hash).HasMaxLength(32);
        });
    }

    public void MapPages(IEndpointRouteBuilder routes) => routes.MapAdministrationPages();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindAudit.Map(routes);
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
    }
}
