using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Staffing;

/// <summary>修改人员资料: name and section of somebody entered here. Whom the pack brought is changed in the pack.</summary>
internal sealed class EditStaff(AnminDb db, PeopleBook people, Reading reading, CommandContext context) : IUseCase<EditStaff.Request, Done>
{
    /// <param name="Section">Id of a section of their institution; empty for none.</param>
    public sealed record Request(string StaffId, string Name, string? Section, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ManageStaff;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "姓名");
        reading.Text(request.Reason, nameof(request.Reason), "原因", 300);
        if (reading.Problem is { } bad) return bad;
        if (await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == request.StaffId, ct) is not { } person) return KernelProblems.NotFound;
        if (!person.Local) return IdentityProblems.StaffOfPack;
        var section = string.IsNullOrEmpty(request.Section) ? null : request.Section;
        if (section is not null && !people.Now.Rows.Sections.Any(s => s.Id == section && s.Institution == person.Institution && s.Active)) return IdentityProblems.SectionUnknown with { Field = nameof(request.Section) };
        (person.Name, person.Section) = (name!.Text, section);
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EditStaff, Request, Done>("/staff/edit");
}
