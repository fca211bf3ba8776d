using System.Globalization;
using System.Net;
using System.Text;
using Anmin.Billing.Bills;
using Anmin.Billing.Payments;
using Anmin.Billing.Pricing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Counter;

/// <summary>打印费用清单, from the pack's template expense-list. Who printed it stands in the audit.</summary>
internal sealed class PrintBill(BillDesk desk) : IUseCase<PrintBill.Request, PrintBill.Reply>
{
    public sealed record Request(Guid BillId) : IHasReason
    {
        public string Reason => "打印费用清单";
    }

    public sealed record Reply(string Number, string Html);

    public Permission Permission => BillingPermissions.ReadBills;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.BillId, ct)).Try(out var bill, out var problem)) return problem;
        if (await desk.HeadAsync(bill, ct) is not { } about) return BillProblems.NoCase;
        if (!(await desk.EditionAsync(bill, ct)).Try(out var edition, out problem)) return problem;
        if (!desk.Reference.Templates.TryGetValue("expense-list", out var template)) return BillProblems.NoTemplate("expense-list");
        var signed = await desk.Db.BillSignatures.AsNoTracking().FirstOrDefaultAsync(s => s.BillId == bill.Id && s.Edition == edition.Number, ct);
        var values = Papers.Head(desk, bill, about);
        values["bill.edition"] = edition.Number.ToString(CultureInfo.InvariantCulture);
        values["bill.day"] = ChineseTime.Date(bill.ServiceDay);
        values["bill.hash"] = edition.Hash[..16];
        values["rows.items"] = Rows(edition);
        values["bill.charge"] = Yuan.Write(edition.ChargeFen);
        values["bill.relief"] = Yuan.Write(-edition.ReliefFen);
        values["bill.due"] = Yuan.Write(edition.DueFen);
        values["rows.sign"] = signed?.Image is { } image ? $"<img alt=\"签名\" src=\"data:image/png;base64,{image.Reveal()}\">" : null;
        values["sign.note"] = signed is null ? null : $"{(signed.Way switch { SigningWay.Paper => "已在纸质件上签名，", SigningWay.Typed => "在自己的手机上填写姓名确认，", _ => "" })}{signed.SignerName?.Text} {ChineseTime.Stamp(signed.At, desk.Zone)}";
        return new Reply(bill.Number, TemplateText.Fill(template, values));
    }

    private static string Rows(BillEdition edition)
    {
        var rows = new StringBuilder();
        foreach (var of in edition.Lines.Where(l => l.Kind == LineKind.Charge).GroupBy(l => l.Class).OrderBy(g => g.Key))
        {
            rows.Append("<tr><th scope=\"rowgroup\" colspan=\"6\">").Append(BillWords.Of(of.Key)).Append("</th></tr>");
            foreach (var l in of.OrderBy(l => l.Line))
            {
                var relief = -edition.Lines.Where(r => r.Of == l.Line).Sum(r => r.AmountFen);
                rows.Append("<tr><td>").Append(Text(l.Name + (l.Detail.Length > 0 ? $"（{l.Detail}）" : ""))).Append("</td><td>").Append(BillWords.Of(l.Way)).Append("</td><td>").Append(Yuan.Write(l.UnitFen)).Append(" × ").Append(BillWords.Quantity(l.QuantityMilli)).Append(Text(l.Unit))
                    .Append("</td><td>").Append(Yuan.Write(l.AmountFen)).Append("</td><td>").Append(Yuan.Write(relief)).Append("</td><td>").Append(Yuan.Write(l.AmountFen - relief)).Append("</td></tr>");
            }
        }
        foreach (var r in edition.Lines.Where(l => l.Kind == LineKind.Relief).GroupBy(l => (l.Policy, l.Source)))
            rows.Append("<tr><td colspan=\"6\">减免：").Append(Text($"{r.Key.Policy}，{r.Key.Source}，共{Yuan.Write(-r.Sum(l => l.AmountFen))}")).Append("</td></tr>");
        return rows.ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>打印收据 or 退费收据, from the pack's template receipt.</summary>
internal sealed class PrintReceipt(BillDesk desk) : IUseCase<PrintReceipt.Request, PrintReceipt.Reply>
{
    public sealed record Request(string Number) : IHasReason
    {
        public string Reason => "打印收据" + Number;
    }

    public sealed record Reply(string Html);

    public Permission Permission => BillingPermissions.ReadBills;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Number == request.Number, ct) is not { } receipt) return PaymentProblems.NoReceipt;
        if (!(await desk.OpenAsync(receipt.BillId, ct)).Try(out var bill, out _)) return PaymentProblems.NoReceipt;
        if (await desk.HeadAsync(bill, ct) is not { } about) return BillProblems.NoCase;
        if (!desk.Reference.Templates.TryGetValue("receipt", out var template)) return BillProblems.NoTemplate("receipt");
        var values = Papers.Head(desk, bill, about);
        values["receipt.number"] = receipt.Number;
        values["receipt.title"] = receipt.Kind == ReceiptKind.Refund ? "退费收据" : "收费收据";
        values["receipt.amount"] = Yuan.Write(receipt.AmountFen);
        values["receipt.capital"] = Capital.Of(receipt.AmountFen);
        values["receipt.way"] = BillWords.Of(receipt.Way);
        values["receipt.at"] = ChineseTime.Stamp(receipt.IssuedAt, desk.Zone);
        values["receipt.by"] = desk.StaffName(receipt.IssuedBy) is { Length: > 0 } name ? name : "自动入账";
        values["receipt.electronic"] = receipt.ElectronicCode is { } code ? "电子票据代码 " + code : null;
        values["receipt.for"] = receipt.Kind == ReceiptKind.Refund ? $"退还费用清单{bill.Number}的部分费用" : $"费用清单{bill.Number}所列费用";
        return new Reply(TemplateText.Fill(template, values));
    }
}

