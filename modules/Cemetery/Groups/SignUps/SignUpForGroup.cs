using Anmin.Cemetery.Groups.Planning;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.SignUps;

/// <summary>窗口报名.</summary>
internal sealed class SignUpForGroup(GroupDesk groups, SigningUp signing) : IUseCase<SignUpForGroup.Request, SignUpForGroup.Reply>
{
    public sealed record Request(Guid Group, string? Number, string? Name, string? ContactName, string? ContactPhone, string? Relation, string? Companions);

    public sealed record Reply(Guid Seat, string Number);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!signing.Read(new(request.Number, request.Name, request.ContactName, request.ContactPhone, request.Relation, request.Companions), mobile: false).Try(out var read, out var problem)) return problem;
        if (!(await groups.OpenAsync(request.Group, ct)).Try(out var group, out problem)) return problem;
        return (await signing.TakeAsync(group, read, ct)).Try(out var seat, out problem) ? new Reply(seat.Id, GroupNotices.NumberOf(seat.Id)) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignUpForGroup, Request, Reply>("/cemetery/groups/sign-up");
}

/// <summary>取消报名, at the counter.</summary>
internal sealed class WithdrawSeat(CemeteryDesk desk, Reading reading) : IUseCase<WithdrawSeat.Request, Done>
{
    public sealed record Request(Guid Seat, string? Reason);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "取消原因", 100);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.GroupSeats.FirstOrDefaultAsync(s => s.Id == request.Seat, ct) is not { } seat) return GroupProblems.NoSeat;
        desk.Context.About(seat.CaseId ?? seat.Id);
        return seat.Withdraw(reason!);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WithdrawSeat, Request, Done>("/cemetery/groups/withdraw");
}
