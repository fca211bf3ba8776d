using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Groups.Planning;

/// <summary>延期, as the weather asks for it: everybody moves along and is told; without a day yet, they are told to wait.</summary>
internal sealed class PostponeGroup(GroupDesk groups, GroupNotices notices, Reading reading) : IUseCase<PostponeGroup.Request, PostponeGroup.Reply>
{
    /// <param name="To">Empty while nobody knows the day.</param>
    public sealed record Request(Guid Group, string? To, string? Reason);

    public sealed record Reply(int Told);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var to = reading.Instant(request.To, nameof(request.To), "新的出发时间", required: false);
        var reason = reading.Text(request.Reason, nameof(request.Reason), "延期原因", 100);
        if (reading.Problem is { } bad) return bad;
        if (!(await groups.OpenAsync(request.Group, ct)).Try(out var group, out var problem)) return problem;
        var was = group.DepartsAt;
        var days = to is { } day ? groups.DayOf(day).DayNumber - groups.DayOf(was).DayNumber : 0;
        if (!group.Postpone(to, days, reason!, groups.Desk.Now).Try(out _, out problem)) return problem;
        return new Reply(await notices.MovedAsync(group, was, await groups.LivingAsync(group.Id, ct), ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PostponeGroup, Request, Reply>("/cemetery/groups/postpone");
}

/// <summary>取消一批: all sign-ups end, and everybody is told. The ashes stay where they are.</summary>
internal sealed class CancelGroup(GroupDesk groups, GroupNotices notices, Reading reading) : IUseCase<CancelGroup.Request, PostponeGroup.Reply>
{
    public sealed record Request(Guid Group, string? Reason);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<PostponeGroup.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "取消原因", 100);
        if (reading.Problem is { } bad) return bad;
        if (!(await groups.OpenAsync(request.Group, ct)).Try(out var group, out var problem)) return problem;
        var living = await groups.LivingAsync(group.Id, ct);
        if (!group.Cancel(reason!).Try(out _, out problem)) return problem;
        foreach (var seat in living)
            if (!seat.Withdraw("批次取消").Try(out _, out problem)) return problem;
        return new PostponeGroup.Reply(await notices.CancelledAsync(group, living, ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelGroup, Request, PostponeGroup.Reply>("/cemetery/groups/cancel");
}
