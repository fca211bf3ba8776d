using Anmin.Kernel.Outcomes;

namespace Anmin.Feedback;

/// <summary>Every way this room refuses, with the sentence people read.</summary>
internal static class FeedbackProblems
{
    public static readonly Problem Over = new("feedback.survey.over", "这个网址不完整，或者回访已经结束。有话要说，请打服务热线。", ProblemKind.NotFound);
    public static readonly Problem Answered = new("feedback.survey.answered", "您已经答过了，谢谢。还有话要说，请打服务热线。", ProblemKind.Conflict);
    public static readonly Problem Empty = new("feedback.survey.empty", "请至少答一题，或者按“不想回答”。", ProblemKind.Invalid);
    public static readonly Problem Unknown = new("feedback.survey.unknown-answer", "有一题的答案不在选项里。请重新选。", ProblemKind.Invalid);
    public static readonly Problem NoAddress = new("feedback.survey.no-address", "还没有设本站网址，回访没有发出。请系统管理员在参数里填“本站网址”。");
    public static readonly Problem BadDays = new("feedback.survey.days", "开始日期要在结束日期以前。请改日期。", ProblemKind.Invalid);
}
