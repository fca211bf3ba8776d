using Anmin.Funeral.Search;
namespace Anmin.Funeral.Cases;

/// <summary>From the text of a form field to a value; what nobody offered is taken as not answered.</summary>
internal static class FormWords
{
    public static T One<T>(string? text, T otherwise) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : otherwise;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
