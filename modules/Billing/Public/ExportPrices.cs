using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Anmin.Billing.Public;

/// <summary>
/// 下载收费清单: of one institution or all, on a day, as CSV (UTF-8 with BOM, no cell runs as a formula) or JSON. Open data: the names of columns and fields are kept.
/// Answered with an ETag, so that whoever asks every day takes it only when it changed.
/// </summary>
internal sealed class ExportPrices(PublicLists lists) : IQuestion<ExportPrices.Request, ExportPrices.Reply>
{
    public sealed record Request(string? Institution = null, string? Date = null);

    public sealed record Reply(DateOnly Date, IReadOnlyList<GetPublicList.Reply> Lists);

    public Permission Permission => Permission.Anyone;

    /// <summary>Columns of the CSV, in order.</summary>
    public static readonly string[] Columns =
        ["institution", "institution_name", "county", "list", "document", "from", "until", "code", "name", "class", "way", "unit", "least_yuan", "most_yuan", "must_offer", "price_words", "terms", "content", "exemption"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!lists.Day(request.Date).Try(out var day, out var problem)) return problem.At(nameof(request.Date));
        if (request.Institution is not { Length: > 0 } one) return new Reply(day, [.. (await lists.AllAsync(day, [], ct)).Select(l => GetPublicList.Of(l, day))]);
        return await lists.OneAsync(one, day, ct) is { } shown ? new Reply(day, [GetPublicList.Of(shown, day)]) : BillingProblems.NotShown(day);
    }

    internal static byte[] Csv(Reply reply)
    {
        var csv = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var (list, item) in reply.Lists.SelectMany(l => l.Items.Select(i => (l, i))))
            csv.AppendJoin(',', Cells(list, item).Select(CsvCell.Of)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static IEnumerable<string> Cells(GetPublicList.Reply list, PriceLine item) =>
    [
        list.Institution, list.InstitutionName, list.County, list.List, list.Document, ChineseTime.IsoDate(list.From), list.Until is { } until ? ChineseTime.IsoDate(until) : "",
        item.Code, item.Name, TermWords.Class(item.Class), TermWords.Way(item.Way), item.Unit, Plain(item.LeastFen), Plain(item.MostFen), item.MustOffer ? "是" : "",
        item.Price, string.Join("；", item.Terms), item.Content ?? "", item.Exemption ?? "",
    ];

    private static string Plain(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/public/prices.csv", (string? institution, string? date, HttpContext http, Gate gate, ExportPrices question) => SendAsync(http, gate, question, new(institution, date), Csv, "text/csv; charset=utf-8", "csv"))
            .WithName(nameof(ExportPrices)).ProducesProblem(400).ProducesProblem(404);
        routes.MapGet("/public/prices.json", (string? institution, string? date, HttpContext http, Gate gate, ExportPrices question) => SendAsync(http, gate, question, new(institution, date), r => JsonSerializer.SerializeToUtf8Bytes(r, Json), "application/json; charset=utf-8", "json"))
            .WithName(nameof(ExportPrices) + "Json").Produces<Reply>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> SendAsync(HttpContext http, Gate gate, ExportPrices question, Request request, Func<Reply, byte[]> write, string type, string ending)
    {
        var outcome = await gate.RunAsync(question, request, null, http.RequestAborted);
        if (!outcome.Try(out var reply, out var problem)) return Answers.Of(problem);
        var bytes = write(reply);
        http.Response.Headers.CacheControl = "public, max-age=300";
        var name = $"prices-{(request.Institution is { Length: > 0 } ? reply.Lists[0].Institution + "-" : "")}{ChineseTime.IsoDate(reply.Date)}.{ending}";
        return Results.File(bytes, type, ending == "csv" ? name : null, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\""));
    }
}
