namespace Anmin.Ui.Forms;

/// <summary>One time of a <c>SlotGrid</c>, with a cell for every column.</summary>
public sealed record SlotRow(string Time, IReadOnlyList<SlotCell> Cells);

/// <param name="Value">What is posted; null where it cannot be had.</param>
/// <param name="Word">余 3, 约满, 清洁.</param>
public sealed record SlotCell(string? Value, string Word);
