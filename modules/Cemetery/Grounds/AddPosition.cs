using Anmin.Cemetery.Burials;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Grounds;

/// <summary>加一个墓位, by hand. It is not open yet.</summary>
internal sealed class AddPosition(GroundDesk desk, Reading reading) : IUseCase<AddPosition.Request, AddPosition.Reply>
{
    /// <param name="Area">㎡.</param>
    /// <param name="X">cm to the east and north of the section's corner; both or none.</param>
    public sealed record Request(
        Guid Section, string? Row, string? Layer, string? Number, string? Capacity, StoneKind Stone = StoneKind.None, string? Area = null, string? StoneHeight = null, string? Hardened = null, bool ForBody = false,
        string? X = null, string? Y = null, string? Turn = null);

    public sealed record Reply(Guid Position, string Code);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var measures = reading.Measures(request.Capacity, request.Stone, request.Area, request.StoneHeight, request.Hardened, request.ForBody, request.X, request.Y, request.Turn);
        var spot = new Spot(reading.Whole(request.Row, nameof(request.Row), "排", 1, 9999) ?? 0, reading.Whole(request.Layer, nameof(request.Layer), "层", 1, 60, false) ?? 0, reading.Whole(request.Number, nameof(request.Number), "号", 1, 9999) ?? 0,
            measures.X, measures.Y, measures.AreaCm2 ?? 0);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.SectionAsync(request.Section, ct)).Try(out var section, out var problem)) return problem;
        if (GroundDesk.Layers(section.Kind, spot.Layer) is { } layers) return layers with { Field = nameof(request.Layer) };
        var taken = await desk.SpotsAsync(section.Id, null, ct);
        if (taken.Has(spot)) return CemeteryProblems.PositionTwice with { Field = nameof(request.Number) };
        if (taken.Under(spot) is { } under) return GroundsProblems.Spots([under.Words]) with { Field = nameof(request.X) };
        var position = GroundDesk.New(section, spot, measures, desk.Desk.By);
        desk.Desk.Db.Add(position);
        section.Tell("position.added", new { position.Code });
        return new Reply(position.Id, position.Code);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AddPosition, Request, Reply>("/cemeteries/positions");
}

/// <summary>改墓位: measured again, or moved on the plan. Its number stays.</summary>
internal sealed class ChangePosition(GroundDesk desk, Reading reading) : IUseCase<ChangePosition.Request, Done>
{
    public sealed record Request(
        Guid Position, string? Capacity, StoneKind Stone = StoneKind.None, string? Area = null, string? StoneHeight = null, string? Hardened = null, bool ForBody = false, string? X = null, string? Y = null, string? Turn = null);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var measures = reading.Measures(request.Capacity, request.Stone, request.Area, request.StoneHeight, request.Hardened, request.ForBody, request.X, request.Y, request.Turn);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.PositionAsync(request.Position, ct)).Try(out var opened, out var problem)) return problem;
        var (position, section) = opened;
        if (await desk.Desk.Db.Interments.CountAsync(i => i.PositionId == position.Id && i.RemovedOn == null, ct) > measures.Capacity) return GroundsProblems.CapacityShort;
        var spot = new Spot(position.Row, position.Layer, position.Number, measures.X, measures.Y, measures.AreaCm2 ?? 0);
        if ((await desk.SpotsAsync(section.Id, position.Id, ct)).Under(spot) is { } under) return GroundsProblems.Spots([under.Words]) with { Field = nameof(request.X) };
        position.Measure(measures);
        section.Tell("position.changed", new { position.Code, measures });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangePosition, Request, Done>("/cemeteries/positions/change");
}
