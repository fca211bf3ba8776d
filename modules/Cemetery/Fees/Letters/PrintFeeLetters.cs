using System.Globalization;
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

namespace Anmin.Cemetery.Fees.Letters;

/// <summary>打印催缴函、公告: one, or a whole batch, each on its own page. Who printed stands in the audit.</summary>
internal sealed class PrintFeeLetters(FeeDesk fees, Reference reference) : IUseCase<PrintFeeLetters.Request, PrintFeeLetters.Reply>
{
    /// <param name="Number">Of one letter; the whole batch where null.</param>
    public sealed record Request(string? Number, Guid? Batch = null) : IHasReason
    {
        public string Reason => "打印催缴函" + Number;
    }

    public sealed record Reply(string Html, int Letters);

    public Permission Permission => CemeteryPermissions.ReadFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var letters = await fees.Db.FeeLetters.AsNoTracking().Where(l => request.Number != null ? l.Number == request.Number : l.Batch == request.Batch).OrderBy(l => l.Number).ToListAsync(ct);
        if (letters.Count == 0) return FeeProblems.NoLetter;
        var ids = letters.ConvertAll(l => l.RightId);
        var rights = await fees.Db.PlotRights.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var names = await PlaceNames.OfAsync(fees.Db, [.. rights.Values.Select(r => r.PositionId)], ct);
        List<string> pages = [];
        foreach (var letter in letters)
        {
            if (!rights.TryGetValue(letter.RightId, out var right)) return FeeProblems.NoLetter;
            fees.Desk.Context.About(right.Id);
            var template = letter.Kind == FeeLetterKind.Urge ? "cemetery-arrears-letter" : "cemetery-arrears-notice";
            if (!reference.Now.Templates.TryGetValue(template, out var body)) return FeeProblems.NoTemplate(template);
            pages.Add(TemplateText.Fill(body, Values(letter, right, names.GetValueOrDefault(right.PositionId, ""))));
        }
        return new Reply(PaperPages.Joined(pages), letters.Count);
    }

    private Dictionary<string, string?> Values(FeeLetter letter, PlotRight right, string place)
    {
        var home = fees.Desk.Institution(letter.Institution);
        return new()
        {
            ["letter.number"] = letter.Number,
            ["letter.date"] = ChineseTime.Date(letter.IssuedOn),
            ["right.number"] = right.Number,
            ["right.place"] = place,
            ["holder.name"] = right.HolderName?.Text,
            ["holder.public_name"] = right.HolderName?.Masked,
            ["care.paid_until"] = ChineseTime.Date(letter.PaidUntil),
            ["care.until"] = ChineseTime.Date(letter.OweUntil),
            ["care.years"] = letter.Years.ToString(CultureInfo.InvariantCulture),
            ["care.amount"] = Yuan.Write(letter.Fen),
            ["home.name"] = home?.Name,
            ["home.phone"] = home?.Phone,
            ["home.address"] = home?.Address,
            ["hotline"] = reference.Now.City.Hotline,
            ["print.at"] = ChineseTime.Stamp(fees.Desk.Now, fees.Desk.Zone),
            ["print.by"] = fees.Desk.By.Name,
        };
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/work/cemetery/fees/letters/{number}", async (string number, HttpContext http, Gate gate, PrintFeeLetters print) =>
            Page(http, await gate.RunAsync(print, new Request(number), null, http.RequestAborted))).ExcludeFromDescription();
        routes.MapGet("/work/cemetery/fees/batches/{batch:guid}", async (Guid batch, HttpContext http, Gate gate, PrintFeeLetters print) =>
            Page(http, await gate.RunAsync(print, new Request(null, batch), null, http.RequestAborted))).ExcludeFromDescription();
    }

    private static IResult Page(HttpContext http, Outcome<Reply> outcome) => PaperPages.Answer(http, outcome.Try(out var reply, out var problem) ? reply.Html : problem, "/work/cemetery/fees", "回到维护管理费");
}
