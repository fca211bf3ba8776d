using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Public;

/// <summary>网上留位: a place is kept for somebody for the hours of the rule, without sign-in and without payment; confirmed by text message.</summary>
internal sealed class ReserveOnline(CemeteryDesk desk, PublicYard yard, Reading reading, IMessageDesk messages, Holding holding) : IUseCase<ReserveOnline.Request, ReserveOnline.Reply>
{
    private const string Why = "公众在网上留位";

    /// <param name="Position">Code of the position.</param>
    public sealed record Request(string? Position, string? Name, string? Phone);

    public sealed record Reply(string Number, string Position, DateTimeOffset Until, Guid RightId);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "您的姓名");
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "您的手机号");
        if (phone is { IsMobile: false }) reading.Refuse(PublicProblems.MobileOnly.At(nameof(request.Phone)));
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.AcrossScopes<Position>(Why).AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.Position, ct) is not { } position
            || await yard.Sections.FirstOrDefaultAsync(s => s.Id == position.SectionId, ct) is not { } section) return PublicProblems.NoPosition;
        // term and price are shown before the choice: where there is no list there is no choice yet
        if (yard.Offer(section.Kind, section.UseItem, section.CareItem, section.Free, await yard.ListAsync(position.Institution!, ct), position.Division).TotalFen is null) return PublicProblems.NotOnline;
        if (await TooOftenAsync(phone!, position.Division, ct) is { } many) return many;
        if (!(await holding.HoldOpenlyAsync(position.Id, Holding.KindOf(section), name, phone, ct)).Try(out var right, out var problem)) return problem;
        desk.Context.About(right.Id);
        var (number, until) = (HoldReceipts.NumberOf(right.Id), right.LapsesAt!.Value);
        var place = PositionWords.Of(section.Name, section.Kind, position.Row, position.Layer, position.Number);
        var ground = desk.Institution(position.Institution);
        await messages.QueueAsync(new Message("plot.held", new ToPhone(phone!), new Dictionary<string, object?> { ["ground"] = ground?.Name, ["place"] = place, ["until"] = until, ["number"] = number, ["phone"] = ground?.Phone })
        {
            Subject = right.Id,
            Until = until,
            Kind = MessageKind.Urgent,
        }, ct);
        return new Reply(number, position.Code, until, right.Id);
    }

    /// <summary>As many tries a day as the rule lets one telephone have; how many at once is <see cref="Holding"/>'s.</summary>
    private async Task<Problem?> TooOftenAsync(PhoneNumber phone, string division, CancellationToken ct)
    {
        if (!desk.Rules.Find("plot.hold.most-a-day", division, desk.Today).Try(out var rule, out var problem)) return problem;
        var (index, day) = (desk.Db.BlindIndex(phone.Normal), desk.Now.AddDays(-1));
        var tried = await desk.Db.AcrossScopes<PlotRight>(Why).CountAsync(r => EF.Property<byte[]>(r, "HolderPhoneIndex") == index && r.HeldAt > day && r.OpenedBy == Actor.Public.Id, ct);
        return tried >= int.Parse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture) ? PublicProblems.TooOften : null;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReserveOnline, Request, Reply>("/public/plot-holds");
}
