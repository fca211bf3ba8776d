namespace Anmin.Ui.Frame;

/// <param name="Href">The page with this filter and all others kept.</param>
public sealed record FilterChip(string Label, string Href, bool Current = false, int? Count = null);
