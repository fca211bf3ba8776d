using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Rules;

namespace Anmin.Funeral.Transport;

/// <summary>
/// Suggested distances where no map service is configured: great circle times the city's detour factor, between institutions with coordinates.
/// A place of death stands where the institution that reported it stands, else where one of its town does; without either it is not known.
/// </summary>
internal sealed class Distances(CaseFile file, IInstitutionDirectory institutions)
{
    private static readonly string[] Kinds = ["hospital", "police", "township", "village", "columbarium", "cemetery", "bureau", "funeral-home"];

    public sealed record Point(double Latitude, double Longitude);

    /// <summary>Kilometres one way by road, to a tenth; null where either end has no coordinates.</summary>
    public decimal? Road(string home, string division, string? origin)
    {
        if (Of(file.Institution(home)) is not { } from || PlaceOf(division, origin) is not { } to) return null;
        return decimal.Round((decimal)Kilometres(from, to) * Number("pickup.detour", division, 100m) / 100m, 1);
    }

    /// <summary>Minutes for a way of so many kilometres; the pack's own time for an unknown one.</summary>
    public TimeSpan Drive(decimal? kilometres, string division)
        => TimeSpan.FromMinutes(Math.Ceiling((double)(kilometres is { } km ? km / Number("pickup.speed", division, 40m) * 60m : Number("pickup.drive.unknown", division, 60m))));

    public TimeSpan OnSite(string division) => TimeSpan.FromMinutes((double)Number("pickup.onsite", division, 30m));

    /// <summary>A number of the pack's rules; <paramref name="fallback"/> where it has none, for this is a suggestion and no right of anybody's.</summary>
    public decimal Number(string key, string division, decimal fallback)
        => file.Rules.Find(key, division, file.Today).Try(out var rule, out _) && decimal.TryParse(rule.Value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value) && value > 0 ? value : fallback;

    public Point? PlaceOf(string division, string? origin)
    {
        if (origin is not null && file.Institution(origin) is { Kind: "hospital" or "police" } reporter && Of(reporter) is { } there) return there;
        if (division.Length < 9) return null;
        return Kinds.SelectMany(k => institutions.OfKind(k, division[..9])).Select(Of).FirstOrDefault(p => p is not null);
    }

    /// <summary>Great circle on a sphere of 6371 km (haversine).</summary>
    public static double Kilometres(Point a, Point b)
    {
        var (lat, lon) = (Radians(b.Latitude - a.Latitude), Radians(b.Longitude - a.Longitude));
        var h = Math.Pow(Math.Sin(lat / 2), 2) + (Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * Math.Pow(Math.Sin(lon / 2), 2));
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static Point? Of(InstitutionCard? card) => card is { Latitude: { } lat, Longitude: { } lon } ? new(lat, lon) : null;
}
