using System.Collections.Frozen;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.People;

/// <summary>Institutions, sections, roles, posts and staff in memory: asked on every request, read afresh after every change.</summary>
internal sealed class PeopleBook(TimeProvider clock) : IInstitutionDirectory, IStaffDirectory, IReferencePart
{
    private PeopleView view = PeopleView.Of(PeopleRows.None, default);
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    /// <summary>As of today: a stand-in begins and ends by the day, without anybody doing anything.</summary>
    public PeopleView Now
    {
        get
        {
            var seen = Volatile.Read(ref view);
            var today = LocalClock.DateOf(clock.GetUtcNow(), zone);
            if (seen.Day == today) return seen;
            var fresh = PeopleView.Of(seen.Rows, today);
            Interlocked.CompareExchange(ref view, fresh, seen);
            return fresh;
        }
    }

    public InstitutionCard? Find(string id) => Now.Institutions.GetValueOrDefault(id);

    public IReadOnlyList<InstitutionCard> OfKind(string kind, string belowDivision = "0")
    {
        var all = Now.Kinds.GetValueOrDefault(kind, []);
        return belowDivision == "0" ? all : [.. all.Where(i => i.Division.StartsWith(belowDivision, StringComparison.Ordinal))];
    }

    StaffCard? IStaffDirectory.Find(string id) => Now.Staff.GetValueOrDefault(id);

    public StaffCard? Persona(string name) => Now.Personas.GetValueOrDefault(name);

    public IReadOnlyList<StaffCard> OfInstitution(string institution) => Now.Crews.GetValueOrDefault(institution, []);

    public Actor? ActorOf(string id) => Now.Actors.GetValueOrDefault(id);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
    {
        zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        Load(new(
            await db.Set<Institution>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(ct),
            await db.Set<Section>().AsNoTracking().OrderBy(s => s.Rank).ThenBy(s => s.Id).ToListAsync(ct),
            await db.Set<Role>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct),
            await db.Set<Post>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct),
            await db.Set<Staff>().AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct),
            await db.Set<Appointment>().AsNoTracking().Where(a => a.EndedAt == null).OrderBy(a => a.Id).ToListAsync(ct),
            city.Division));
    }

    internal void Load(PeopleRows rows) => Volatile.Write(ref view, PeopleView.Of(rows, LocalClock.DateOf(clock.GetUtcNow(), zone)));
}
