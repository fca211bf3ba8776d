using System.Globalization;
using Anmin.Ui.Status;

namespace Anmin.Cemetery.Register.Showing;

internal static class RegisterWords
{
    public static string Of(RegisterState state) => state switch { RegisterState.Checked => "待确认", RegisterState.Loading => "写入中", RegisterState.Done => "已完成", _ => "已取消" };

    public static StatusShape Shape(RegisterState state) => state switch { RegisterState.Checked => StatusShape.Wait, RegisterState.Loading => StatusShape.Run, RegisterState.Done => StatusShape.Ok, _ => StatusShape.Todo };

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
