using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Preparation;

/// <summary>What the three steps of a preparer share: the order with its case, within reach.</summary>
internal sealed class PreparationDesk(CaseFile file, IBookings bookings)
{
    public async Task<Outcome<(DeathCase Case, PreparationOrder Order)>> OpenAsync(Guid orderId, CancellationToken ct)
    {
        var order = await file.Db.Preparations.SingleOrDefaultAsync(o => o.Id == orderId, ct);
        if (order is null) return KernelProblems.NotFound;
        return (await file.OpenAsync(order.CaseId, ct)).Try(out var opened, out var problem) ? (opened, order) : problem;
    }

    /// <summary>The room's booking follows the work; one that lapsed or was moved away is no reason to stop.</summary>
    public async Task FollowAsync(PreparationOrder order, CancellationToken ct)
    {
        if (order.Booking is not { } booking) return;
        if (order.State == PreparationState.Started) await bookings.UseAsync(booking, ct);
        else if (order.State == PreparationState.Finished) await bookings.ReleaseAsync(booking, ct);
        else if (order.State == PreparationState.Cancelled) await bookings.CancelAsync(booking, "停止整理", ct);
    }
}

/// <summary>开始整理: the tag is scanned, the body is in the room.</summary>
internal sealed class StartPreparation(CaseFile file, Reading reading, PreparationDesk desk) : IUseCase<StartPreparation.Request, Done>
{
    /// <param name="Protection">What was worn against infection; needed for infectious remains.</param>
    public sealed record Request(Guid OrderId, string? Tag, string? Protection);

    public Permission Permission => FuneralPermissions.Prepare;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var tag = reading.Text(request.Tag, nameof(request.Tag), "腕带", 40);
        var protection = reading.Text(request.Protection, nameof(request.Protection), "防护措施", 200, required: false) ?? "";
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.OrderId, ct)).Try(out var at, out var problem)) return problem;
        if (!string.Equals(at.Case.Remains!.Tag, tag, StringComparison.OrdinalIgnoreCase)) return FuneralProblems.TagMismatch;
        if (at.Case.Remains.Place != BodyPlace.InPreparation) return PreparationProblems.NotInRoom;
        if (!at.Order.Start(protection, file.By.Id, file.Now).Try(out _, out problem)) return problem;
        await desk.FollowAsync(at.Order, ct);
        return at.Case.NoteWork("preparation.started", new { at.Order.Number, at.Order.Kind });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StartPreparation, Request, Done>("/preparations/start");
}

/// <summary>结束整理: what was used.</summary>
internal sealed class FinishPreparation(CaseFile file, Reading reading, PreparationDesk desk) : IUseCase<FinishPreparation.Request, Done>
{
    public sealed record Request(Guid OrderId, string? Materials);

    public Permission Permission => FuneralPermissions.Prepare;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var materials = reading.Text(request.Materials, nameof(request.Materials), "用品", 300);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.OrderId, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Order.Finish(materials!, file.By.Id, file.Now).Try(out _, out problem)) return problem;
        await desk.FollowAsync(at.Order, ct);
        return at.Case.NoteWork("preparation.finished", new { at.Order.Number, at.Order.Kind });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FinishPreparation, Request, Done>("/preparations/finish");
}

/// <summary>停止整理: not begun yet, and not wanted any more.</summary>
internal sealed class CancelPreparation(Reading reading, PreparationDesk desk) : IUseCase<CancelPreparation.Request, Done>
{
    public sealed record Request(Guid OrderId, string? Reason);

    public Permission Permission => FuneralPermissions.OrderPreparation;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停止原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.OrderId, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Order.Cancel(reason!).Try(out _, out problem)) return problem;
        await desk.FollowAsync(at.Order, ct);
        return at.Case.NoteWork("preparation.cancelled", new { at.Order.Number });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelPreparation, Request, Done>("/preparations/cancel");
}
