using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Register.Rows;

/// <summary>A row of an old register with the cells in <see cref="RegisterColumns.All"/>'s order.</summary>
internal sealed record RegisterRow(int Number, string[] Cells)
{
    public string At(string column) => Cells[RegisterColumns.At(column)].Trim();
}

/// <summary>A position of an old register: all rows that name it.</summary>
internal sealed class OldPlot
{
    public required IReadOnlyList<RegisterRow> Rows { get; init; }

    public required string Section { get; init; }

    public required SectionKind? Kind { get; init; }

    public required int Row { get; init; }

    public required int Layer { get; init; }

    public required int Number { get; init; }

    public required int Capacity { get; init; }

    public required StoneKind Stone { get; init; }

    public required int? AreaCm2 { get; init; }

    public required int? HeightCm { get; init; }

    public required int? X { get; init; }

    public required int? Y { get; init; }

    public required string? Blocked { get; init; }

    public required OldContract? Contract { get; init; }

    public required IReadOnlyList<OldPerson> Persons { get; init; }

    public required string? Remark { get; init; }

    public (string, int, int, int) Place => (Section, Row, Layer, Number);
}

/// <param name="Number">Null where the paper has none.</param>
internal sealed record OldContract(
    string? Number, PersonName Holder, IdNumber? HolderId, PhoneNumber? Phone, string? Relation, DateOnly SignedOn, DateOnly From, IReadOnlyList<DateOnly> Terms,
    long UseFen, long CareFenPerYear, DateOnly? CarePaidUntil, string? Certificate);

/// <param name="Row">Of the sheet.</param>
/// <param name="Column">The name's.</param>
internal sealed record OldPerson(int Row, string Column, PersonName Name, IdNumber? Id, DateOnly? DiedOn, DateOnly? BuriedOn, string? Certificate);

/// <summary>What is wrong with a row, by column.</summary>
internal sealed record RowFault(int Row, string Column, string Reason)
{
    public string Sentence => $"{Column}：{Reason}。";
}
