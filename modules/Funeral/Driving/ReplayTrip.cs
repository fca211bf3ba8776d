using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Driving;

/// <summary>行程回放: the steps, the track, and three ways of counting kilometres beside each other.</summary>
internal sealed class ReplayTrip(CaseFile file, OrderDesk orders, Distances distances, Who who) : IQuestion<ReplayTrip.Request, ReplayTrip.Reply>
{
    /// <summary>Coarser than this says nothing about the way, metres.</summary>
    private const int Coarse = 200;

    public sealed record Request(Guid OrderId);

    /// <param name="ByPositions">Kilometres along the positions; null without at least two.</param>
    /// <param name="ByOdometer">Kilometres by the dial.</param>
    /// <param name="ToBill">Kilometres there and back by the suggested distance: what an estimate counts.</param>
    /// <param name="Differs">The largest of the three exceeds the smallest by more than the pack's tolerance.</param>
    public sealed record Reply(
        Guid OrderId, Guid CaseId, string Number, string Vehicle, string Crew, PickupStatus Status, int Run, IReadOnlyList<Step> Steps, IReadOnlyList<Point> Track, decimal? ByPositions, int? ByOdometer, decimal? ToBill, bool Differs, int Tolerance, IReadOnlyList<Picture> Pictures, string? SignedBy, string? Receiver);

    public sealed record Step(int Run, TripAct Act, DateTimeOffset At, DateTimeOffset? DeviceAt, DateTimeOffset ServerAt, string By, string Vehicle);

    public sealed record Point(DateTimeOffset At, double Latitude, double Longitude, int? Accuracy);

    public sealed record Picture(Guid Id, AttachmentKind Kind, DateTimeOffset TakenAt, string By, int Size, string Hash);

    public Permission Permission => FuneralPermissions.ReadTrips;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await orders.OpenAsync(request.OrderId, ct)).Try(out var found, out var problem)) return problem;
        var (c, o) = found;
        var steps = await file.Db.TripSteps.AsNoTracking().Where(s => s.OrderId == o.Id).OrderBy(s => s.Run).ThenBy(s => s.At).ThenBy(s => s.Id).ToListAsync(ct);
        var track = await file.Db.TripPositions.AsNoTracking().Where(p => p.OrderId == o.Id && p.Run == o.Run).OrderBy(p => p.At).Take(5000).ToListAsync(ct);
        var pictures = await file.Db.TripAttachments.AsNoTracking().Where(a => a.OrderId == o.Id).OrderBy(a => a.TakenAt).Select(a => new Picture(a.Id, a.Kind, a.TakenAt, a.By, a.Size, a.Hash)).ToListAsync(ct);
        var names = await who.PlacesAsync(steps.Select(s => s.Vehicle).Append(o.Vehicle ?? ""), ct);
        var byPositions = Along([.. track.Where(p => p.Accuracy is null or <= Coarse)]);
        var byDial = o.OdometerEnd - o.OdometerStart;
        var toBill = o.SuggestedDistance is { } tenths ? decimal.Ceiling(tenths / 5m) : (decimal?)null;
        var tolerance = (int)distances.Number("pickup.distance.tolerance", c.Division, 20m);
        return new Reply(o.Id, c.Id, o.Number, o.Vehicle is null ? "—" : names.GetValueOrDefault(o.Vehicle, o.Vehicle), $"{who.Name(o.Driver)}、{who.Name(o.SecondCrew)}", o.Status, o.Run,
            [.. steps.Select(s => new Step(s.Run, s.Act, s.At, s.DeviceAt, s.ServerAt, who.Name(s.By), names.GetValueOrDefault(s.Vehicle, s.Vehicle)))],
            [.. track.Select(p => new Point(p.At, p.Latitude, p.Longitude, p.Accuracy))], byPositions, byDial, toBill, Differ([byPositions, byDial, toBill], tolerance), tolerance, pictures, o.SignedBy, o.Receiver is null ? null : who.Name(o.Receiver));
    }

    public static decimal? Along(IReadOnlyList<TripPosition> track)
        => track.Count < 2 ? null : decimal.Round((decimal)track.Zip(track.Skip(1), (a, b) => Distances.Kilometres(new(a.Latitude, a.Longitude), new(b.Latitude, b.Longitude))).Sum(), 1);

    /// <summary>At least two counts, and the largest more than <paramref name="percent"/> and three kilometres over the smallest.</summary>
    public static bool Differ(IReadOnlyList<decimal?> counts, int percent)
    {
        var known = counts.OfType<decimal>().ToList();
        return known.Count > 1 && known.Max() - known.Min() > Math.Max(3m, known.Min() * percent / 100m);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<ReplayTrip, Request, Reply>("/trips/replay");
}
