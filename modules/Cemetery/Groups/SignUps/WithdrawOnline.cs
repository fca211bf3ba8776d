using System.Security.Cryptography;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.SignUps;

/// <summary>The address of one's own sign-up: opens that page without signing in, for a year, and nothing else.</summary>
internal sealed class SeatReceipts(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(366);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("cemetery.group.receipt").ToTimeLimitedDataProtector();

    public string Issue(Guid seat) => seal.Protect(seat.ToString("N"), Kept);

    public Guid? Read(string? receipt)
    {
        try
        {
            return string.IsNullOrEmpty(receipt) || receipt.Length > 600 ? null : Guid.Parse(seal.Unprotect(receipt));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>取消网上报名, with the address of the confirmation and the telephone once more. Asked twice it answers the same.</summary>
internal sealed class WithdrawOnline(CemeteryDesk desk, SeatReceipts receipts, Reading reading) : IUseCase<WithdrawOnline.Request, Done>
{
    private const string Why = "公众取消海葬、撒散报名";

    public sealed record Request(string? Receipt, string? Phone);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "报名时填的手机号");
        if (reading.Problem is { } bad) return bad;
        if (receipts.Read(request.Receipt) is not { } id || await desk.Db.AcrossScopes<GroupSeat>(Why).FirstOrDefaultAsync(s => s.Id == id, ct) is not { } seat) return GroupProblems.NoSeat;
        if (seat.ContactPhone?.Normal != phone!.Normal) return GroupProblems.OtherPhone;
        desk.Context.About(seat.CaseId ?? seat.Id);
        return seat.State == SeatState.Withdrawn ? Done.It : seat.Withdraw("家属在网上取消");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WithdrawOnline, Request, Done>("/public/eco-groups/withdraw");
}

/// <summary>What the confirmation shows: the journey and how many come, no name and no number of anybody.</summary>
internal sealed class GetOnlineSeat(GroupDesk groups, SeatReceipts receipts) : IQuestion<GetOnlineSeat.Request, GetOnlineSeat.Reply>
{
    private const string Why = "公众查看自己的海葬、撒散报名";

    public sealed record Request(string Receipt);

    public sealed record Reply(string Number, SeatState State, string Group, GroupKind Kind, GroupState GroupState, DateTimeOffset DepartsAt, string Craft, string Meet, string Home, string Phone, int Companions, string? Reason, GroupSubsidy? Subsidy, IReadOnlyList<string> Bring);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var desk = groups.Desk;
        if (receipts.Read(request.Receipt) is not { } id || await desk.Db.AcrossScopes<GroupSeat>(Why).AsNoTracking().Where(s => s.Id == id).Select(s => new { s.State, s.GroupId, s.Companions }).FirstOrDefaultAsync(ct) is not { } seat) return GroupProblems.NoSeat;
        var group = await desk.Db.AcrossScopes<EcoBurialGroup>(Why).AsNoTracking().FirstAsync(g => g.Id == seat.GroupId, ct);
        var home = desk.Institution(group.Institution);
        var on = groups.DayOf(group.DepartsAt);
        return new Reply(GroupNotices.NumberOf(id), seat.State, group.Number, group.Kind, group.State, group.DepartsAt, group.Craft, group.Meet, home?.Name ?? "", home?.Phone ?? "", seat.Companions, group.Reason, desk.Subsidy(group.Kind, group.Division, on), desk.Bring(group.Kind, group.Division, on));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetOnlineSeat, Request, Reply>("/public/eco-groups/signed/{receipt}");
}