internal static class Papers
{
    public static Dictionary<string, string?> Head(BillDesk desk, Bill bill, CaseCard about) => new()
    {
        ["bill.number"] = bill.Number,
        ["case.number"] = about.Number,
        ["about.label"] = bill.Kind == Bill.OfCase ? "逝者" : BillKinds.Payer,
        ["about.numbered"] = BillKinds.NumberLabel(bill.Kind),
        ["about.signer"] = bill.Kind == Bill.OfCase ? "经办人" : "签名人",
        ["deceased.name"] = about.Name ?? "（姓名待补）",
        ["handler.name"] = about.Handlers is [var first, ..] ? first.Name : null,
        ["home.name"] = desk.Institution(bill.Institution)?.Name,
        ["home.phone"] = desk.Institution(bill.Institution)?.Phone,
        ["print.at"] = ChineseTime.Stamp(desk.Now, desk.Zone),
        ["print.by"] = desk.By.Name,
    };
}

/// <summary>人民币大写, as receipts write it.</summary>
internal static class Capital
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"], Groups = ["", "万", "亿"];

    public static string Of(long fen)
    {
        var (yuan, jiao, cent) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var text = yuan == 0 ? "" : Whole(yuan) + "元";
        if (jiao == 0 && cent == 0) return (text.Length == 0 ? "零元" : text) + "整";
        if (jiao > 0) text += Digits[jiao] + "角";
        else if (text.Length > 0) text += "零";
        return cent > 0 ? text + Digits[cent] + "分" : text + "整";
    }

    private static string Whole(long number)
    {
        var text = "";
        for (var group = 0; number > 0; group++, number /= 10_000)
        {
            var part = (int)(number % 10_000);
            if (part == 0)
            {
                if (text.Length > 0 && text[0] != '零') text = "零" + text;
                continue;
            }
            var written = "";
            for (var place = 0; place < 4; place++)
            {
                var digit = (int)(part / Math.Pow(10, place) % 10);
                if (digit > 0) written = Digits[digit] + Places[place] + written;
                else if (written.Length > 0 && written[0] != '零') written = "零" + written;
            }
            if (number < 10_000) written = written.TrimStart('零');
            text = written + Groups[group] + text;
        }
        return text;
    }
}
