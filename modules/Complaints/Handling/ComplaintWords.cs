using Anmin.Complaints.Filing;
using Anmin.Ui.Status;

namespace Anmin.Complaints.Handling;

/// <summary>States and results as people read them.</summary>
internal static class ComplaintWords
{
    public static string Of(ComplaintState state) => state switch
    {
        ComplaintState.Received => "待受理",
        ComplaintState.Accepted => "办理中",
        ComplaintState.Refused => "不予受理",
        ComplaintState.Answered => "已答复",
        ComplaintState.UnderReview => "复查中",
        _ => "复查完毕",
    };

    public static string Of(ComplaintFinding? finding) => finding switch
    {
        ComplaintFinding.Founded => "属实",
        ComplaintFinding.PartlyFounded => "部分属实",
        ComplaintFinding.Unfounded => "不属实",
        _ => "",
    };

    public static StatusShape Shape(ComplaintState state) => state switch
    {
        ComplaintState.Received => StatusShape.Todo,
        ComplaintState.Accepted or ComplaintState.UnderReview => StatusShape.Run,
        ComplaintState.Refused => StatusShape.Wait,
        _ => StatusShape.Ok,
    };
}
