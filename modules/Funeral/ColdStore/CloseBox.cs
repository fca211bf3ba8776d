using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.ColdStore;

/// <summary>停用冷藏柜: a booking for maintenance, so that boards, forecast and moves all see the same.</summary>
internal sealed class CloseBox(CaseFile file, Reading reading, IBookings bookings) : IUseCase<CloseBox.Request, CloseBox.Reply>
{
    /// <param name="Until">City time, when it is expected back.</param>
    public sealed record Request(string? Box, string? Until, string? Reason);

    public sealed record Reply(Guid Closure);

    public Permission Permission => FuneralPermissions.RecordMaintenance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停用原因", 200);
        var until = reading.Instant(request.Until, nameof(request.Until), "预计恢复时间");
        if (until <= file.Now) reading.Refuse(ColdStoreProblems.UntilPast);
        if (reading.Problem is { } bad) return bad;
        var box = await file.Db.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Box && r.Kind == ResourceKind.ColdBox, ct);
        if (box is null) return ColdStoreProblems.BoxUnknown;
        if (!file.Reaches(box.Institution)) return KernelProblems.NotFound;
        if (await file.Db.Remains.AnyAsync(r => r.ExclusivePlace == box.Id, ct)) return ColdStoreProblems.BoxUsed;
        var wish = new BookingWish(Guid.CreateVersion7(), "maintenance", [new(box.Id, file.Now, until!.Value)]) { Fixed = true, Note = reason };
        if (!(await bookings.BookAsync(wish, ct)).Try(out var booked, out var problem)) return problem;
        return new Reply(booked[0].Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseBox, Request, Reply>("/cold-store/closures");
}

/// <summary>恢复冷藏柜: back in use before its time.</summary>
internal sealed class ReopenBox(CaseFile file, IBookings bookings) : IUseCase<ReopenBox.Request, Done>
{
    public sealed record Request(string? Box);

    public Permission Permission => FuneralPermissions.RecordMaintenance;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var box = await file.Db.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Box && r.Kind == ResourceKind.ColdBox, ct);
        if (box is null) return ColdStoreProblems.BoxUnknown;
        if (!file.Reaches(box.Institution)) return KernelProblems.NotFound;
        if (!(await FindBoxes.ClosedAsync(bookings, box.Institution, file.Now, ct)).TryGetValue(box.Id, out var closure)) return ColdStoreProblems.NotClosed;
        return await bookings.CancelAsync(closure.Id, "检修完毕", ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReopenBox, Request, Done>("/cold-store/closures/end");
}
