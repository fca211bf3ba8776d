using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Packs;

namespace Anmin.Identity.Staffing;

/// <summary>Every permission in words, with the module it is of; and what an actor holds of them.</summary>
internal sealed class KnownRights(KnownPermissions known)
{
    private static readonly Dictionary<string, string> Modules = new() { ["kernel"] = "平台", ["identity"] = "统一门户", ["funeral"] = "殡仪服务", ["notifications"] = "消息" };

    public static string ModuleOf(Permission permission) => permission.Code.Split('.')[0] is var module ? Modules.GetValueOrDefault(module, module) : "";

    /// <summary>Those that a role of this kind may hold, by module.</summary>
    public IEnumerable<IGrouping<string, Permission>> For(PermissionKind kind) => known.All.Where(p => (p.Kind & kind) != 0).GroupBy(ModuleOf);

    public IEnumerable<Permission> CoveredBy(string word) => known.CoveredBy(word);

    public IReadOnlyList<GetStaff.Right> Of(Actor? actor)
        => actor is null ? [] : [.. known.All.Where(actor.May).Select(p => new GetStaff.Right(ModuleOf(p), p.Label, InWords(actor.ReachOf(p))))];

    private static string InWords(DataScope scope)
    {
        if (scope.All) return "全部";
        var words = new List<string>();
        if (scope.Divisions.Count > 0) words.Add("本区划及以下");
        if (scope.Institutions.Count > 0) words.Add("本单位");
        if (scope.Origins.Count > 0) words.Add("本单位经手的");
        if (scope.Opener is not null) words.Add("本人经手的");
        if (scope.Assignee is not null) words.Add("分派给本人的");
        return words.Count > 0 ? string.Join('、', words) : "不涉及案卷";
    }

    public static string InWords(Reach reach) => reach switch
    {
        Reach.All => "全部",
        Reach.Division => "本区划及以下",
        Reach.Institution => "本单位",
        Reach.Origin => "本单位经手的",
        Reach.Own => "本人经手的",
        Reach.Assigned => "分派给本人的",
        _ => "不涉及案卷",
    };

    public static string InWords(PermissionKind kind) => kind switch
    {
        PermissionKind.System => "系统管理",
        PermissionKind.Security => "安全管理",
        PermissionKind.Audit => "审计",
        _ => "业务",
    };
}
