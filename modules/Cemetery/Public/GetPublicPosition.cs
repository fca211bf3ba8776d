using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Public;

/// <summary>One place for anybody: what it is, until when, what it costs and how that comes about. Never who rests there.</summary>
internal sealed class GetPublicPosition(PublicYard yard) : IQuestion<GetPublicPosition.Request, GetPublicPosition.Reply>
{
    public sealed record Request(string Institution, string Code);

    /// <param name="Name">乙区6排10号.</param>
    /// <param name="Until">Last day of a term that begins today; null where there is none.</param>
    /// <param name="HoldHours">Null where nothing can be held online.</param>
    public sealed record Reply(
        string Institution, string InstitutionName, string Phone, string Hours, string Code, string Section, string Name, string Kind, string Size, PositionState State, string StateWords,
        PlaceOffer Offer, DateOnly? Until, string? ListBasis, IReadOnlyList<string> Papers, IReadOnlyList<ExceptionLine> Exceptions, int? HoldHours, DateTimeOffset At);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (card, _) = (await yard.GroundsAsync(ct)).FirstOrDefault(g => g.Card.Id == request.Institution);
        if (card is null) return PublicProblems.NoGround;
        if (await yard.Positions.FirstOrDefaultAsync(p => p.Institution == card.Id && p.Code == request.Code, ct) is not { } position
            || await yard.Sections.FirstOrDefaultAsync(s => s.Id == position.SectionId, ct) is not { } section) return PublicProblems.NoPosition;
        var list = await yard.ListAsync(card.Id, ct);
        var offer = yard.Offer(section.Kind, section.UseItem, section.CareItem, section.Free, list, card.Division);
        var state = position.State == PositionState.Held && (await yard.LapsedAsync(card.Id, ct)).Contains(position.Id) ? PositionState.Available : position.State;
        var hold = offer.TotalFen is not null && yard.Rule("plot.hold", card.Division) is { Unit: "hour" } rule && int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : (int?)null;
        return new Reply(card.Id, card.Name, card.Phone, card.Hours, position.Code, section.Code, PositionWords.Of(section.Name, section.Kind, position.Row, position.Layer, position.Number),
            PublicWords.Capacity(section.Kind, position.Capacity) + PublicWords.Stone(section.Kind == SectionKind.Graves ? position.Stone : StoneKind.None), Size(position), state, PublicWords.State(state), offer,
            offer.Years > 0 ? yard.Today.AddYears(offer.Years).AddDays(-1) : null, list?.Basis, yard.Papers(card.Division), yard.Exceptions(card.Division), hold, yard.Now);
    }

    private static string Size(Position position) => position.AreaCm2 is > 0 and { } area ? (area / 10_000m).ToString("0.##", CultureInfo.InvariantCulture) + "平方米" : "";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPublicPosition, Request, Reply>("/public/cemeteries/{institution}/{code}");
}
