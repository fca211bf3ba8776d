using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Settings;
using Anmin.Ui.Words;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Citizens;

/// <summary>取验证码. Every telephone gets the same answer, registered or not, living or not: whoever asks learns nothing about whose it is.</summary>
internal sealed class SendCitizenCode(AnminDb db, Reading reading, IMessageDesk desk, SettingBook settings, Reference reference, CurrentActor current, TimeProvider clock) : IUseCase<SendCitizenCode.Request, SendCitizenCode.Reply>
{
    /// <param name="Device">Random name of the browser.</param>
    public sealed record Request(string? Phone, string Device);

    /// <param name="Shown">The number, masked.</param>
    public sealed record Reply(Guid CodeId, string Shown);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号");
        if (reading.Problem is { } bad) return bad;
        if (!phone!.IsMobile) return CitizenProblems.NotMobile;
        var (now, index) = (clock.GetUtcNow(), db.BlindIndex(phone.Normal));
        var (device, address) = (db.BlindIndex("device:" + request.Device), db.BlindIndex("address:" + current.Actor.Device.Split(' ')[0]));
        if (await TooSoonAsync(index, device, address, now, ct) is { } again) return CitizenProblems.TooManyCodes(ChineseTime.Clock(again, reference.Now.Zone));
        var earlier = db.Set<CitizenCode>().Where(c => EF.Property<byte[]>(c, "PhoneIndex") == index && c.ClosedAt == null);
        await earlier.ExecuteUpdateAsync(s => s.SetProperty(c => c.ClosedAt, now), ct);
        var (id, code, minutes) = (Guid.CreateVersion7(now), CitizenCode.Draw(), settings.Number(CitizenSettings.CodeMinutes));
        db.Add(new CitizenCode { Id = id, Phone = phone, Hash = CitizenCode.HashOf(db, id, code), Device = device, Address = address, At = now, ExpiresAt = now.AddMinutes(minutes) });
        await desk.QueueAsync(new("citizen.code", new ToPhone(phone), new Dictionary<string, object?> { ["code"] = code, ["minutes"] = minutes }) { Kind = MessageKind.Code, Until = now.AddMinutes(minutes) }, ct);
        return new Reply(id, phone.Masked);
    }

    /// <summary>When to try again; null where it is not too soon.</summary>
    private async Task<DateTimeOffset?> TooSoonAsync(byte[] phone, byte[] device, byte[] address, DateTimeOffset now, CancellationToken ct)
    {
        var hour = now.AddHours(-1);
        var recent = db.Set<CitizenCode>().AsNoTracking().Where(c => c.At > hour);
        var mine = await recent.Where(c => EF.Property<byte[]>(c, "PhoneIndex") == phone).OrderByDescending(c => c.At).Select(c => c.At).ToListAsync(ct);
        if (mine.Count > 0 && mine[0].AddSeconds(settings.Number(CitizenSettings.CodePause)) is var soon && soon > now) return soon.AddMinutes(1);
        if (mine.Count >= settings.Number(CitizenSettings.CodesPerPhone)) return mine[^1].AddHours(1).AddMinutes(1);
        return await FullAsync(recent.Where(c => c.Device == device), CitizenSettings.CodesPerDevice, ct) ?? await FullAsync(recent.Where(c => c.Address == address), CitizenSettings.CodesPerAddress, ct);
    }

    private async Task<DateTimeOffset?> FullAsync(IQueryable<CitizenCode> recent, Setting most, CancellationToken ct)
        => await recent.CountAsync(ct) >= settings.Number(most) ? (await recent.MinAsync(c => c.At, ct)).AddHours(1).AddMinutes(1) : null;
}
