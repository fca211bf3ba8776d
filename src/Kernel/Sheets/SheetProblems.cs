using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Sheets;

/// <summary>Why an uploaded sheet is not read at all. All stand at the field <c>File</c>.</summary>
public static class SheetProblems
{
    public static readonly Problem Missing = new("kernel.sheet.missing", "请选择要导入的文件，CSV或者XLSX。", ProblemKind.Invalid, "File");

    public static readonly Problem Unread = new("kernel.sheet.unread", "文件打不开。请另存为CSV（UTF-8）或者XLSX后再导入。", ProblemKind.Invalid, "File");

    public static Problem TooLarge(SheetLimits limits) => new("kernel.sheet.too-large", $"文件超过{limits.MostBytes >> 20}兆。请核对是不是选错了文件，或者分成几个文件导入。", ProblemKind.Invalid, "File");

    public static Problem TooManyRows(SheetLimits limits) => new("kernel.sheet.too-many-rows", $"表里超过{limits.MostRows}行。请核对是不是选错了文件，或者分成几个文件导入。", ProblemKind.Invalid, "File");
}
