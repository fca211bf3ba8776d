using System.Net;
using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Print;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Rights.Papers;

/// <summary>公墓安葬合同, and 安葬证 or 骨灰安放证, from the pack's templates.</summary>
internal sealed class PrintRight(CemeteryDesk desk, Reference reference) : IUseCase<PrintRight.Request, PrintRight.Reply>
{
    /// <param name="Paper"><c>contract</c> or <c>certificate</c>.</param>
    public sealed record Request(Guid Id, string Paper) : IHasReason
    {
        public string Reason => Paper == "certificate" ? "打印安葬证、安放证" : "打印公墓安葬合同";
    }

    public sealed record Reply(string Html);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var opened, out var problem)) return problem;
        var (right, position) = (opened.Right, opened.Position);
        if (right.Number is null) return CemeteryProblems.NotSigned;
        if (request.Paper == "certificate" && right.Certificate is null) return CemeteryProblems.NotActive;
        if (request.Paper is not ("contract" or "certificate")) return RightProblems.NoTemplate;
        if (!reference.Now.Templates.TryGetValue(request.Paper == "contract" ? "plot-contract" : "burial-certificate", out var template)) return RightProblems.NoTemplate;
        var ground = desk.Institution(right.Institution);
        var values = new Dictionary<string, string?>
        {
            ["contract.number"] = right.Number,
            ["contract.on"] = right.SignedOn is { } on ? ChineseTime.Date(on) : null,
            ["certificate.number"] = right.Certificate,
            ["certificate.title"] = right.Kind == RightKind.Grave ? "安葬证" : right.Kind == RightKind.Eco ? "生态安葬证" : "骨灰安放证",
            ["certificate.qr"] = right.Certificate is null ? null : QrSvg.Of(right.Certificate),
            ["ground.name"] = ground?.Name,
            ["ground.address"] = ground?.Address,
            ["ground.phone"] = ground?.Phone,
            ["place.name"] = await desk.NameOfAsync(position, ct),
            ["place.area"] = position.AreaCm2 is > 0 ? Standards.PlotStandards.Square(position.AreaCm2.Value) : null,
            ["place.capacity"] = position.Capacity.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["holder.name"] = right.HolderName?.Text,
            ["holder.id"] = right.HolderId?.Masked,
            ["holder.phone"] = right.HolderPhone?.Masked,
            ["holder.relation"] = right.Relation,
            ["user.name"] = right.UserName?.Text,
            ["basis.word"] = right.Basis is { } basis ? Showing.RightWords.Of(basis) : null,
            ["basis.number"] = right.BasisNumber,
            ["term.from"] = right.TermFrom is { } from ? ChineseTime.Date(from) : null,
            ["term.until"] = right.TermUntil is { } until ? ChineseTime.Date(until) : "不设期限",
            ["care.until"] = right.CarePaidUntil is { } care ? ChineseTime.Date(care) : "没有预收",
            ["price.use"] = Yuan.Write(right.UseFen),
            ["price.care"] = Yuan.Write(right.CareFenPerYear),
            ["price.total"] = Yuan.Write(right.Terms.Where(t => t.Seq == 1).Sum(t => t.Fen)),
            ["price.list"] = right.PriceList,
            ["rows.terms"] = Rows(right),
            ["print.at"] = ChineseTime.Stamp(desk.Now, desk.Zone),
            ["print.by"] = desk.By.Name,
        };
        return new Reply(TemplateText.Fill(template, values));
    }

    private static string Rows(PlotRight right)
    {
        var rows = new StringBuilder();
        foreach (var term in right.Terms.OrderBy(t => t.Seq))
            rows.Append("<tr><td>").Append(term.Seq).Append("</td><td>").Append(WebUtility.HtmlEncode(ChineseTime.Date(term.From))).Append("</td><td>").Append(WebUtility.HtmlEncode(ChineseTime.Date(term.Until))).Append("</td><td>").Append(WebUtility.HtmlEncode(Yuan.Write(term.Fen))).Append("</td></tr>");
        return rows.ToString();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/work/cemetery/rights/{id:guid}/{paper}", async (Guid id, string paper, HttpContext http, Gate gate, PrintRight print) =>
    {
        var outcome = await gate.RunAsync(print, new Request(id, paper), null, http.RequestAborted);
        if (!outcome.Try(out var reply, out var problem)) return RefusalPage.Of(problem, "还不能打印", http.Request.Path, ($"/work/cemetery/rights/{id}", "回到合同"));
        return PaperPage.Of(reply.Html, back: ($"/work/cemetery/rights/{id}", "回到合同"));
    }).ExcludeFromDescription();
}
