using Anmin.Funeral.Desk;
using System.Net;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Belongings;

/// <summary>遗物清单 from the pack's template.</summary>
internal sealed class BelongingsPaper(CaseFile file, IStaffDirectory staff, Reference reference)
{
    private const string Template = "belongings-list";

    public Outcome<SignedPaper.Text> Write(DeathCase opened, IReadOnlyList<Belonging> things)
    {
        if (!reference.Now.Templates.TryGetValue(Template, out var template)) return FuneralProblems.NoTemplate(Template);
        var home = file.Institution(opened.Institution ?? "");
        var number = $"{opened.Number}-W{things.Min(t => t.Line)}";
        var values = DeskPapers.Unprinted();
        (values["paper.number"], values["home.name"], values["home.phone"], values["deceased.name"], values["case.number"]) = (number, home?.Name, home?.Phone, opened.Name?.Text ?? "（暂时不知道）", opened.Number);
        values["desk.name"] = staff.Find(file.By.Id)?.Name;
        values["rows.belongings"] = string.Concat(things.Select(t => $"<tr><td>{Text(t.Name)}</td><td>{t.Quantity}</td><td>{Text(t.Feature)}</td><td>{Text(staff.Find(t.RecordedBy)?.Name ?? "")}</td><td>{Text(t.CheckedBy is { } by ? staff.Find(by)?.Name ?? "" : "")}</td><td>{(t.Fate == BelongingFate.Kept ? "" : Belonging.Label(t.Fate))}</td></tr>"));
        return new SignedPaper.Text(PaperKind.BelongingsReturn, number, SignedPaper.HashOf(template)[..16], TemplateText.Fill(template, values));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>打印遗物清单.</summary>
internal sealed class PrintBelongings(CaseFile file, BelongingsPaper paper, DeskPapers papers) : IUseCase<PrintBelongings.Request, PrintBelongings.Reply>
{
    public sealed record Request(Guid CaseId, string Site) : IHasReason
    {
        public string Reason => "打印遗物清单";
    }

    public sealed record Reply(string Number, string Html);

    public Permission Permission => FuneralPermissions.RecordBelongings;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var things = await file.Db.Set<Belonging>().AsNoTracking().Where(b => b.CaseId == opened.Id).OrderBy(b => b.Line).ToListAsync(ct);
        if (things.Count == 0) return BelongingProblems.NoneLeft;
        return paper.Write(opened, things).Try(out var text, out problem) ? new Reply(text.Number, papers.Print(text.Shown, null, $"{request.Site}/progress?number={Uri.EscapeDataString(opened.Number)}")) : problem;
    }
}
