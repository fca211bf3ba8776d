using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Reception;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Resources;

/// <summary>What a form offers to choose from in one home: vehicles, places for a body, furnaces, niches, colleagues.</summary>
internal sealed class FindSpots(CaseFile file, Places places, IRestingPlaces niches, IStaffDirectory staff) : IQuestion<FindSpots.Request, IReadOnlyList<FindSpots.Spot>>
{
    private const int Most = 80;

    /// <param name="Kind">vehicle, arrival, within, cremator, niche, crew, operator, preparation, preparer or witness.</param>
    public sealed record Request(string Institution, string Kind);

    /// <param name="Note">Why not now, or what it is; null for nothing to say.</param>
    public sealed record Spot(string Id, string Name, string? Note = null);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<IReadOnlyList<Spot>>> HandleAsync(Request request, CancellationToken ct) => !file.Reaches(request.Institution) ? KernelProblems.NotFound : request.Kind switch
    {
        "vehicle" => await OfAsync(request.Institution, [ResourceKind.Vehicle], ct),
        "arrival" => await ArrivalAsync(request.Institution, [ResourceKind.Receiving], ct),
        "within" => await ArrivalAsync(request.Institution, [ResourceKind.Receiving, ResourceKind.Preparation, ResourceKind.Hall, ResourceKind.FurnaceQueue], ct),
        "cremator" => await OfAsync(request.Institution, [ResourceKind.Cremator], ct),
        "niche" => (await niches.FreeNichesAsync(request.Institution, Most, ct)).Select(n => new Spot(n.Code, n.Name)).ToList(),
        "crew" => Colleagues(request.Institution, FuneralPermissions.RecordPickup, others: false),
        "operator" => Colleagues(request.Institution, FuneralPermissions.StartCremation, others: true),
        "preparation" => await OfAsync(request.Institution, [ResourceKind.Preparation], ct),
        "preparer" => Colleagues(request.Institution, FuneralPermissions.Prepare, others: false),
        "witness" => Colleagues(request.Institution, null, others: true),
        _ => FuneralProblems.FilterUnknown with { Field = nameof(request.Kind) },
    };

    private async Task<List<Spot>> OfAsync(string home, ResourceKind[] kinds, CancellationToken ct)
        => await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && kinds.Contains(r.Kind)).OrderBy(r => r.Id).Take(Most).Select(r => new Spot(r.Id, r.Name, null)).ToListAsync(ct);

    /// <summary>Rooms first, then free boxes.</summary>
    private async Task<List<Spot>> ArrivalAsync(string home, ResourceKind[] rooms, CancellationToken ct)
        => [.. await OfAsync(home, rooms, ct), .. (await places.FreeBoxesAsync(home, Most, ct)).Select(b => new Spot(b.Id, "冷藏柜 " + b.Name, "空"))];

    private List<Spot> Colleagues(string home, Permission? may, bool others)
        => [.. staff.OfInstitution(home).Where(s => (!others || s.Id != file.By.Id) && (may is null || staff.ActorOf(s.Id)?.May(may) is true)).Take(Most).Select(s => new Spot(s.Id, s.Name, s.Post))];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSpots, Request, IReadOnlyList<Spot>>("/spots");
}

internal static class SpotChoices
{
    public static IReadOnlyList<Anmin.Ui.Forms.Choice> Choices(this IReadOnlyList<FindSpots.Spot>? spots, string first = "请选择")
        => [new("", first), .. (spots ?? []).Select(s => new Anmin.Ui.Forms.Choice(s.Id, s.Note is null ? s.Name : $"{s.Name}（{s.Note}）"))];
}
