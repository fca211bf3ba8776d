using Anmin.Contracts.Notifications;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Portal;

/// <summary>统一门户: what somebody may open, how much waits there, who they are here, and when they last came.</summary>
internal sealed class GetPortal(AnminDb db, Areas areas, CurrentActor current, CurrentSession session, IMessageArchive messages, INoticeBoard board, IServiceProvider services) : IQuestion<GetPortal.Request, GetPortal.Reply>
{
    /// <param name="Q">Only tiles whose name or heading has these characters.</param>
    public sealed record Request(string? Q = null);

    /// <param name="Waiting">Things to do there; null where nothing is counted.</param>
    public sealed record Tile(string Href, string Label, string Icon, int? Waiting);

    public sealed record Group(string Title, IReadOnlyList<Tile> Tiles);

    /// <param name="Device">Address, and the device's own name where it gave one.</param>
    public sealed record Entrance(DateTimeOffset At, string Device);

    /// <param name="Unread">Messages not yet read.</param>
    public sealed record Reply(string Name, string Post, string? Institution, IReadOnlyList<Group> Groups, int Waiting, Entrance? Before, bool FindsCases, int Unread, IReadOnlyList<NoticeLine> Notices);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var actor = current.Actor;
        var mine = areas.Mine().ToList();
        var wanted = request.Q?.Trim() is { Length: > 0 } q ? mine.Where(e => Matches(e, q)) : mine;
        var groups = new List<Group>();
        foreach (var group in wanted.GroupBy(Heading).OrderBy(g => g.Min(e => Areas.RankOf(e.Href))).ThenBy(g => g.Min(e => e.Order)))
        {
            var tiles = new List<Tile>();
            foreach (var entry in group)
            {
                current.ActUnder(entry.Permission);
                tiles.Add(new(entry.Href, entry.Label, entry.Icon, entry.Count is null ? null : await entry.Count(services, ct)));
            }
            groups.Add(new(group.Key, tiles));
        }
        return new Reply(actor.Name, actor.Post, actor.InstitutionName, groups, groups.Sum(g => g.Tiles.Sum(t => t.Waiting ?? 0)), await BeforeAsync(actor.Id, ct), mine.Any(e => e.Href == "/work/cases"), await messages.UnreadAsync(actor.Id, ct), await board.ForAsync(actor, 5, ct));
    }

    /// <summary>Administrators' pages stand below their own headings, the rest below their area.</summary>
    private static string Heading(MenuEntry entry) => entry.OfAdmin ? "系统管理 · " + (entry.Group ?? "其他") : Areas.NameOf(entry.Href);

    private static bool Matches(MenuEntry entry, string q) => entry.Label.Contains(q, StringComparison.OrdinalIgnoreCase) || Heading(entry).Contains(q, StringComparison.OrdinalIgnoreCase);

    private async Task<Entrance?> BeforeAsync(string staff, CancellationToken ct)
    {
        var now = session.Session?.Id ?? Guid.Empty;
        return await db.Set<Session>().AsNoTracking().Where(s => s.StaffId == staff && s.Id != now).OrderByDescending(s => s.BeganAt).Select(s => new Entrance(s.BeganAt, s.Device)).FirstOrDefaultAsync(ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPortal, Request, Reply>("/portal");
}
