using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Staffing;

/// <summary>One person: posts now and before, what they may do and how far, and how much is open under their name.</summary>
internal sealed class GetStaff(AnminDb db, PeopleBook people, KnownRights rights) : IQuestion<GetStaff.Request, GetStaff.Reply>
{
    public sealed record Request(string Id);

    /// <param name="AppointmentId">Null for a post that the pack gives.</param>
    public sealed record PostLine(Guid? AppointmentId, string PostId, string Post, string Institution, string InstitutionName, string Division, DateOnly? From, DateOnly? Until, string? InPlaceOf, bool Now, bool Over, string? Reason, string? MadeBy);

    /// <param name="Reach">In words: 本单位, 本区划及以下 …</param>
    public sealed record Right(string Module, string Label, string Reach);

    /// <summary>Somebody who stands in for this person.</summary>
    public sealed record Cover(Guid AppointmentId, string StaffId, string Who, string Post, DateOnly From, DateOnly? Until, bool Now, bool Over);

    /// <param name="SectionId">Beside its name in <paramref name="Person"/>.</param>
    public sealed record Reply(FindStaff.Row Person, string? SectionId, IReadOnlyList<PostLine> Posts, IReadOnlyList<Cover> Covers, IReadOnlyList<Right> Rights, int OpenWork);

    public Permission Permission => IdentityPermissions.ManageStaff;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = people.Now;
        if (now.Rows.Staff.FirstOrDefault(s => s.Id == request.Id) is not { } person) return KernelProblems.NotFound;
        var made = await db.Set<Appointment>().AsNoTracking().Where(a => a.StaffId == person.Id || a.InPlaceOf == person.Id).OrderByDescending(a => a.Id).ToListAsync(ct);
        var open = await db.Set<Assignment>().CountAsync(a => a.Staff == person.Id && a.EndedAt == null, ct);
        return new Reply(FindStaff.RowOf(person, now), person.Section, [.. OfPack(person, now), .. made.Where(a => a.StaffId == person.Id).Select(a => LineOf(a, now))], [.. made.Where(a => a.InPlaceOf == person.Id).Select(a => CoverOf(a, now))], rights.Of(now.Actors.GetValueOrDefault(person.Id)), open);
    }

    private static IEnumerable<PostLine> OfPack(Staff person, PeopleView now)
        => person.PostIds().Select(p => new PostLine(null, p, now.Posts.GetValueOrDefault(p)?.Name ?? p, person.Institution, NameOf(person.Institution, now), person.Division, null, null, null, person.IsHere(now.Day), !person.IsHere(now.Day), "城市包", null));

    private static PostLine LineOf(Appointment a, PeopleView now)
        => new(a.Id, a.PostId, now.Posts.GetValueOrDefault(a.PostId)?.Name ?? a.PostId, a.Institution, NameOf(a.Institution, now), a.Division, a.From, a.Until, a.InPlaceOf is { } absent ? now.Staff.GetValueOrDefault(absent)?.Name ?? absent : null,
            a.Holds(now.Day), a.EndedAt is not null || a.Until < now.Day, a.Reason, now.Staff.GetValueOrDefault(a.MadeBy)?.Name ?? a.MadeBy);

    private static Cover CoverOf(Appointment a, PeopleView now)
        => new(a.Id, a.StaffId, now.Staff.GetValueOrDefault(a.StaffId)?.Name ?? a.StaffId, now.Posts.GetValueOrDefault(a.PostId)?.Name ?? a.PostId, a.From, a.Until, a.Holds(now.Day), a.EndedAt is not null || a.Until < now.Day);

    private static string NameOf(string institution, PeopleView now) => now.Institutions.GetValueOrDefault(institution)?.Name ?? institution;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetStaff, Request, Reply>("/staff/{id}");
}
