using Anmin.Identity.Accounts;
using Anmin.Identity.SecondFactor;
using Anmin.Identity.Sessions;
using Anmin.Identity.SignInLog;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Identity;

/// <summary>What the room's door says of signing in: accounts, proofs, sessions and their log.</summary>
internal static class SignInParts
{
    public static IReadOnlyList<Setting> Settings => [.. SessionSettings.All, .. AccountSettings.All];

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
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

    public static void AddServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentSession>().AddScoped<SessionDoor>().AddScoped<ISessionTime, SessionTimes>();
        services.AddTransient<SessionDesk>().AddTransient<SignInLedger>();
        services.AddSingleton<IJob, SessionSweep>();
        services.AddAccounts();
        services.AddSingleton(new MenuEntry(120, IdentityPermissions.ManageAccounts, "/admin/accounts", "账号", "lock") { Group = "组织与人员" });
        services.AddSingleton(new MenuEntry(620, IdentityPermissions.ReadSessions, "/admin/sessions", "在线用户", "people") { Group = "权限与安全" });
        services.AddSingleton(new MenuEntry(820, IdentityPermissions.ReadSignIns, "/admin/sign-ins", "登录日志", "clock") { Group = "审计" });
    }

    public static void MapTables(ModelBuilder model)
    {
        SessionMapping.Map(model);
        SignInLogMapping.Map(model);
        AccountMapping.Map(model);
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindMySessions.Map(routes);
        EndMySessions.Map(routes);
        FindSessions.Map(routes);
        EndSession.Map(routes);
        FindSignIns.Map(routes);
        GetMySecurity.Map(routes);
        FindAccounts.Map(routes);
        UnlockAccount.Map(routes);
        BarAccount.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        ExportSignIns.Map(routes);
        SessionTimes.Map(routes);
    }
}
