using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Divisions;

namespace Anmin.Cemetery.Register.Rows;

/// <summary>Rows of a file into positions: what one row alone says, and what rows of one position say together.</summary>
internal sealed class RegisterReader(DivisionBook divisions)
{
    private const int MostTerms = 70;

    /// <summary>The position that these rows name, or their faults; rows with a fault take the others of their position with them.</summary>
    public OldPlot? Read(IReadOnlyList<RegisterRow> rows, DateOnly today, List<RowFault> faults)
    {
        var before = faults.Count;
        var first = new RowCells(rows[0], today, divisions.IsPlausible);
        first.RefuseFormulas();
        var section = first.Text(RegisterColumns.Section, 20);
        if (section is null && first.Faults.TrueForAll(f => f.Column != RegisterColumns.Section)) first.Refuse(RegisterColumns.Section, "空着，请填写墓区");
        var capacity = first.Whole(RegisterColumns.Capacity, 1, 100_000);
        var area = first.Hundredths(RegisterColumns.Area, 100, "0.80");
        var (x, y) = (first.Whole(RegisterColumns.X, -1_000_000, 1_000_000), first.Whole(RegisterColumns.Y, -1_000_000, 1_000_000));
        if (x is null != y is null && first.Faults.Count == 0) first.Refuse(x is null ? RegisterColumns.X : RegisterColumns.Y, "横坐标和纵坐标要一起写");
        var (number, row) = (first.Whole(RegisterColumns.Number, 1, 100_000, required: true), first.Whole(RegisterColumns.Row, 1, 10_000, required: true));
        var (contract, persons) = (Contract(first), new List<OldPerson>());
        foreach (var line in rows)
        {
            var cells = line == rows[0] ? first : new RowCells(line, today, divisions.IsPlausible);
            if (line != rows[0])
            {
                cells.RefuseFormulas();
                if (cells.Text(RegisterColumns.Contract, 60) is { } other && other != contract?.Number) cells.Refuse(RegisterColumns.Contract, $"与第{rows[0].Number}行同一墓位，合同编号却不同，请核对");
            }
            foreach (var columns in RegisterColumns.Persons) Person(cells, line, columns, persons);
            if (line != rows[0]) faults.AddRange(cells.Faults);
            if (line != rows[0]) first.Parts.AddRange(cells.Parts);
        }
        var room = capacity ?? Math.Max(1, persons.Count);
        if (persons.Count > room) first.Refuse(RegisterColumns.Capacity, $"容纳{room}人，却登记了{persons.Count}位逝者，请核对");
        foreach (var twice in persons.Where(p => p.Id is not null).GroupBy(p => p.Id!.Normal).Where(g => g.Count() > 1)) first.Refuse(twice.Last().Column, "同一墓位登记了两位证件号相同的逝者，请核对");
        if (persons.Count > 0 && contract is null && first.Faults.Count == 0) first.Refuse(RegisterColumns.Holder, "有逝者就要有购买人或者持证人，请填写");
        var blocked = first.Text(RegisterColumns.Blocked, 100);
        if (blocked is not null && (contract is not null || persons.Count > 0)) first.Refuse(RegisterColumns.Blocked, "已有人使用的墓位不能写停用，请删去");
        var plot = new OldPlot
        {
            Rows = rows,
            Section = section ?? "",
            Kind = first.Choice(RegisterColumns.Kind, RegisterColumns.Kinds),
            Row = row ?? 0,
            Layer = first.Whole(RegisterColumns.Layer, 0, 100) ?? 0,
            Number = number ?? 0,
            Capacity = room,
            Stone = first.Choice(RegisterColumns.Stone, RegisterColumns.Stones) ?? StoneKind.None,
            AreaCm2 = area is { } hundredths ? (int)(hundredths * 100) : null,
            HeightCm = first.Whole(RegisterColumns.Height, 0, 2000),
            X = x,
            Y = y,
            Blocked = blocked,
            Contract = contract,
            Persons = persons,
            Remark = Remark(first, rows),
        };
        faults.AddRange(first.Faults);
        return faults.Count == before ? plot : null;
    }

