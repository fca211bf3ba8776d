using Anmin.Funeral.Cases;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;

namespace Anmin.Funeral.Dossier;

/// <summary>逝者资料: each fact with what can be done about it. Hidden ones say how to see them.</summary>
internal sealed class CaseFacts(CaseFile file, DivisionBook divisions)
{
    public IReadOnlyList<FactLine> Of(DeathCase c)
    {
        string? Corrected(CaseFact fact) => c.Corrections.Where(x => x.Fact == fact).OrderByDescending(x => x.At).FirstOrDefault() is { } x ? $"{ChineseTime.ShortDate(ChineseTime.DayOf(x.At, file.Zone))}更正" : null;
        var order = c.Pickups.OrderByDescending(p => p.RequestedAt).FirstOrDefault();
        var lines = new List<FactLine>
        {
            new("姓名", c.Name?.Text ?? "暂时不知道", CaseFact.Name, null, Corrected(CaseFact.Name)),
            new((c.PersonId?.Type ?? IdType.Unknown) is var type && type == IdType.Unknown ? "证件" : type.Label(), c.PersonId?.Masked ?? "没有登记", CaseFact.PersonId, c.PersonId is { IsKnown: true } ? "id" : null, Corrected(CaseFact.PersonId)),
            new("性别", c.Sex.Label(), CaseFact.Sex, null, Corrected(CaseFact.Sex)),
            new("出生日期", c.BirthDate is { } born ? ChineseTime.IsoDate(born) : "没有登记", CaseFact.BirthDate, null, Corrected(CaseFact.BirthDate)),
            new("去世时间", c.DiedAt is { } died ? ChineseTime.Stamp(died, file.Zone) : "没有登记", CaseFact.DiedAt, null, Corrected(CaseFact.DiedAt)),
            new("去世地点", $"{CaseLabels.Of(c.PlaceKind)}（编码{(int)c.PlaceKind}）"),
            new("所在区划", divisions.PathName(c.Division)),
            new("详细地址", c.Address is null ? "没有登记" : SensitiveText.Mask, null, c.Address is null ? null : "address"),
            new("报告来源", $"{CaseLabels.Of(c.Source)}，{ChineseTime.Stamp(c.ReportedAt, file.Zone)}"),
            new("特别情况", Special(c)),
        };
        if (order?.Address is not null) lines.Add(new("接运地址", SensitiveText.Mask, null, "pickup"));
        if (c.Contract is { } k) lines.Add(new("丧葬方式", CaseLabels.Of(k.Disposition)));
        if (c.Contract is { Wishes.Length: > 0 } wishes) lines.Add(new("家属要求", wishes.Wishes));
        return lines;
    }

    private static string Special(DeathCase c)
    {
        var words = new List<string>();
        if (c.Infectious) words.Add("烈性传染病");
        if (c.Unidentified) words.Add("身份不明");
        else if (c.Unnatural) words.Add("非正常死亡");
        return words.Count > 0 ? string.Join("、", words) : "没有";
    }
}
