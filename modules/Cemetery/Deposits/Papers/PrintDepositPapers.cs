using System.Globalization;
using System.Net;
using System.Text;
using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Fees.Letters;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits.Papers;

/// <summary>打印领取通知书 and 无人认领骨灰公告: one by its number, or all letters that wait, each on its own page. Who printed stands in the audit.</summary>
internal sealed class PrintDepositPapers(CemeteryDesk desk, Reference reference) : IUseCase<PrintDepositPapers.Request, PrintDepositPapers.Reply>
{
    private const int Most = 200;

    /// <param name="Number">Of a letter or an announcement; all letters that wait where null.</param>
    public sealed record Request(string? Number) : IHasReason
    {
        public string Reason => "打印寄存领取通知、公告" + Number;
    }

    public sealed record Reply(string Html, int Papers);

    public Permission Permission => CemeteryPermissions.ReadDeposits;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var claims = desk.Db.Set<DepositClaim>().AsNoTracking();
        var wanted = request.Number is { Length: > 0 } number ? claims.Where(c => c.Letter == number || c.Announcement == number) : claims.Where(c => c.LetterSentAt == null && c.State == ClaimState.Notified);
        var found = await wanted.OrderBy(c => c.Letter).Take(Most).Join(desk.Db.Set<PlotRight>(), c => c.RightId, r => r.Id, (c, r) => new { c, r }).ToListAsync(ct);
        if (found.Count == 0) return DepositProblems.NoPaper;
        var ids = found.ConvertAll(x => x.r.Id);
        var resting = (await desk.Db.Set<Interment>().AsNoTracking().Where(i => ids.Contains(i.RightId)).ToListAsync(ct)).ToLookup(i => i.RightId);
        var places = await PlaceNames.OfAsync(desk.Db, [.. found.Select(x => x.r.PositionId)], ct);
        var all = found.ConvertAll(x => new Line(x.c, x.r, resting[x.r.Id].LastOrDefault(), places.GetValueOrDefault(x.r.PositionId, "")));
        foreach (var line in all) desk.Context.About(line.Right.CaseId ?? line.Right.Id);
        var announcement = request.Number is not null && all[0].Claim.Announcement == request.Number;
        if (!reference.Now.Templates.TryGetValue(announcement ? "deposit-unclaimed-notice" : "deposit-overdue-letter", out var template)) return DepositProblems.NoTemplate;
        return announcement
            ? new Reply(TemplateText.Fill(template, Announced(all)), 1)
            : new Reply(PaperPages.Joined(all.ConvertAll(l => TemplateText.Fill(template, Written(l)))), all.Count);
    }

    private sealed record Line(DepositClaim Claim, PlotRight Right, Interment? Resting, string Place);

    private Dictionary<string, string?> Written(Line line)
    {
        var (claim, right) = (line.Claim, line.Right);
        return new(Common(claim))
        {
            ["letter.number"] = claim.Letter,
            ["letter.date"] = ChineseTime.Date(ChineseTime.DayOf(claim.NotifiedAt, desk.Zone)),
            ["holder.name"] = right.HolderName?.Text,
            ["person.name"] = line.Resting?.PersonName.Text ?? right.UserName?.Text,
            ["deposit.number"] = right.Number,
            ["deposit.place"] = line.Place,
            ["deposit.until"] = right.TermUntil is { } until ? ChineseTime.Date(until) : "",
            ["claim.until"] = ChineseTime.Date(ChineseTime.DayOf(claim.UnclaimedAt, desk.Zone)),
        };
    }

    /// <summary>What hangs on a wall: the family name only, and neither the number of a paper nor a telephone of anybody.</summary>
    private Dictionary<string, string?> Announced(List<Line> lines)
    {
        var claim = lines[0].Claim;
        var rows = new StringBuilder();
        foreach (var (at, line) in lines.Index())
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{at + 1}</td><td>{WebUtility.HtmlEncode((line.Resting?.PersonName ?? line.Right.UserName)?.Masked ?? "")}</td><td>{WebUtility.HtmlEncode(line.Place)}</td><td>{WebUtility.HtmlEncode(line.Right.TermUntil is { } until ? ChineseTime.Date(until) : "")}</td></tr>");
        return new(Common(claim))
        {
            ["letter.number"] = claim.Announcement,
            ["letter.date"] = claim.AnnouncedAt is { } at2 ? ChineseTime.Date(ChineseTime.DayOf(at2, desk.Zone)) : "",
            ["notice.count"] = lines.Count.ToString(CultureInfo.InvariantCulture),
            // the term ends with the first moment of the day after
            ["notice.until"] = claim.AnnouncedUntil is { } end ? ChineseTime.Date(ChineseTime.DayOf(end.AddSeconds(-1), desk.Zone)) : "",
            ["rows.ashes"] = rows.ToString(),
        };
    }

    private Dictionary<string, string?> Common(DepositClaim claim)
    {
        var home = desk.Institution(claim.Institution);
        return new()
        {
            ["home.name"] = home?.Name,
            ["home.phone"] = home?.Phone,
            ["home.address"] = home?.Address,
            ["hotline"] = reference.Now.City.Hotline,
            ["print.at"] = ChineseTime.Stamp(desk.Now, desk.Zone),
            ["print.by"] = desk.By.Name,
        };
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/cemetery/deposits/papers/print", async (HttpContext http, Gate gate, PrintDepositPapers print) => Page(http, await gate.RunAsync(print, new Request(null), null, http.RequestAborted))).ExcludeFromDescription();
        routes.MapGet("/work/cemetery/deposits/papers/{number}", async (string number, HttpContext http, Gate gate, PrintDepositPapers print) => Page(http, await gate.RunAsync(print, new Request(number), null, http.RequestAborted))).ExcludeFromDescription();
    }

    private static IResult Page(HttpContext http, Outcome<Reply> outcome) => PaperPages.Answer(http, outcome.Try(out var reply, out var problem) ? reply.Html : problem, "/work/cemetery/deposits", "回到骨灰寄存");
}
