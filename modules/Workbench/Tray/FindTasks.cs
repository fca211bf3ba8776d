using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Workbench.Tray;

/// <summary>任务托盘: one's own long work, what is open first.</summary>
internal sealed class FindTasks(ITaskTray tray) : IQuestion<FindTasks.Request, FindTasks.Reply>
{
    private const int Most = 50;

    public sealed record Request;

    public sealed record Reply(IReadOnlyList<TrayLine> Lines, int Open);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var lines = await tray.LinesAsync(Most, ct);
        return new Reply(lines, lines.Count(l => l.State is TrayState.Waiting or TrayState.Running));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindTasks, Request, Reply>("/tasks");
}

/// <summary>How much of it is open, for the top bar.</summary>
internal sealed class CountTasks(ITaskTray tray) : IQuestion<CountTasks.Request, CountTasks.Reply>
{
    public sealed record Request;

    public sealed record Reply(int Open);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => new Reply(await tray.OpenAsync(ct));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<CountTasks, Request, Reply>("/tasks/open");
}
