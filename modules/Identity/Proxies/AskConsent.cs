using Anmin.Contracts.Notifications;
using Anmin.Identity.Citizens;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Anmin.Kernel.Settings;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Proxies;

/// <summary>请对方同意代办: a code goes to the elder's telephone, saying who wants what. Nothing is allowed yet.</summary>
internal sealed class AskConsent(AnminDb db, Reading reading, IMessageDesk desk, SettingBook settings, Reference reference, CurrentActor current, CommandContext context, TimeProvider clock) : IUseCase<AskConsent.Request, AskConsent.Reply>
{
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(10);

    /// <param name="IdNumber">Of the elder's identity card, where at hand.</param>
    /// <param name="Days">How long the officer may act.</param>
    public sealed record Request(string? Name, string? Phone, string? IdNumber, ProxyScope? Scope, int Days);

    public sealed record Reply(Guid ConsentId);

    public Permission Permission => IdentityPermissions.ActAsProxy;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "对方姓名");
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "对方手机号");
        var id = reading.Id(IdType.IdCard, request.IdNumber, nameof(request.IdNumber), "对方身份证号", required: false);
        if (request.Scope is null) reading.Refuse(CitizenProblems.NoScope);
        var most = settings.Number(CitizenSettings.ProxyDays);
        if (request.Days < 1 || request.Days > most) reading.Refuse(CitizenProblems.TooManyDays(most));
        if (reading.Problem is { } bad) return bad;
        if (!phone!.IsMobile) return CitizenProblems.NotMobile;
        var now = clock.GetUtcNow();
        if (await TooSoonAsync(phone, now, ct) is { } again) return CitizenProblems.TooManyCodes(ChineseTime.Clock(again, reference.Now.Zone));
        var (consent, code) = (Guid.CreateVersion7(now), CitizenCode.Draw());
        db.Add(new ProxyConsent
        {
            Id = consent,
            OfficerId = current.Actor.Id,
            Elder = name,
            Phone = phone,
            PersonId = id,
            Scope = request.Scope!.Value,
            CodeHash = CitizenCode.HashOf(db, consent, code),
            AskedAt = now,
            CodeUntil = now + CodeLasts,
            Until = now.AddDays(request.Days),
        });
        context.About(consent, "请对方同意代办");
        var words = new Dictionary<string, object?> { ["officer"] = PersonName.Parse(current.Actor.Name).Value, ["what"] = ProxyWords.ForSms(request.Scope.Value), ["code"] = code };
        await desk.QueueAsync(new("proxy.consent", new ToPhone(phone, id), words) { Kind = MessageKind.Code, Until = now + CodeLasts, Subject = consent }, ct);
        return new Reply(consent);
    }

    private async Task<DateTimeOffset?> TooSoonAsync(PhoneNumber phone, DateTimeOffset now, CancellationToken ct)
    {
        var (index, hour) = (db.BlindIndex(phone.Normal), now.AddHours(-1));
        var asked = await db.Set<ProxyConsent>().AsNoTracking().Where(c => EF.Property<byte[]>(c, "PhoneIndex") == index && c.AskedAt > hour).Select(c => c.AskedAt).ToListAsync(ct);
        return asked.Count < settings.Number(CitizenSettings.CodesPerPhone) ? null : asked.Min().AddHours(1).AddMinutes(1);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskConsent, Request, Reply>("/proxies");
}
