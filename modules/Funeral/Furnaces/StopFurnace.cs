using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Furnaces;

/// <summary>登记火化机停用检修. A time that is booked for a body is refused with the sentence that says so: it must be moved first.</summary>
internal sealed class StopFurnace(CaseFile file, Reading reading, IBookings bookings) : IUseCase<StopFurnace.Request, StopFurnace.Reply>
{
    /// <param name="From">Local date and time; now when empty.</param>
    public sealed record Request(string Cremator, StopKind Kind, string? From, string? Until, string? Reason);

    public sealed record Reply(Guid StopId);

    public Permission Permission => FuneralPermissions.RecordMaintenance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var from = reading.Instant(request.From, nameof(request.From), "停用开始时间", required: false) ?? file.Now;
        var until = reading.Instant(request.Until, nameof(request.Until), "预计恢复时间");
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停用原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (await file.Db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Cremator && r.Kind == ResourceKind.Cremator, ct) is not { } furnace || !file.Reaches(furnace.Institution)) return KernelProblems.NotFound;
        if (from <= file.Now && await file.Db.Cremations.AnyAsync(c => c.Cremator == furnace.Id && c.FinishedAt == null, ct)) return FurnaceProblems.Running(furnace.Name);
        if (!FurnaceStop.Begin(furnace.Institution, furnace.Id, request.Kind, from, until!.Value, reason!, file.By.Id, file.Now).Try(out var stop, out var problem)) return problem;
        if (!(await bookings.BookAsync(new BookingWish(stop.Id, FurnaceDesk.Maintenance, [new(furnace.Id, from, until.Value)]) { Fixed = true, Note = reason }, ct)).Try(out var made, out problem)) return problem;
        stop.KeepBy(made[0].Id);
        file.Db.Add(stop);
        return new Reply(stop.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StopFurnace, Request, Reply>("/furnaces/stops");
}

/// <summary>检修结束，恢复使用: what was done, and the rest of the time is free again.</summary>
internal sealed class ReopenFurnace(CaseFile file, Reading reading, IBookings bookings) : IUseCase<ReopenFurnace.Request, Done>
{
    public sealed record Request(Guid StopId, string? Result);

    public Permission Permission => FuneralPermissions.RecordMaintenance;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var result = reading.Text(request.Result, nameof(request.Result), "检修结果", 300);
        if (reading.Problem is { } bad) return bad;
        if (await file.Db.FurnaceStops.SingleOrDefaultAsync(s => s.Id == request.StopId, ct) is not { } stop || !file.Reaches(stop.Institution)) return KernelProblems.NotFound;
        if (!stop.End(result!, file.By.Id, file.Now).Try(out _, out var problem)) return problem;
        return (await bookings.OfSubjectAsync(stop.Id, ct)).FirstOrDefault(b => b.State is BookingState.Confirmed or BookingState.InUse) is { } kept
            ? kept.From > file.Now ? await bookings.CancelAsync(kept.Id, "检修取消", ct) : await bookings.ReleaseAsync(kept.Id, ct)
            : Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReopenFurnace, Request, Done>("/furnaces/stops/end");
}
