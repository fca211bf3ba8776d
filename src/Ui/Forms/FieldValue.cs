using System.Globalization;

namespace Anmin.Ui.Forms;

internal static class FieldValue
{
    /// <summary>A value as the field shows it and the binder reads it back.</summary>
    internal static string? Write(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
