using System.Globalization;

namespace Anmin.Funeral.Driving;

/// <summary>A track as an svg path without a map: longitude shortened by the cosine of the latitude, so that shapes keep their proportion.</summary>
internal static class TrackSvg
{
    public const int Width = 640;
    public const int Height = 360;
    private const int Edge = 24;

    public static IReadOnlyList<(double X, double Y)> Points(IReadOnlyList<ReplayTrip.Point> track)
    {
        if (track.Count == 0) return [];
        var (south, north, west, east) = (track.Min(p => p.Latitude), track.Max(p => p.Latitude), track.Min(p => p.Longitude), track.Max(p => p.Longitude));
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min((Width - (2 * Edge)) / Math.Max((east - west) * shrink, 1e-6), (Height - (2 * Edge)) / Math.Max(north - south, 1e-6));
        return [.. track.Select(p => (Edge + ((p.Longitude - west) * shrink * scale), Edge + ((north - p.Latitude) * scale)))];
    }

    public static string Path(IReadOnlyList<(double X, double Y)> points)
        => string.Concat(points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{p.X:0.#} {p.Y:0.#}")));

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
