using Anmin.Contracts.Identity;
using Anmin.Identity.Administration;
using Anmin.Identity.Administration.Jobs;
using Anmin.Identity.Administration.Menus;
using Anmin.Identity.Administration.Monitoring;
using Anmin.Identity.Administration.Parameters;
using Anmin.Identity.Auditing;
using Anmin.Identity.People;
using Anmin.Identity.Portal;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignIn;
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

    public IReadOnlyList<Setting> Settings => AdminSettings.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddUseCases(typeof(IdentityModule).Assembly);
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<IInstitutionDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IStaffDirectory>(s => s.GetRequiredService<PeopleBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<PeopleBook>());
        foreach (var file in PeoplePackFiles.All) services.AddSingleton(file);
        services.AddScoped<CurrentSession>();
        services.AddSingleton<AuditWords>();
        services.TryAddSingleton(new SignInMode(Personas: false));
        services.AddSingleton(new MenuEntry(900, IdentityPermissions.ReadAudit, "/work/audit", "审计", "shield"));
        services.AddSingleton<MenuBook>();
        services.AddSingleton<IMenuChoices>(s => s.GetRequiredService<MenuBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<MenuBook>());
        services.AddScoped<AdminChanges>().AddScoped<SettingDesk>().AddScoped<Areas>();
        foreach (var entry in AdministrationEntries.All) services.AddSingleton(entry);
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

    public void MapPages(IEndpointRouteBuilder routes) => Areas.MapAdmin(routes);

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        // 审计
        FindAudit.Map(routes);
        // 门户
        GetPortal.Map(routes);
        // 参数
        FindSettings.Map(routes);
        FindSecuritySettings.Map(routes);
        ChangeSetting.Map(routes);
        ChangeSecuritySetting.Map(routes);
        // 菜单
        FindMenus.Map(routes);
        ChangeMenu.Map(routes);
        // 定时任务
        FindJobs.Map(routes);
        RunJobNow.Map(routes);
        FindParked.Map(routes);
        // 服务监控
        GetHealth.Map(routes);
    }
}
