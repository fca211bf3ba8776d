using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Sessions;

/// <summary>在线用户: who is signed in just now, from where. Newest first, paged by key.</summary>
internal sealed class FindSessions(AnminDb db, IStaffDirectory staff) : IQuestion<FindSessions.Request, FindSessions.Reply>
{
    public const int PageSize = 50;

    /// <param name="Who">Id or name of the person, or a piece of the address.</param>
    /// <param name="Before">Id of the last row seen.</param>
    public sealed record Request(string? Who = null, Guid? Before = null);

    public sealed record Row(Guid Id, string StaffId, string Name, string Post, string? Institution, DateTimeOffset BeganAt, DateTimeOffset LastSeenAt, string Methods, string Device, string Agent);

    /// <param name="Next">For the next page's <c>Before</c>; null on the last.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next, int People, int Sessions);

    public Permission Permission => IdentityPermissions.ReadSessions;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var open = db.Set<Session>().AsNoTracking().Where(s => s.EndedAt == null);
        var (people, sessions) = (await open.Select(s => s.StaffId).Distinct().CountAsync(ct), await open.CountAsync(ct));
        if (!string.IsNullOrWhiteSpace(request.Who))
        {
            var who = request.Who.Trim();
            // names are in memory, not in this table: whoever is signed in and is called so
            var named = (await open.Select(s => s.StaffId).Distinct().ToListAsync(ct)).Where(id => id == who || staff.Find(id)?.Name.Contains(who, StringComparison.Ordinal) == true).ToList();
            open = open.Where(s => named.Contains(s.StaffId) || s.Device.Contains(who));
        }
        if (request.Before is { } before) open = open.Where(s => s.Id.CompareTo(before) < 0);
        var page = await open.OrderByDescending(s => s.Id).Take(PageSize + 1).ToListAsync(ct);
        var next = page.Count > PageSize ? page[PageSize - 1].Id : (Guid?)null;
        return new Reply([.. page.Take(PageSize).Select(RowOf)], next, people, sessions);
    }

    private Row RowOf(Session s)
    {
        var person = staff.Find(s.StaffId);
        return new(s.Id, s.StaffId, person?.Name ?? s.StaffId, person?.Post ?? "", person?.InstitutionName, s.BeganAt, s.LastSeenAt, s.Methods, s.Device, s.Agent);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSessions, Request, Reply>("/sessions");
}
