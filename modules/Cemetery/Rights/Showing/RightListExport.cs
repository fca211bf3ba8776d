using System.Globalization;
using System.Text;
using System.Text.Json;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>墓位合同清单 as people open it in a spreadsheet. No number of a person is in it.</summary>
internal sealed class RightLines(CemeteryDesk desk)
{
    public const string List = "cemetery.rights";
    public const string Heading = "合同编号,墓园,位置,种类,状态,持证人,使用人,到期日,有争议,留位时间";

    public string Csv(IEnumerable<FindRights.Row> rows)
    {
        var csv = new StringBuilder();
        foreach (var r in rows)
        {
            csv.AppendJoin(',', new[] { r.Number ?? "", r.Institution, r.Place, RightWords.Of(r.Kind), RightWords.Of(r.State).Word, r.Holder ?? "", r.User ?? "",
                r.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Disputed ? "是" : "", ChineseTime.Stamp(r.HeldAt, desk.Zone) }.Select(CsvCell.Of)).Append("\r\n");
        }
        return csv.ToString();
    }
}

/// <summary>墓位合同清单, made in the background.</summary>
internal sealed class RightListExport(Gate gate, ReadRightLines read) : IListExport
{
    public string List => RightLines.List;

    public string Title => "墓位合同清单";

    public string FileName => "plot-rights";

    public string Heading => RightLines.Heading;

    public Permission Permission => CemeteryPermissions.ReadRights;

    public Task<Outcome<ListPart>> ReadAsync(string filter, string? after, int most, CancellationToken ct)
        => gate.RunAsync(read, new ReadRightLines.Request(JsonSerializer.Deserialize<FindRights.Request>(filter)!, after, most), ct: ct);
}
