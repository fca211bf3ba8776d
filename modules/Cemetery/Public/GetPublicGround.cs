using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Public;

/// <summary>One ground for anybody: its sections, its prices, and the plan of one section by rows. A large section comes row by row, so that a telephone opens it at once.</summary>
internal sealed class GetPublicGround(PublicYard yard) : IQuestion<GetPublicGround.Request, GetPublicGround.Reply>
{
    /// <summary>About as many places as a telephone shows without waiting.</summary>
    private const int MostOnPlan = 400;
    private const int MostFree = 12;

    /// <param name="Section">Code of a section; the first with something free where empty.</param>
    /// <param name="Row">First row of the part that is shown.</param>
    public sealed record Request(string Institution, string? Section = null, int? Row = null);

    public sealed record SectionLine(string Code, string Name, string Kind, int Total, int Free, PlaceOffer Offer);

    /// <param name="Exceptions">Who may have a place before a death.</param>
    /// <param name="Papers">What to bring.</param>
    public sealed record Reply(FindPublicGrounds.Row Ground, IReadOnlyList<SectionLine> Sections, PlanPart? Shown, IReadOnlyList<string> Papers, IReadOnlyList<ExceptionLine> Exceptions, int? HoldHours, DateTimeOffset At);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (card, ground) = (await yard.GroundsAsync(ct)).FirstOrDefault(g => g.Card.Id == request.Institution);
        if (card is null) return PublicProblems.NoGround;
        var list = await yard.ListAsync(card.Id, ct);
        var sections = await yard.Sections.Where(s => s.Institution == card.Id).OrderBy(s => s.Ordinal).ThenBy(s => s.Code).ToListAsync(ct);
        var offers = yard.Offers(sections, list, card.Division);
        var row = new FindPublicGrounds.Row(card.Id, card.Name, ground.Nature, PublicWords.Nature(ground.Nature), yard.CountyOf(card.Division), card.Division, card.Address, yard.Distance(card), card.Phone, card.Hours, list?.Basis, list?.From, ground.Note, offers);
        var shown = sections.Find(s => s.Code == request.Section) ?? sections.Find(s => s.Free > 0) ?? sections.FirstOrDefault();
        return new Reply(row, [.. sections.Select(s => new SectionLine(s.Code, s.Name, PublicWords.Kind(s.Kind), s.Total, s.Free, yard.Offer(s.Kind, s.UseItem, s.CareItem, s.Free, list, card.Division)))],
            shown is null ? null : await PlanAsync(shown, request.Row, ct), yard.Papers(card.Division), yard.Exceptions(card.Division),
            yard.Rule("plot.hold", card.Division) is { Unit: "hour" } hold && int.TryParse(hold.Value, out var hours) ? hours : null, yard.Now);
    }

    private async Task<PlanPart> PlanAsync(Section section, int? from, CancellationToken ct)
    {
        var all = yard.Positions.Where(p => p.SectionId == section.Id);
        var first = from ?? await all.MinAsync(p => (int?)p.Row, ct) ?? 1;
        var rows = await all.Where(p => p.Row >= first).OrderBy(p => p.Row).ThenBy(p => p.Layer).ThenBy(p => p.Number).Take(MostOnPlan + 1).Select(p => new { p.Id, p.Code, p.Row, p.Layer, p.Number, p.State }).ToListAsync(ct);
        var cut = rows.Count > MostOnPlan ? rows[^1].Row : (int?)null;
        // a part ends with a whole row, unless one row alone is longer
        if (cut is { } last && rows[0].Row < last) rows.RemoveAll(r => r.Row == last);
        else if (cut is { } only) cut = await all.Where(p => p.Row > only).MinAsync(p => (int?)p.Row, ct);
        var lapsed = await yard.LapsedAsync(section.Institution!, ct);
        var spots = rows.ConvertAll(r => new PlanSpot(r.Code, r.Row, r.Layer, r.Number, lapsed.Contains(r.Id) ? PositionState.Available : r.State));
        var before = await all.Where(p => p.Row < first).OrderByDescending(p => p.Row).ThenByDescending(p => p.Layer).ThenByDescending(p => p.Number).Take(MostOnPlan).Select(p => (int?)p.Row).ToListAsync(ct);
        return new PlanPart(section.Code, section.Name, section.Kind, spots, [.. spots.Where(s => s.State == PositionState.Available).Take(MostFree)], before.Count == 0 ? null : before[^1], cut);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPublicGround, Request, Reply>("/public/cemeteries/{institution}");
}

/// <param name="Layer">0 where there are none.</param>
public sealed record PlanSpot(string Code, int Row, int Layer, int Number, PositionState State);

/// <summary>A part of a section's plan: whole rows.</summary>
/// <param name="Next">First row of the part after this one.</param>
/// <param name="FirstFree">Free places of this part, nearest first: for whoever reads no plan.</param>
public sealed record PlanPart(string Section, string Name, SectionKind Kind, IReadOnlyList<PlanSpot> Spots, IReadOnlyList<PlanSpot> FirstFree, int? Previous, int? Next);
