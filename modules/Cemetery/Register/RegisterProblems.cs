using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Register;

/// <summary>Every way an import of an old register is refused.</summary>
internal static class RegisterProblems
{
    public static readonly Problem NoImport = new("cemetery.register.unknown", "没有这次导入，或者不归您办理。请从导入记录中选择。", ProblemKind.NotFound);
    public static readonly Problem NoRows = new("cemetery.register.no-rows", "表里没有墓位。请按模板填写后再上传。", ProblemKind.Invalid, "File");
    public static readonly Problem NothingNew = new("cemetery.register.nothing-new", "没有可以导入的墓位。请改好错误文件里的各行后再上传。");
    public static readonly Problem NotWaiting = new("cemetery.register.not-waiting", "这次导入已经确认过或者已经取消。请在导入记录里查看结果。");
    public static readonly Problem NoBatch = new("cemetery.register.no-batch", "没有等待写入的批次。请在导入记录里查看结果。", ProblemKind.NotFound);
    public static readonly Problem NoMatch = new("cemetery.register.no-match", "没有这条比对，或者不归您办理。请从列表中选择。", ProblemKind.NotFound);
    public static readonly Problem JudgedAlready = new("cemetery.register.judged", "这条比对已经有人处理。请刷新列表查看结果。");
    public static readonly Problem BatchTwice = new("cemetery.register.batch-twice", "这一批已经登记。请刷新页面查看进度。");

    public static Problem TooManyBad(int most, int bad) => new("cemetery.register.too-many-bad", $"有{bad}行不对，超过{most}行，多半是列放错了。请对照模板检查后重新上传。", ProblemKind.Invalid, "File");

    public static Problem Head(string column, string reason) => new("cemetery.register.head", $"“{column}”：{reason}。", ProblemKind.Invalid, "File");
}
