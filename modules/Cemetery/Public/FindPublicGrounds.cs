using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Anmin.Cemetery.Public;

/// <summary>公墓和骨灰堂: every ground with its kinds of places, public-welfare ones first, then by price. For anybody, without signing in.</summary>
internal sealed class FindPublicGrounds(PublicYard yard) : IQuestion<FindPublicGrounds.Request, FindPublicGrounds.Reply>
{
    /// <param name="Nature"><c>public</c> or <c>commercial</c>.</param>
    /// <param name="County">Six digits.</param>
    /// <param name="Form"><c>plot</c>, <c>niche</c> or <c>eco</c>.</param>
    /// <param name="Most">Whole 元 for a term at most.</param>
    public sealed record Request(string? Nature = null, string? County = null, string? Form = null, string? Most = null);

    /// <param name="ListBasis">Document of the price list in force; null where none was published.</param>
    public sealed record Row(
        string Institution, string Name, GroundNature Nature, string NatureWords, string County, string Division, string Address, string Distance, string Phone, string Hours,
        string? ListBasis, DateOnly? ListFrom, string? Note, IReadOnlyList<PlaceOffer> Places);

    /// <param name="At">When the free places were counted.</param>
    /// <param name="BandsYuan">What the filter of prices offers.</param>
    public sealed record Reply(DateTimeOffset At, int Grounds, IReadOnlyList<long> BandsYuan, IReadOnlyList<Row> Rows);

    public Permission Permission => Permission.Anyone;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Nature is not (null or "" or "public" or "commercial") || request.Form is not (null or "" or "plot" or "niche" or "eco")) return PublicProblems.BadFilter;
        long? most = string.IsNullOrWhiteSpace(request.Most) ? null : long.TryParse(request.Most, NumberStyles.None, CultureInfo.InvariantCulture, out var yuan) && yuan < 100_000_000 ? yuan * 100 : -1;
        if (most == -1) return PublicProblems.BadFilter;
        var grounds = await yard.GroundsAsync(ct);
        var sections = (await yard.Sections.ToListAsync(ct)).ToLookup(s => s.Institution!);
        var rows = new List<Row>();
        foreach (var (card, ground) in grounds)
        {
            if (!Wanted(request, card.Division, ground.Nature)) continue;
            var list = await yard.ListAsync(card.Id, ct);
            var places = yard.Offers([.. sections[card.Id]], list, card.Division).Where(p => request.Form is null or "" || p.Form == request.Form).Where(p => most is null || p.TotalFen?.Least <= most).ToList();
            if (places.Count == 0 && (most is not null || request.Form is { Length: > 0 })) continue;
            rows.Add(new Row(card.Id, card.Name, ground.Nature, PublicWords.Nature(ground.Nature), yard.CountyOf(card.Division), card.Division, card.Address, yard.Distance(card), card.Phone, card.Hours, list?.Basis, list?.From, ground.Note, places));
        }
        return new Reply(yard.Now, grounds.Count, [.. yard.BandsFen.Select(b => b / 100)],
            [.. rows.OrderBy(r => r.Nature == GroundNature.Commercial).ThenBy(r => r.Places.Count == 0).ThenBy(r => r.Places.Min(p => p.TotalFen?.Least) ?? long.MaxValue).ThenBy(r => r.Name, StringComparer.Ordinal)]);
    }

    private static bool Wanted(Request request, string division, GroundNature nature) =>
        (request.County is null or "" || division.StartsWith(request.County, StringComparison.Ordinal))
        && request.Nature switch { "public" => nature != GroundNature.Commercial, "commercial" => nature == GroundNature.Commercial, _ => true };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/public/cemeteries", async ([AsParameters] Request request, HttpContext http, Gate gate, FindPublicGrounds question) =>
    {
        var outcome = await gate.RunAsync(question, request, null, http.RequestAborted);
        if (!outcome.Try(out var reply, out var problem)) return Answers.Of(problem);
        http.Response.Headers.CacheControl = "public, max-age=60";
        // the same counts at another minute are the same answer
        var tag = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(reply with { At = default }, Json)).AsSpan(0, 12);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(reply, Json), "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(tag)}\""));
    }).WithName(nameof(FindPublicGrounds)).Produces<Reply>().ProducesProblem(400);
}
