using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Monitoring;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration.Monitoring;

/// <summary>服务监控: every server seen lately, the database, and what waits. The same facts as /health/deps; no secret, no name of a person.</summary>
internal sealed class GetHealth(AnminDb db, IVitals vitals, SettingBook settings, Reference reference, TimeProvider clock) : IQuestion<GetHealth.Request, GetHealth.Reply>
{
    public sealed record Request;

    /// <param name="Silent">True when it has not reported for a minute.</param>
    /// <param name="DiskLow">Less left than the parameter 磁盘剩余提醒线 says.</param>
    public sealed record Node(string Name, string Version, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Silent, bool Own, long Memory, long? DiskFree, long? DiskTotal, bool DiskLow, double AnswersPerMinute, double FaultsPerMinute, double MeanMilliseconds);

    /// <param name="Kind"><c>SQLite</c> or <c>PostgreSQL</c>.</param>
    public sealed record Database(string Kind, string Version, long Bytes);

    public sealed record Reply(DateTimeOffset At, IReadOnlyList<Node> Nodes, Database Database, IReadOnlyList<Dependency> Dependencies, string City, int PackVersion, long Open);

    public Permission Permission => IdentityPermissions.ReadHealth;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var least = settings.Number(AdminSettings.DiskLeft);
        var nodes = await db.Set<NodeSeen>().AsNoTracking().OrderByDescending(n => n.SeenAt).ToListAsync(ct);
        return new Reply(now, [.. nodes.Select(n => NodeOf(n, now, least))], await DatabaseAsync(ct), await vitals.DependenciesAsync(db, ct), reference.Now.City.City, reference.Now.City.Version, vitals.Read().Open);
    }

    private static Node NodeOf(NodeSeen n, DateTimeOffset now, long least) => new(n.Name, n.Version, n.StartedAt, n.SeenAt, now - n.SeenAt > Beat.Silent, n.Name == Beat.Own, n.Memory, n.DiskFree, n.DiskTotal,
        n is { DiskFree: { } free, DiskTotal: > 0 and var total } && free * 100 < total * least, n.AnswersPerMinute, n.FaultsPerMinute, n.MeanMilliseconds);

    private async Task<Database> DatabaseAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = db.Database.GetDbConnection();
            var size = connection.CreateCommand();
            await using var disposed = size.ConfigureAwait(false);
            size.CommandText = db.Kind == DatabaseKind.Postgres ? "select pg_database_size(current_database())" : "select page_count * page_size from pragma_page_count(), pragma_page_size()";
            var bytes = Convert.ToInt64(await size.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
            return new(db.Kind == DatabaseKind.Postgres ? "PostgreSQL" : "SQLite", connection.ServerVersion, bytes);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetHealth, Request, Reply>("/server-health");
}
