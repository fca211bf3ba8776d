using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Staffing;

/// <summary>What every appointment must meet, whoever makes it: the post belongs where it is held, one kind of role per person, a day on which it begins.</summary>
internal sealed class Appointing(AnminDb db, PeopleBook people, CurrentActor current, TimeProvider clock)
{
    /// <summary>Longest time somebody stands in for another, days.</summary>
    public const int LongestStandIn = 366;

    /// <summary>Adds the appointment; the Gate saves it.</summary>
    public async Task<Outcome<Appointment>> MakeAsync(Appointment wanted, CancellationToken ct)
    {
        var now = people.Now;
        if (now.Staff.GetValueOrDefault(wanted.StaffId) is not { Active: true } person || person.Id == StaffActor.BuiltIn.Id) return IdentityProblems.StaffUnknown;
        if (now.Posts.GetValueOrDefault(wanted.PostId) is not { Active: true } post) return IdentityProblems.PostUnknown;
        if (now.Institutions.GetValueOrDefault(wanted.Institution) is not { } place || now.Rows.Institutions.Any(i => i.Id == place.Id && !i.Active)) return IdentityProblems.InstitutionUnknown;
        if (!post.Fits(place.Kind)) return IdentityProblems.PostElsewhere(post.Name, place.Name);
        if (Seat(place) is var seat && !wanted.Division.StartsWith(seat, StringComparison.Ordinal) && !seat.StartsWith(wanted.Division, StringComparison.Ordinal)) return IdentityProblems.DivisionElsewhere(place.Name);
        if (wanted.Until < wanted.From) return IdentityProblems.PeriodBackwards;
        if (wanted.Until < now.Day) return IdentityProblems.PeriodOver;
        var others = await db.Set<Appointment>().AsNoTracking().Where(a => a.StaffId == person.Id && a.EndedAt == null).ToListAsync(ct);
        // whoever has the post may still stand in for another who has it: two desks, one person for a week
        if (others.Exists(a => a.PostId == wanted.PostId && a.Institution == wanted.Institution && a.InPlaceOf == wanted.InPlaceOf && Overlap(a, wanted))) return IdentityProblems.AppointedAlready(person.Name, post.Name);
        if (Mixed(now, person, [.. others.Where(a => Overlap(a, wanted)).Append(wanted)]) is { } mixed) return mixed;
        db.Add(wanted);
        return wanted;
    }

    public Appointment Draft(string staff, string post, string institution, string division, DateOnly from, DateOnly? until, string? inPlaceOf, string reason) => new()
    {
        StaffId = staff,
        PostId = post,
        Institution = institution,
        Division = division,
        From = from,
        Until = until,
        InPlaceOf = inPlaceOf,
        Reason = reason,
        MadeBy = current.Actor.Id,
        MadeAt = clock.GetUtcNow(),
    };

    /// <summary>三员分立, and what the data scope can hold: of all posts at one time, one kind of role, and at most two divisions apart.</summary>
    private static Problem? Mixed(PeopleView now, StaffCard person, IReadOnlyList<Appointment> together)
    {
        var own = now.Rows.Staff.FirstOrDefault(s => s.Id == person.Id);
        var posts = (own?.PostIds() ?? []).Concat(together.Select(a => a.PostId)).Select(now.Posts.GetValueOrDefault).OfType<Post>();
        if (posts.SelectMany(p => p.RoleIds()).Select(now.Roles.GetValueOrDefault).OfType<Role>().Select(r => r.Kind).Distinct().Count() > 1) return IdentityProblems.KindsMixed(person.Name);
        var divisions = together.Select(a => a.Division).Append(own?.Division ?? together[0].Division).Distinct().ToList();
        return divisions.Count(d => !divisions.Exists(o => o != d && d.StartsWith(o, StringComparison.Ordinal))) > DataScope.MostDivisions ? IdentityProblems.DivisionsTooMany(person.Name) : null;
    }

    /// <summary>A bureau acts for its division; a home, wherever it stands, for its county.</summary>
    private static string Seat(InstitutionCard place) => place.Division.Length > 6 && place.Kind is not ("township" or "village") ? place.Division[..6] : place.Division;

    private static bool Overlap(Appointment a, Appointment b) => (a.Until is not { } endA || b.From <= endA) && (b.Until is not { } endB || a.From <= endB);
}
