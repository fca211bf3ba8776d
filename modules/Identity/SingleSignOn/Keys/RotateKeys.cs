using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SingleSignOn.Keys;

/// <summary>
/// Keeps the signing keys in their round: a first one where there is none, a successor published ahead of its turn, the old one gone when
/// nothing it signed is good any more. Run every hour by <see cref="KeepKeys"/>, and by hand.
/// </summary>
internal sealed class RotateKeys(AnminDb db, KeyRing ring, SettingBook settings, CommandContext context, TimeProvider clock) : IUseCase<RotateKeys.Request, RotateKeys.Reply>
{
    /// <summary>Longer than any token of ours lives.</summary>
    private static readonly TimeSpan Lingers = TimeSpan.FromHours(24);

    /// <param name="Now">A successor is appointed today, whatever the age of the present key.</param>
    /// <param name="Stolen">The present keys are believed known to others: gone at once, with every token they signed.</param>
    public sealed record Request(bool Now = false, bool Stolen = false);

    /// <param name="SignsFrom">When the newest key begins to sign.</param>
    public sealed record Reply(DateTimeOffset SignsFrom, int Published);

    public Permission Permission => IdentityPermissions.RotateKeys;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var keys = await db.Set<SigningKey>().OrderBy(k => k.SignsFrom).ToListAsync(ct);
        if (request.Stolen) foreach (var key in keys) (key.SignsUntil, key.GoneAt) = (now, now);
        var changed = Forget(keys, now);
        if (Successor(keys, request.Now, now) is { } from)
        {
            if (keys.LastOrDefault() is { SignsUntil: null } last) (last.SignsUntil, last.GoneAt) = (from, from + Lingers);
            var next = ring.Draw(now, from);
            db.Add(next);
            keys.Add(next);
            changed = true;
        }
        if (changed || request.Stolen) context.ReferenceChanged();
        return new Reply(keys[^1].SignsFrom, keys.Count(k => k.GoneAt is not { } gone || gone > now));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RotateKeys, Request, Reply>("/signing-keys/rotate");

    private bool Forget(List<SigningKey> keys, DateTimeOffset now)
    {
        var gone = keys.Where(k => k.GoneAt <= now).ToList();
        foreach (var key in gone) db.Remove(key);
        return keys.RemoveAll(gone.Contains) > 0;
    }

    /// <summary>From when a new key shall sign; null while none is due.</summary>
    private DateTimeOffset? Successor(List<SigningKey> keys, bool asked, DateTimeOffset now)
    {
        if (keys.LastOrDefault() is not { } last) return now;
        if (last.SignsFrom > now) return null; // its turn is still to come
        var ahead = TimeSpan.FromHours(settings.Number(SsoSettings.KeyAhead));
        var due = last.SignsFrom + TimeSpan.FromDays(settings.Number(SsoSettings.KeyDays));
        if (!asked && now < due - ahead) return null;
        return asked || due < now + ahead ? now + ahead : due;
    }
}
