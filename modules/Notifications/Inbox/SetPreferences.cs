using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Inbox;

/// <summary>消息设置: by kind and channel, for oneself.</summary>
internal sealed class SetPreferences(AnminDb db, CurrentActor current, Reading reading) : IUseCase<SetPreferences.Request, Done>
{
    /// <param name="Phone">Empty takes the number away; the mask of the present one keeps it.</param>
    public sealed record Request(string? Phone, bool SmsUrgent, bool SmsNormal, bool InboxNormal);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var wishes = await db.MessagePreferences.SingleOrDefaultAsync(p => p.StaffId == current.Actor.Id, ct);
        var kept = wishes?.Phone is { } old && request.Phone?.Trim() == old.Masked;
        var phone = kept ? wishes!.Phone : reading.Phone(request.Phone, nameof(request.Phone), "手机号", required: false);
        if (reading.Problem is { } bad) return bad;
        if (phone is { IsMobile: false }) return NotificationsProblems.NotMobile;
        if (phone is null && (request.SmsUrgent || request.SmsNormal)) return NotificationsProblems.PhoneNeeded;
        if (wishes is null) db.Add(wishes = new MessagePreference { StaffId = current.Actor.Id });
        (wishes.Phone, wishes.SmsUrgent, wishes.SmsNormal, wishes.InboxNormal) = (phone, request.SmsUrgent, request.SmsNormal, request.InboxNormal);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SetPreferences, Request, Done>("/messages/preferences");
}

/// <summary>What one has chosen.</summary>
internal sealed class GetPreferences(AnminDb db, CurrentActor current) : IQuestion<GetPreferences.Request, GetPreferences.Reply>
{
    public sealed record Request;

    public sealed record Reply(string? Phone, bool SmsUrgent, bool SmsNormal, bool InboxNormal);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var wishes = await db.MessagePreferences.AsNoTracking().SingleOrDefaultAsync(p => p.StaffId == current.Actor.Id, ct) ?? new MessagePreference { StaffId = current.Actor.Id };
        return new Reply(wishes.Phone?.Masked, wishes.SmsUrgent, wishes.SmsNormal, wishes.InboxNormal);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPreferences, Request, Reply>("/messages/preferences");
}
