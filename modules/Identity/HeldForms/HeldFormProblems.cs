using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.HeldForms;

/// <summary>What is said of forms that wait, and why one cannot be shown.</summary>
internal static class HeldFormProblems
{
    public static readonly Problem Gone = new("identity.held-form.gone", "没有找到。请核对这8位，没有提交的内容最多保留30天。", ProblemKind.Invalid, "Code");

    public static readonly Problem TooLarge = new("identity.held-form.large", "这一页的内容太多，没有存下。请直接提交。", ProblemKind.Refused);

    /// <summary>Said above a form that is shown again; no refusal of anything.</summary>
    public static Problem Shown(bool asked, bool files)
        => new(Kernel.Commands.KernelProblems.Shown, (asked ? "这是您上次填到的地方，还没有提交。请接着填，核对后提交。" : "刚才填的都在，还没有提交。请核对，再提交一次。") + (files ? "照片和文件没有留下，请重新选择。" : ""), ProblemKind.Conflict);
}
