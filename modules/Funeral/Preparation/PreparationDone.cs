namespace Anmin.Funeral.Preparation;

internal static class PreparationDone
{
    public static string? Of(string? done) => done switch
    {
        "started" => "已开始。",
        "finished" => "已完成。",
        "cancelled" => "整理单已停止。",
        "photo" => "照片已封存，只有有权的人写明目的才能看。",
        "moved" => "已转移，交接已登记。",
        "ordered" => "整理单已开。",
        _ => null,
    };
}
