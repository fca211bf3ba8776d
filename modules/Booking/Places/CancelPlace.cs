using Anmin.Booking.Slots;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Booking.Places;

/// <summary>取消预约, by number and phone. Asked twice it answers the same.</summary>
internal sealed class CancelPlace(PlaceDesk desk, Reading reading) : ILaneUseCase<CancelPlace.Request, Done>
{
    public sealed record Request(string? Number, string? Phone);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号");
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.ReadAsync(request.Number, ct)).Try(out var named, out var problem)) return problem;
        var task = desk.Task(PlaceAct.Cancel, named.Slot.Id) with { Ordinal = named.Ordinal, PhoneIndex = desk.IndexOf(phone!) };
        return (await desk.AskAsync(named.Slot, task, ct)).Try(out _, out problem) ? Done.It : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelPlace, Request, Done>("/public/places/cancel");
}

/// <summary>登记到场.</summary>
internal sealed class AttendPlace(PlaceDesk desk) : ILaneUseCase<AttendPlace.Request, Done>
{
    public sealed record Request(string? Number);

    public Permission Permission => BookingPermissions.AttendPlaces;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.ReadAsync(request.Number, ct)).Try(out var named, out var problem)) return problem;
        if (!await desk.IsMineAsync(named.Slot.Id, ct)) return PlaceProblems.NoPlace;
        return (await desk.AskAsync(named.Slot, desk.Task(PlaceAct.Attend, named.Slot.Id) with { Ordinal = named.Ordinal }, ct)).Try(out _, out problem) ? Done.It : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AttendPlace, Request, Done>("/places/attend");
}

/// <summary>停止预约: nobody further; who has a place keeps it.</summary>
internal sealed class CloseSlot(PlaceDesk desk, Reading reading) : ILaneUseCase<CloseSlot.Request, Done>
{
    public sealed record Request(Guid SlotId, string? Reason);

    public Permission Permission => BookingPermissions.ManageSlots;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停止原因", 100);
        if (reading.Problem is { } bad) return bad;
        if (!await desk.IsMineAsync(request.SlotId, ct) || await desk.SlotAsync(request.SlotId, ct) is not { } slot) return PlaceProblems.NoSlot;
        return (await desk.AskAsync(slot, desk.Task(PlaceAct.CloseSlot, slot.Id) with { Reference = reason }, ct)).Try(out _, out var problem) ? Done.It : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseSlot, Request, Done>("/slots/close");
}