    private static OldContract? Contract(RowCells cells)
    {
        var (number, holder) = (cells.Text(RegisterColumns.Contract, 60), cells.Name(RegisterColumns.Holder));
        var signed = cells.Day(RegisterColumns.SignedOn, out var signedPart);
        var from = cells.Day(RegisterColumns.From, out var fromPart);
        var terms = new List<DateOnly>();
        foreach (var column in (string[])[RegisterColumns.Until, .. RegisterColumns.Renewals])
        {
            if (!cells.Has(column)) continue;
            if (cells.Day(column, out var part, past: false) is not { } until)
            {
                if (part is not null) cells.Refuse(column, "要写到日，例如2018-04-01");
                continue;
            }
            var after = terms.Count > 0 ? terms[^1] : from ?? fromPart ?? signed ?? signedPart;
            if (until <= after) cells.Refuse(column, "不晚于前一个日期，请核对");
            else if (after is { } begin && until.Year - begin.Year > MostTerms) cells.Refuse(column, $"一期超过{MostTerms}年，请核对");
            else terms.Add(until);
        }
        var (id, phone, relation) = (cells.Id(RegisterColumns.HolderId), cells.Phone(RegisterColumns.HolderPhone), cells.Text(RegisterColumns.Relation, 20));
        var (use, care) = (cells.Hundredths(RegisterColumns.UseFee, 10_000_000, "1200"), cells.Hundredths(RegisterColumns.CareFee, 1_000_000, "20"));
        var paid = cells.Day(RegisterColumns.CarePaid, out _, past: false);
        var certificate = cells.Text(RegisterColumns.Certificate, 60);
        if (number is null && holder is null)
        {
            if ((terms.Count > 0 || signed is not null || certificate is not null) && cells.Faults.Count == 0) cells.Refuse(RegisterColumns.Holder, "有合同就要有购买人，请填写");
            return null;
        }
        if (holder is null)
        {
            if (cells.Faults.TrueForAll(f => f.Column != RegisterColumns.Holder)) cells.Refuse(RegisterColumns.Holder, "空着，请填写购买人");
            return null;
        }
        if ((from ?? fromPart ?? signed ?? signedPart) is not { } begun)
        {
            if (cells.Faults.TrueForAll(f => f.Column is not (RegisterColumns.From or RegisterColumns.SignedOn))) cells.Refuse(RegisterColumns.SignedOn, "签订日期和使用期始至少写一个，只知道年份也可以");
            return null;
        }
        if (paid < begun) cells.Refuse(RegisterColumns.CarePaid, "早于使用期开始，请核对");
        return new(number, holder, id, phone, relation, signed ?? signedPart ?? begun, begun, terms, use ?? 0, care ?? 0, paid, certificate);
    }

    private static void Person(RowCells cells, RegisterRow line, IReadOnlyList<string> columns, List<OldPerson> persons)
    {
        var name = cells.Name(columns[0]);
        var id = cells.Id(columns[1]);
        var (died, buried) = (cells.Day(columns[2], out _), cells.Day(columns[3], out _));
        var certificate = cells.Text(columns[4], 60);
        if (buried < died) cells.Refuse(columns[3], "早于去世日期，请核对");
        if (name is not null) persons.Add(new(line.Number, columns[0], name, id, died, buried, certificate));
        else if ((id is not null || died is not null || buried is not null || certificate is not null) && cells.Faults.TrueForAll(f => f.Column != columns[0])) cells.Refuse(columns[0], "空着，请填写逝者姓名");
    }

    private static string? Remark(RowCells first, IReadOnlyList<RegisterRow> rows)
    {
        var texts = rows.Select(r => r.At(RegisterColumns.Remark)).Where(t => t.Length > 0).Concat(first.Parts).ToList();
        if (rows.Any(r => r.At(RegisterColumns.Remark).Length > 500)) first.Refuse(RegisterColumns.Remark, "最多500个字，请缩短");
        return texts.Count == 0 ? null : string.Join("；", texts) is { Length: > 2000 } all ? all[..2000] : string.Join("；", texts);
    }
}
