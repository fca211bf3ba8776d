using Anmin.Funeral.Search;
namespace Anmin.Funeral.Cases;

/// <summary>From the text of a form field to a value; what nobody offered is taken as not answered.</summary>
internal static class FormWords
{
    public static T One<T>(string? text, T otherwise) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : otherwise;

    /// <summary>Null where nothing is typed; -1 for what is no number, so that the use case refuses it.</summary>
    public static int? Whole(string? text) => string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
