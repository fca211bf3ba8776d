using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Administration;

/// <summary>Writes down and tells what administrators changed by hand.</summary>
internal sealed class AdminChanges(AnminDb db, CurrentActor current, TimeProvider clock)
{
    public const int Shown = 50;

    /// <summary>Adds the line; the Gate saves it with the change.</summary>
    public void Note(string kind, string key, string before, string after, string reason) => db.Add(new AdminChange
    {
        Kind = kind,
        Key = key,
        Before = before,
        After = after,
        Reason = reason,
        ById = current.Actor.Id,
        ByName = current.Actor.Name,
        At = clock.GetUtcNow(),
    });

    /// <summary>The latest, newest first.</summary>
    public async Task<IReadOnlyList<ChangeLine>> LatestAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken ct)
        => await db.Set<AdminChange>().AsNoTracking().Where(c => c.Kind == kind && keys.Contains(c.Key)).OrderByDescending(c => c.Id).Take(Shown)
            .Select(c => new ChangeLine(c.At, c.ByName, c.Key, c.Before, c.After, c.Reason)).ToListAsync(ct);
}
