using System.Net;
using System.Text;
using Anmin.Cemetery.Dossiers.Papers;
using Anmin.Cemetery.Dossiers.Showing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Dossiers.Export;

/// <summary>一份档案的打印件: index, facts, history, then the pictures as pages, each with the line of its purpose. A PDF that was handed in has a page that names it.</summary>
internal sealed class PrintDossier(DossierDesk desk, GetDossier reader, GetDossierHistory history, PersonalVault vault, Reading reading) : IUseCase<PrintDossier.Request, PrintDossier.Reply>
{
    private const string Style = """
        @page{size:A4;margin:18mm 16mm}
        body{font:11pt/1.6 "Noto Serif CJK SC","FangSong",serif;color:#000;margin:0} h1{font-size:18pt;text-align:center;margin:0 0 6mm} h2{font-size:13pt;margin:6mm 0 2mm}
        table{width:100%;border-collapse:collapse} th,td{border:.3mm solid #555;padding:1.2mm 2mm;text-align:left;vertical-align:top;font-weight:400} thead th{font-weight:700} .mark{color:#555;text-align:center;margin:2mm 0}
        .scan{break-before:page;text-align:center} .scan svg{max-width:178mm;max-height:238mm;width:auto;height:auto} td.h{font-size:8pt;word-break:break-all}
        """;

    public sealed record Request(Guid DossierId, string? Purpose) : IHasReason
    {
        public string Reason => "导出一墓一档：" + Purpose;
    }

    public sealed record Reply(string Html, string Name) : ISecretReply;

    public Permission Permission => CemeteryPermissions.ExportDossier;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var purpose = reading.Text(request.Purpose, nameof(request.Purpose), "用途", 100);
        if (purpose is { Length: < 4 }) reading.Refuse(DossierProblems.ReasonShort.At(nameof(request.Purpose)));
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.DossierId, ct)).Try(out var opened, out var problem)) return problem;
        if (!desk.Limit("dossier.export.bytes", opened.Right.Division).Try(out var most, out problem)) return problem;
        var found = await reader.ReadAsync(opened, [opened.Right.Id], ct);
        if (found.Current.Sum(p => (long)p.Size) > most) return DossierProblems.TooBig;
        if (!(await history.HandleAsync(new GetDossierHistory.Request(opened.Right.Id), ct)).Try(out var told, out problem)) return problem;
        var mark = $"{PaperPicture.Purpose} {desk.Cemetery.By.Name} {ChineseTime.Stamp(desk.Cemetery.Now, desk.Cemetery.Zone)} 用途：{purpose}";
        var html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>一墓一档</title></head><body><h1>一墓一档</h1>").Append("<p class=\"mark\">").Append(Text(mark)).Append("</p>");
        Front(html, found, told);
        foreach (var paper in found.Current) await ScanAsync(html, paper, mark, ct);
        opened.Right.Tell("dossier.exported", new { form = "pdf", purpose });
        return new Reply(TemplateText.WithStyle(html.Append("</body></html>").ToString(), Style), $"dossier-{opened.Position.Code}.pdf");
    }

    private void Front(StringBuilder html, GetDossier.Reply found, GetDossierHistory.Reply told)
    {
        html.Append("<h2>卷内目录</h2><table><thead><tr><th>序</th><th>材料</th><th>有没有</th><th>文件和摘要</th></tr></thead><tbody>");
        foreach (var (line, i) in found.Lines.Where(l => l.Applies || l.Scans > 0 || l.Made > 0).Select((l, i) => (l, i + 1)))
            html.Append("<tr><td>").Append(i).Append("</td><td>").Append(Text(line.Name)).Append("</td><td>").Append(line.Present ? "有" : "缺").Append("</td><td class=\"h\">").Append(Text(string.Join("；", found.Current.Where(p => p.Item == line.Item).Select(p => $"{p.FileName} SHA-256 {p.Hash}").Prepend(line.Says).Where(s => s.Length > 0)))).Append("</td></tr>");
        html.Append("</tbody></table><h2>合同和安葬</h2><table><tbody>");
        foreach (var (name, value) in DossierFactLines.Of(found)) html.Append("<tr><th>").Append(Text(name)).Append("</th><td>").Append(Text(value)).Append("</td></tr>");
        html.Append("</tbody></table><h2>办理经过</h2><table><tbody>");
        foreach (var fact in told.Facts.Reverse()) html.Append("<tr><td>").Append(ChineseTime.Stamp(fact.At, desk.Cemetery.Zone)).Append("</td><td>").Append(Text(fact.By)).Append("</td><td>").Append(Text(fact.Act + (fact.Note is null ? "" : "：" + fact.Note))).Append("</td></tr>");
        html.Append("</tbody></table>");
    }

    private async Task ScanAsync(StringBuilder html, GetDossier.Paper paper, string mark, CancellationToken ct)
    {
        html.Append("<div class=\"scan\"><p>").Append(Text($"{paper.Title ?? paper.Name}，第{paper.Edition}版，{paper.FileName}")).Append("</p>");
        if (paper.Media == "application/pdf") html.Append("<p>这一份是PDF文件，不能并入本件。请在压缩包里打开。</p><p>SHA-256 ").Append(paper.Hash).Append("</p>");
        else
        {
            var row = await desk.Cemetery.Db.DossierPapers.AsNoTracking().FirstAsync(p => p.Id == paper.Id, ct);
            html.Append(PaperPicture.Svg(await GetDossierPaper.OpenAsync(desk, vault, row, ct), paper.Media, paper.Turn, mark));
        }
        html.Append("</div>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PrintDossier, Request, Reply>("/cemetery/dossiers/print");

    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/cemetery/dossiers/print/{id:guid}", async (Guid id, [FromForm] string? purpose, Gate gate, PrintDossier useCase, PdfPrinter printer, CancellationToken ct) =>
    {
        if (!(await gate.RunAsync(useCase, new Request(id, purpose), null, ct)).Try(out var reply, out var problem)) return ExportAnswers.Of(problem);
        return (await printer.PrintAsync(reply.Html, ct)).Try(out var pdf, out problem) ? Results.File(pdf, "application/pdf", reply.Name) : ExportAnswers.Of(problem);
    }).ExcludeFromDescription();
}
