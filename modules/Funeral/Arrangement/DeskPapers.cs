using Anmin.Funeral.Desk;
using System.Globalization;
using System.Net;
using System.Text;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Arrangement;

/// <summary>
/// The desk's papers from the pack's templates. What is signed is the text without the printer's marks (who printed, when, QR,
/// the signature itself), so that the same choice gives the same text, and the same hash, before and after.
/// </summary>
internal sealed class DeskPapers(CaseFile file, IStaffDirectory staff, Reference reference, ResourceBook things, ItemBook items)
{
    /// <summary>Left in the text for <see cref="Print"/>.</summary>
    private static readonly string[] Marks = ["print.at", "print.by", "print.page", "print.pages", "paper.qr", "rows.sign", "sign.note"];

    public static Dictionary<string, string?> Unprinted() => Marks.ToDictionary(m => m, m => (string?)$"{{{{{m}}}}}");

    /// <summary>Which papers this choice asks the family to sign.</summary>
    public IReadOnlyList<PaperKind> Needed(ArrangementVersion.Choice choice) =>
    [
        PaperKind.Quotation, PaperKind.ServiceContract,
        .. choice.Disposition == Disposition.Cremation ? [PaperKind.CremationConfirmation] : Array.Empty<PaperKind>(),
        .. Consented(choice, "preparation").Count > 0 ? [PaperKind.PreparationConsent] : Array.Empty<PaperKind>(),
        .. Consented(choice, "photo").Count > 0 ? [PaperKind.PhotoConsent] : Array.Empty<PaperKind>(),
        PaperKind.DataNotice,
    ];

    public Outcome<SignedPaper.Text> Write(PaperKind kind, DeskWork work, ArrangementVersion.Numbers numbers, string by)
    {
        var name = SignedPaper.Template(kind);
        if (!reference.Now.Templates.TryGetValue(name, out var template)) return FuneralProblems.NoTemplate(name);
        var number = kind == PaperKind.ServiceContract ? numbers.Contract : numbers.Quotation;
        return new SignedPaper.Text(kind, number, SignedPaper.HashOf(template)[..16], TemplateText.Fill(template, Values(kind, number, work, numbers, by)));
    }

    /// <summary>授权委托书 is filled in by hand and signed on paper.</summary>
    public Outcome<string> Authorization(DeskWork work, ArrangementVersion.Numbers numbers, string by)
        => reference.Now.Templates.TryGetValue("authorization", out var template) ? TemplateText.Fill(template, Values(PaperKind.DataNotice, numbers.Quotation, work, numbers, by)) : FuneralProblems.NoTemplate("authorization");

    /// <summary>The text with who printed it and when, and the signature under it where there is one.</summary>
    /// <param name="qr">Where the code leads.</param>
    public string Print(string shown, SignedPaper? signed, string qr) => TemplateText.Fill(shown, new Dictionary<string, string?>
    {
        ["print.at"] = Words.Moment(file.Now, file.Zone),
        ["print.by"] = file.By.Name,
        ["print.page"] = "1",
        ["print.pages"] = "1",
        ["paper.qr"] = Words.Qr(qr),
        ["rows.sign"] = signed?.Image is { } image ? $"<img alt=\"签名\" src=\"data:image/png;base64,{image.Reveal()}\">" : null,
        ["sign.note"] = signed switch { null => null, { Way: SigningWay.Paper } => $"已在纸质件上签名，{Words.Moment(signed.At, file.Zone)}", _ => Words.Moment(signed.At, file.Zone) },
    });

