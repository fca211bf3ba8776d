using Anmin.Identity.Administration.Dictionaries;
using Anmin.Identity.Administration.Jobs;
using Anmin.Identity.Administration.Menus;
using Anmin.Identity.Administration.Monitoring;
using Anmin.Identity.Administration.Parameters;
using Anmin.Identity.Auditing;
using Anmin.Identity.Portal;
using Anmin.Identity.Privacy;
using Anmin.Kernel.Packs;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity.Administration;

/// <summary>The part of the module's door that belongs to portal, administrators' pages, audit and privacy.</summary>
internal static class AdministrationParts
{
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<MenuBook>();
        services.AddSingleton<IMenuChoices>(s => s.GetRequiredService<MenuBook>());
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<MenuBook>());
        services.AddScoped<AdminChanges>().AddScoped<SettingDesk>().AddScoped<Areas>().AddScoped<AuditFilter>();
        foreach (var entry in AdministrationEntries.All) services.AddSingleton(entry);
        return services;
    }

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        // 审计
        FindLookers.Map(routes);
        ExportAudit.Map(routes);
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
        // 字典
        FindDictionaries.Map(routes);
        ChangeDictionary.Map(routes);
        // 定时任务
        FindJobs.Map(routes);
        RunJobNow.Map(routes);
        FindParked.Map(routes);
        // 服务监控
        GetHealth.Map(routes);
    }

    public static void MapAdministrationPages(this IEndpointRouteBuilder routes)
    {
        Areas.MapAdmin(routes);
        OwnDataRoute.Map(routes);
        // the address of before; a bookmark keeps its filters
        routes.MapGet("/work/audit", (HttpContext http) => Results.Redirect("/admin/audit" + http.Request.QueryString, permanent: true)).ExcludeFromDescription();
    }
}
