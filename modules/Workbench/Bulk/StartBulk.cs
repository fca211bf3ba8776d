using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Bulk;

/// <summary>批量办理: the rows are noted with their order; each is then done by itself, as its asker, by the use case that does it to one.</summary>
internal sealed class StartBulk(BulkDesk desk, CommandContext context) : IUseCase<StartBulk.Request, StartBulk.Reply>
{
    public sealed record Request(string? Action, IReadOnlyList<Guid>? Rows, IReadOnlyDictionary<string, string>? Values);

    public sealed record Reply(Guid RunId, int Total);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (desk.Choose(request.Action, out var action) is { } refused) return refused;
        if (!(await desk.PickAsync(action, request.Rows, ct)).Try(out var found, out var problem)) return problem;
        var fields = await action.FieldsAsync(ct);
        var values = BulkDesk.Only(fields, request.Values);
        if (PreviewBulk.Missing(fields, values) is { } missing) return missing;
        var open = await desk.Db.BulkRuns.CountAsync(r => r.Person == desk.By.Id && (r.State == BulkRunState.Waiting || r.State == BulkRunState.Running || r.State == BulkRunState.Undoing), ct);
        if (open >= desk.OpenMost) return BulkProblems.TooManyOpen(desk.OpenMost);
        var run = BulkRun.Ask(action.Action, action.Title, action.Unit, desk.Seal(values), found.Count, desk.By, desk.By.ReachOf(action.Permission), desk.Now);
        context.About(run.Id, $"批量{action.Title}，{found.Count}{action.Unit}");
        desk.Db.Add(run);
        desk.Db.AddRange(found.Select((f, i) => new BulkLine { RunId = run.Id, Seq = i + 1, Subject = f.Id, Number = f.Number, Href = f.Href }));
        return new Reply(run.Id, found.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StartBulk, Request, Reply>("/bulk");
}

/// <summary>停下: what waits is not done; what was done stays done.</summary>
internal sealed class StopBulk(BulkDesk desk) : IUseCase<StopBulk.Request, Done>
{
    public sealed record Request(Guid RunId);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
        => await desk.OwnAsync(request.RunId, ct) is { } run ? run.Stop(desk.Now, desk.UndoUntil(run.Action)) : KernelProblems.NotFound;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StopBulk, Request, Done>("/bulk/stop");
}

/// <summary>撤销: every row that was done is taken back, the last one first; those changed since are left and said.</summary>
internal sealed class UndoBulk(BulkDesk desk, CommandContext context) : IUseCase<UndoBulk.Request, Done>
{
    public sealed record Request(Guid RunId);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.OwnAsync(request.RunId, ct) is not { } run) return KernelProblems.NotFound;
        context.About(run.Id, $"撤销批量{run.Title}，{run.Good}{run.Unit}");
        return run.Undo(desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<UndoBulk, Request, Done>("/bulk/undo");
}
