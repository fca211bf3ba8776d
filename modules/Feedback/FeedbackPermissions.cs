using Anmin.Kernel.Actors;

namespace Anmin.Feedback;

/// <summary>Everything somebody may be allowed to do here, with the label of the role screen.</summary>
internal static class FeedbackPermissions
{
    public static readonly Permission ReadSurveys = new("feedback.survey.read", "查看满意度");
    public static readonly Permission SendSurveys = new("feedback.survey.send", "发出满意度回访");

    public static readonly IReadOnlyList<Permission> All = [ReadSurveys, SendSurveys];
}
