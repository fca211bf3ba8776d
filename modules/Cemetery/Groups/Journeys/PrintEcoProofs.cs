using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Print;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.Journeys;

/// <summary>海葬证明, 生态安葬证明: one by its number, or those of a whole group, each on its own page. Who printed stands in the audit.</summary>
internal sealed class PrintEcoProofs(GroupDesk groups, Reference reference) : IUseCase<PrintEcoProofs.Request, PrintEcoProofs.Reply>
{
    private const int Most = 500;

    /// <param name="Number">Of one proof; the whole group where null.</param>
    public sealed record Request(string? Number, Guid? Group = null) : IHasReason
    {
        public string Reason => "打印生态安葬证明" + Number;
    }

    public sealed record Reply(string Html, int Proofs);

    public Permission Permission => CemeteryPermissions.ReadBurials;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = groups.Desk.Db;
        if (!reference.Now.Templates.TryGetValue("eco-burial-proof", out var template)) return GroupProblems.NoTemplate;
        var seats = db.GroupSeats;
        var found = await db.Interments.AsNoTracking().Where(i => i.Proof != null && (request.Number != null ? i.Proof == request.Number : seats.Any(s => s.GroupId == request.Group && s.IntermentId == i.Id)))
            .Join(db.Positions, i => i.PositionId, p => p.Id, (i, p) => new { i, p }).Join(db.Sections, x => x.p.SectionId, s => s.Id, (x, s) => new { x.i, x.p, s }).OrderBy(x => x.i.Proof).Take(Most).ToListAsync(ct);
        if (found.Count == 0 || found.Exists(x => !x.s.IsEco)) return BurialProblems.NoInterment;
        var ids = found.ConvertAll(x => x.i.Id);
        var journeys = await seats.AsNoTracking().Where(s => s.IntermentId != null && ids.Contains(s.IntermentId.Value)).Join(db.EcoBurialGroups, s => s.GroupId, g => g.Id, (s, g) => new { Interment = s.IntermentId!.Value, g }).ToDictionaryAsync(x => x.Interment, x => x.g, ct);
        List<string> papers = [];
        foreach (var x in found)
        {
            groups.Desk.Context.About(x.i.CaseId ?? x.i.Id);
            papers.Add(TemplateText.Fill(template, Values(x.i, x.s, PositionWords.Of(x.s.Name, x.s.Kind, x.p.Row, x.p.Layer, x.p.Number), journeys.GetValueOrDefault(x.i.Id))));
        }
        return new Reply(PaperPages.Joined(papers), papers.Count);
    }

    private Dictionary<string, string?> Values(Interment i, Section section, string place, EcoBurialGroup? group)
    {
        var desk = groups.Desk;
        var home = desk.Institution(i.Institution);
        var subsidy = group is null || i.InterredOn is not { } day ? null : desk.Subsidy(group.Kind, group.Division, day);
        return new()
        {
            ["proof.title"] = section.Kind == SectionKind.Sea ? "海葬证明" : "生态安葬证明",
            ["proof.number"] = i.Proof,
            ["proof.qr"] = QrSvg.Of(i.Proof!),
            ["person.name"] = i.PersonName.Text,
            ["person.id"] = i.PersonId?.Masked ?? "—",
            ["ashes.number"] = i.Ashes ?? "—",
            ["certificate.number"] = i.CremationCertificate ?? "—",
            ["burial.way"] = GroundWords.Of(section.Kind),
            ["burial.on"] = i.InterredOn is { } on ? ChineseTime.Date(on) : "旧档未载",
            ["burial.place"] = place,
            ["group.number"] = group?.Number ?? "—",
            ["group.craft"] = group?.Craft ?? "—",
            ["group.course"] = group?.Course ?? "—",
            ["staff.by"] = desk.StaffName(i.InterredBy),
            ["staff.witness"] = i.Witness is { } witness ? desk.StaffName(witness) : "—",
            ["subsidy.words"] = subsidy is null ? "" : $"本市{GroundWords.Of(section.Kind)}奖补每位{Yuan.Write(subsidy.Fen)}元（{subsidy.Source}）。申请时出示本证明。",
            ["home.name"] = home?.Name,
            ["home.address"] = home?.Address,
            ["home.phone"] = home?.Phone,
            ["print.at"] = ChineseTime.Stamp(desk.Now, desk.Zone),
            ["print.by"] = desk.By.Name,
        };
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/cemetery/eco-proofs/{number}", async (string number, HttpContext http, Gate gate, PrintEcoProofs print) =>
            Page(http, await gate.RunAsync(print, new Request(number), null, http.RequestAborted))).ExcludeFromDescription();
        routes.MapGet("/work/cemetery/groups/{group:guid}/proofs", async (Guid group, HttpContext http, Gate gate, PrintEcoProofs print) =>
            Page(http, await gate.RunAsync(print, new Request(null, group), null, http.RequestAborted))).ExcludeFromDescription();
    }

    private static IResult Page(HttpContext http, Outcome<Reply> outcome) => PaperPages.Answer(http, outcome.Try(out var reply, out var problem) ? reply.Html : problem, "/work/cemetery/groups", "回到海葬和撒散");
}
