using System.Globalization;
using System.Text;
using System.Text.Json;
using Anmin.Contracts.Workbench;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Search;

/// <summary>案卷清单 as people open it in a spreadsheet. No number of a person is in it.</summary>
internal sealed class CaseLines(CaseFile file)
{
    public const string List = "funeral.cases";
    public const string Heading = "案卷编号,姓名,性别,年龄,区划,殡仪馆,状态,现在在,标签,暂停,去世时间,报告时间";

    public string Csv(IEnumerable<FindCases.Row> rows)
    {
        var csv = new StringBuilder();
        foreach (var r in rows)
        {
            csv.AppendJoin(',', new[] { r.Number, r.Name, r.Sex, r.Age?.ToString(CultureInfo.InvariantCulture) ?? "", r.Place, r.Institution ?? "", r.StatusLabel, r.Body, r.Tag ?? "", r.OnHold ? "是" : "",
                r.DiedAt is { } died ? ChineseTime.Stamp(died, file.Zone) : "", ChineseTime.Stamp(r.ReportedAt, file.Zone) }.Select(CsvCell.Of)).Append("\r\n");
        }
        return csv.ToString();
    }
}

/// <summary>案卷清单, made in the background.</summary>
internal sealed class CaseListExport(Gate gate, ReadCaseLines read) : IListExport
{
    public string List => CaseLines.List;

    public string Title => "案卷清单";

    public string FileName => "cases";

    public string Heading => CaseLines.Heading;

    public Permission Permission => FuneralPermissions.ExportCase;

    public Task<Outcome<ListPart>> ReadAsync(string filter, string? after, int most, CancellationToken ct)
        => gate.RunAsync(read, new ReadCaseLines.Request(JsonSerializer.Deserialize<FindCases.Request>(filter)!, after, most), ct: ct);
}
