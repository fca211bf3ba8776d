using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Directory;

/// <summary>怎么来: how one comes to an institution by bus and by car, in words.</summary>
internal sealed class RouteText
{
    public required string Institution { get; init; }

    public string? Bus { get; set; }

    public string? Car { get; set; }

    /// <summary>Ways without steps, where to park, which gate.</summary>
    public string? Access { get; set; }

    public string? Services { get; set; }

    public required string Source { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<RouteText>(t =>
    {
        t.ToTable("hotline_route");
        t.HasKey(r => r.Institution);
    });

    public static IPackFile PackFile { get; } = new TablePackFile<RouteText>("directory_routes.csv", 322,
        [
            PackColumn.Refers("institution", "institutions.csv").AsKey(), PackColumn.Text("bus", 200).Optional(), PackColumn.Text("car", 200).Optional(), PackColumn.Text("access", 200).Optional(),
            PackColumn.Text("services", 200).Optional(), PackColumn.Text("source", 200),
        ],
        row => new RouteText { Institution = row["institution"], Bus = row.TextOrNull("bus"), Car = row.TextOrNull("car"), Access = row.TextOrNull("access"), Services = row.TextOrNull("services"), Source = row["source"] })
    {
        WhenGone = (_, _) => Vanished.Removed,
    };
}

/// <summary>Routes in memory.</summary>
internal sealed class RouteBook : IReferencePart
{
    private IReadOnlyDictionary<string, RouteText> routes = new Dictionary<string, RouteText>();

    public RouteText? Of(string institution) => Volatile.Read(ref routes).GetValueOrDefault(institution);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref routes, await db.Set<RouteText>().AsNoTracking().ToDictionaryAsync(r => r.Institution, ct));
}
