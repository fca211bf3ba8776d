namespace Anmin.Ui.Frame;

/// <param name="Caps">Keys as they are engraved, a space between two: <c>J K</c>, <c>F2</c>.</param>
/// <param name="Does">What they do, two to four characters.</param>
public sealed record KeyHint(string Caps, string Does);
