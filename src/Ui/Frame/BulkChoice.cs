namespace Anmin.Ui.Frame;

/// <summary>An act that can be done on picked rows of a list.</summary>
/// <param name="Href">Where the picked rows go, as <c>id</c> in the address: the preview.</param>
public sealed record BulkChoice(string Title, string Href);

/// <summary>What the person at hand may do on many rows of a list at once; empty where nothing.</summary>
public interface IBulkChoices
{
    IReadOnlyList<BulkChoice> Of(string listPath);
}
