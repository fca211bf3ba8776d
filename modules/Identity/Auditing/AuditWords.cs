using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;

namespace Anmin.Identity.Auditing;

/// <summary>What an audit row says, in words: the labels of all permissions, and of what everybody may do.</summary>
internal sealed class AuditWords(ModelParts parts)
{
    private static readonly Dictionary<string, string> Everybody = new() { ["SignInAsPersona"] = "登录", ["SignInWithToken"] = "登录", ["SignOut"] = "退出登录", ["IssueEntryToken"] = "生成登录链接", ["ExportOwnData"] = "下载本人资料", ["RevealPersonal"] = "查看完整个人信息" };

    private readonly Dictionary<string, string> labels = KernelPermissions.All.Concat(parts.Modules.SelectMany(m => m.Permissions)).DistinctBy(p => p.Code).ToDictionary(p => p.Code, p => p.Label);

    /// <summary>For the filter's list, by module.</summary>
    public IEnumerable<(string Code, string Label)> Choices
        => Everybody.Where(w => w.Key is not ("SignInWithToken" or "RevealPersonal")).Select(w => (w.Key, w.Value)).Concat(labels.Where(l => l.Key != Permission.Anyone.Code).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (l.Key, l.Value)));

    public string Of(FindAudit.Row row) => Everybody.GetValueOrDefault(row.UseCase) ?? (row.Permission == Permission.Anyone.Code ? "公众提交" : labels.GetValueOrDefault(row.Permission, row.Permission));
}
