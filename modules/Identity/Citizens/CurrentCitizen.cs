using Anmin.Contracts.Identity;
using Anmin.Identity.Proxies;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Citizens;

/// <summary>Reads the citizen's cookie once a request. An officer's session for an elder lasts as long as the consent, and only while that officer is signed in.</summary>
internal sealed class CurrentCitizen(AnminDb db, IHttpContextAccessor http, IStaffDirectory staff, SettingBook settings, CurrentActor current, WriteTurn turn, TimeProvider clock) : ICurrentCitizen
{
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(1);
    private Task<CitizenCard?>? found;

    public Task<CitizenCard?> FindAsync(CancellationToken ct) => found ??= ReadAsync(ct);

    private async Task<CitizenCard?> ReadAsync(CancellationToken ct)
    {
        if (http.HttpContext is not { } context || CitizenCookies.SessionOf(context) is not { } token) return null;
        var (hash, now) = (CitizenSession.HashOf(token), clock.GetUtcNow());
        var (idle, longest) = (now - settings.Minutes(CitizenSettings.Idle), now.AddHours(-settings.Number(CitizenSettings.Longest)));
        var session = await db.Set<CitizenSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Token == hash && s.EndedAt == null && s.LastSeenAt > idle && s.BeganAt > longest, ct);
        if (session is not { Phone: { } phone }) return null;
        ProxyCard? by = null;
        if (session.ConsentId is { } consent && (by = await ProxyAsync(consent, now, ct)) is null) return null;
        if (now - session.LastSeenAt > Seen) await TouchAsync(session.Id, now, ct);
        return new CitizenCard(phone, by);
    }

    private async Task<ProxyCard?> ProxyAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var officer = current.Actor.Id;
        var consent = await db.Set<ProxyConsent>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.OfficerId == officer && c.GivenAt != null && c.EndedAt == null && c.Until > now, ct);
        return consent is { Elder: { } elder } && staff.Find(officer) is { } card ? new ProxyCard(consent.Id, officer, card.Name, elder, consent.Scope == ProxyScope.Act, consent.Until) : null;
    }

    private async Task TouchAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        using var held = await turn.WaitAsync(ct);
        await db.Set<CitizenSession>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.LastSeenAt, now), ct);
    }
}
