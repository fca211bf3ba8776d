using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.SignUps;

/// <summary>网上报名: without an account, by the number of the certificate and the name on it; confirmed by text message.</summary>
internal sealed class SignUpOnline(GroupDesk groups, SigningUp signing) : IUseCase<SignUpOnline.Request, SignUpForGroup.Reply>
{
    private const string Why = "公众报名海葬、撒散";

    /// <param name="Group">Number of the group.</param>
    public sealed record Request(string? Group, string? Number, string? Name, string? ContactName, string? ContactPhone, string? Relation, string? Companions);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<SignUpForGroup.Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!signing.Read(new(request.Number, request.Name, request.ContactName, request.ContactPhone, request.Relation, request.Companions), mobile: true).Try(out var read, out var problem)) return problem;
        var desk = groups.Desk;
        if (await desk.Db.AcrossScopes<EcoBurialGroup>(Why).FirstOrDefaultAsync(g => g.Number == request.Group, ct) is not { } group) return GroupProblems.NoGroup;
        if (!desk.MostSignUpsADay(group.Kind, group.Division).Try(out var most, out problem)) return problem;
        var (index, day) = (desk.Db.BlindIndex(read.Contact.Phone.Normal), desk.Now.AddDays(-1));
        if (await desk.Db.AcrossScopes<GroupSeat>(Why).CountAsync(s => EF.Property<byte[]>(s, "ContactPhoneIndex") == index && s.SignedAt > day && s.OpenedBy == Actor.Public.Id, ct) >= most) return GroupProblems.TooOften;
        return (await signing.TakeAsync(group, read, ct)).Try(out var seat, out problem) ? new SignUpForGroup.Reply(seat.Id, Planning.GroupNotices.NumberOf(seat.Id)) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SignUpOnline, Request, SignUpForGroup.Reply>("/public/eco-groups/sign-up");
}