    private Dictionary<string, string?> Values(PaperKind kind, string number, DeskWork work, ArrangementVersion.Numbers numbers, string by)
    {
        var (p, c) = (work.Parties, work.Choice);
        var home = file.Institution(work.Home);
        var values = Unprinted();
        foreach (var (name, value) in new (string, string?)[]
        {
            ("paper.number", number), ("quotation.number", numbers.Quotation), ("quotation.at", Words.Moment(numbers.QuotedAt, file.Zone)), ("home.name", home?.Name), ("home.phone", home?.Phone),
            ("deceased.name", p.DeceasedName ?? "（暂时不知道）"), ("deceased.sex", p.Sex is Sex.Male or Sex.Female ? p.Sex.Label() : null), ("deceased.age", p.Age is { } age ? $"{age}岁" : null),
            ("deceased.id_number", p.DeceasedId is { IsKnown: true } id ? id.Reveal() : null), ("deceased.died_at", p.DiedAt is { } died ? Words.Moment(died, file.Zone) : null),
            ("handler.name", p.HandlerName), ("handler.relation", p.Relation), ("handler.phone", p.Phone?.Reveal()), ("handler.id_number", p.HandlerId is { IsKnown: true } hid ? hid.Reveal() : null),
            ("arrangement.disposition", CaseLabels.Of(c.Disposition)), ("arrangement.people", c.People > 0 ? $"约{c.People}人" : "未定"), ("arrangement.wishes", c.Wishes.Length > 0 ? c.Wishes : "没有"),
            ("arrangement.farewell", Slot(c.Hall, c.FarewellAt) ?? "不办告别，或者未定"), ("arrangement.cremation", c.Disposition == Disposition.Cremation ? Slot(c.Cremator, c.CremationAt) ?? "未定" : "不火化"),
            ("arrangement.furnace", c.Disposition == Disposition.Cremation ? DeskWords.Of(c.Furnace) : ""), ("arrangement.bones", c.Disposition == Disposition.Cremation ? DeskWords.Of(c.Bones) : ""), ("arrangement.urn", c.OwnUrn ? "家属自带" : "在馆选用或者未定"),
            ("desk.name", staff.Find(by)?.Name), ("rows.items", Rows(c)), ("quotation.total", Fen(c.Items.Sum(i => (i.Fen ?? 0) * i.Quantity))),
            ("quotation.open", c.Items.Count(i => i.Fen is null) is var open and > 0 ? $"（另有{open}项待定价）" : ""),
            ("rows.consented", string.Concat(Consented(c, kind == PaperKind.PhotoConsent ? "photo" : "preparation").Select(i => $"<tr><td>{Text(i.Name)}</td><td>× {i.Quantity} {Text(i.Unit)}</td></tr>"))),
        }) values[name] = value;
        return values;
    }

    private List<ArrangementVersion.ChosenItem> Consented(ArrangementVersion.Choice choice, string consent)
    {
        var asked = items.On(file.Today).Where(i => i.Consent == consent).Select(i => i.Code).ToHashSet();
        return [.. choice.Items.Where(i => asked.Contains(i.Code))];
    }

    private string? Slot(string? thing, DateTimeOffset? at) => at is { } from ? $"{things.Find(thing ?? "")?.Name}　{Words.Moment(from, file.Zone)}" : null;

    private static string Rows(ArrangementVersion.Choice choice)
    {
        var rows = new StringBuilder();
        foreach (var group in choice.Items.GroupBy(i => i.Class))
        {
            rows.Append("<tr><th scope=\"rowgroup\" colspan=\"5\">").Append(Text(ServiceItem.Label(FormWords.One(group.Key, ItemClass.Goods)))).Append("</th></tr>");
            foreach (var i in group)
                rows.Append("<tr><td>").Append(Text(i.Name)).Append("</td><td>").Append(Text(i.PriceKind.Length > 0 ? i.PriceKind : "待定价")).Append("</td><td>").Append(i.Fen is { } fen ? Fen(fen) : "待定价")
                    .Append("</td><td>").Append(i.Quantity.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Text(i.Unit)).Append("</td><td>").Append(i.Fen is { } each ? Fen(each * i.Quantity) : "—").Append("</td></tr>");
        }
        return rows.Length > 0 ? rows.ToString() : "<tr><td colspan=\"5\">没有选项目</td></tr>";
    }

    private static string Fen(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
