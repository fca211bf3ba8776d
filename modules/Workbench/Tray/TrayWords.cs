using System.Globalization;
using Anmin.Contracts.Workbench;
using Anmin.Ui.Status;

namespace Anmin.Workbench.Tray;

/// <summary>Words of the tray.</summary>
internal static class TrayWords
{
    public static (StatusShape Shape, string Word) Of(TrayState state) => state switch
    {
        TrayState.Waiting => (StatusShape.Wait, "排队"),
        TrayState.Running => (StatusShape.Run, "进行"),
        TrayState.Done => (StatusShape.Ok, "完成"),
        TrayState.Failed => (StatusShape.Bad, "失败"),
        TrayState.Cancelled => (StatusShape.Wait, "已取消"),
        _ => (StatusShape.Wait, "文件已到期"),
    };

    /// <summary>How far it has come: 1 200 / 3 400 行; what there was, once it has ended.</summary>
    public static string Progress(TrayLine line) => line.State switch
    {
        TrayState.Done or TrayState.Gone => $"{Of(line.Total)} {line.Unit}",
        _ => $"{Of(line.Done)} / {Of(line.Total)} {line.Unit}",
    };

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => "不到 1 KB",
        < 1024 * 1024 => $"{bytes / 1024} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };

    private static string Of(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
