using Anmin.Ui.Status;

namespace Anmin.Workbench.Bulk;

/// <summary>Words of 批量办理.</summary>
internal static class BulkWords
{
    public static StatusMark Of(BulkLineState state) => state switch
    {
        BulkLineState.Waiting => new(StatusShape.Todo, "等办"),
        BulkLineState.Good => new(StatusShape.Ok, "已办"),
        BulkLineState.Refused => new(StatusShape.Bad, "没有办成"),
        BulkLineState.Undone => new(StatusShape.Wait, "已撤销"),
        _ => new(StatusShape.Bad, "没有撤销成"),
    };

    public static string Of(BulkRunState state) => state switch
    {
        BulkRunState.Waiting => "排队",
        BulkRunState.Running => "正在办",
        BulkRunState.Ended => "办完了",
        BulkRunState.Stopped => "已停下",
        BulkRunState.Undoing => "正在撤销",
        _ => "已撤销",
    };
}
