using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Grounds;

/// <summary>开放墓位: what was built can be chosen from now on.</summary>
internal sealed class OpenPositions(GroundDesk desk, Reading reading) : IUseCase<OpenPositions.Request, OpenPositions.Reply>
{
    /// <param name="Rows">3, or 1-3; empty for the whole section.</param>
    public sealed record Request(Guid Section, string? Rows = null);

    public sealed record Reply(int Opened);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (first, last) = Rows(request.Rows);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.SectionAsync(request.Section, ct)).Try(out var section, out var problem)) return problem;
        var planned = await desk.Desk.Db.Positions.Where(p => p.SectionId == section.Id && p.State == PositionState.Planned && p.Row >= first && p.Row <= last).ToListAsync(ct);
        if (planned.Count == 0) return GroundsProblems.NothingToOpen;
        foreach (var position in planned) position.Open();
        section.Tell("positions.opened", new { planned.Count, rows = request.Rows?.Trim() });
        return new Reply(planned.Count);
    }

    private (int First, int Last) Rows(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return (0, int.MaxValue);
        var ends = text.Split(['-', '－', '—', '至', '到'], StringSplitOptions.TrimEntries).Select(Figures.Whole).ToList();
        if (ends is [{ } one] && one > 0) return (one, one);
        if (ends is [{ } from, { } to] && from > 0 && from <= to) return (from, to);
        reading.Refuse(GroundsProblems.RowsWrong);
        return default;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenPositions, Request, Reply>("/cemeteries/positions/open");
}

/// <summary>停用墓位 where nobody has it: 整改, 塌陷, 预留道路.</summary>
internal sealed class BlockPosition(GroundDesk desk, Reading reading) : IUseCase<BlockPosition.Request, Done>
{
    public sealed record Request(Guid Position, string? Reason);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停用原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.PositionAsync(request.Position, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.Position.Block(reason!).Try(out var done, out problem)) return problem;
        opened.Section.Tell("position.blocked", new { opened.Position.Code, reason });
        return done;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<BlockPosition, Request, Done>("/cemeteries/positions/block");
}

/// <summary>恢复墓位.</summary>
internal sealed class UnblockPosition(GroundDesk desk, Reading reading) : IUseCase<UnblockPosition.Request, Done>
{
    public sealed record Request(Guid Position, string? Reason);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "恢复原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.PositionAsync(request.Position, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Position.State != PositionState.Blocked) return GroundsProblems.NotBlocked;
        if (!opened.Position.Open().Try(out var done, out problem)) return problem;
        opened.Section.Tell("position.unblocked", new { opened.Position.Code, reason });
        return done;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<UnblockPosition, Request, Done>("/cemeteries/positions/unblock");
}
