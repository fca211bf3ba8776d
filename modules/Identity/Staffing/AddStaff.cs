using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Staffing;

/// <summary>登记人员: somebody new in an institution, with their first post. They get in once an account is opened for them.</summary>
internal sealed class AddStaff(AnminDb db, Appointing appointing, PeopleBook people, Reading reading, CommandContext context) : IUseCase<AddStaff.Request, AddStaff.Reply>
{
    /// <param name="Section">Id of a section of the institution; may be empty.</param>
    /// <param name="Division">What a bureau's post reaches down from; that of the institution where empty.</param>
    /// <param name="Post">First post; more are appointments.</param>
    public sealed record Request(string Name, string Institution, string? Section, string? Division, string Post);

    public sealed record Reply(string StaffId);

    public Permission Permission => IdentityPermissions.ManageStaff;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "姓名");
        if (people.Find(request.Institution) is not { } place) reading.Refuse(IdentityProblems.InstitutionUnknown with { Field = nameof(request.Institution) });
        else if (!string.IsNullOrEmpty(request.Section) && !people.Now.Rows.Sections.Any(s => s.Id == request.Section && s.Institution == place.Id && s.Active)) reading.Refuse(IdentityProblems.SectionUnknown with { Field = nameof(request.Section) });
        if (people.Now.Posts.GetValueOrDefault(request.Post ?? "") is not { Active: true } post) reading.Refuse(IdentityProblems.PostUnknown with { Field = nameof(request.Post) });
        else if (people.Find(request.Institution) is { } at && !post.Fits(at.Kind)) reading.Refuse(IdentityProblems.PostElsewhere(post.Name, at.Name) with { Field = nameof(request.Post) });
        if (reading.Problem is { } bad) return Task.FromResult<Outcome<Reply>>(bad);
        var home = people.Find(request.Institution)!;
        var person = new Staff
        {
            Id = LocalId.NewStaff(),
            Name = name!.Text,
            Institution = home.Id,
            Section = string.IsNullOrEmpty(request.Section) ? null : request.Section,
            Division = string.IsNullOrWhiteSpace(request.Division) ? home.Division : request.Division.Trim(),
            Posts = "",
            Local = true,
        };
        if (!person.Division.StartsWith(home.Division.Length > 6 ? home.Division[..6] : home.Division, StringComparison.Ordinal)) return Task.FromResult<Outcome<Reply>>(IdentityProblems.DivisionElsewhere(home.Name) with { Field = nameof(request.Division) });
        db.Add(person);
        db.Add(appointing.Draft(person.Id, request.Post!, home.Id, person.Division, people.Now.Day, null, null, "入职"));
        context.ReferenceChanged();
        return Task.FromResult<Outcome<Reply>>(new Reply(person.Id));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AddStaff, Request, Reply>("/staff");
}
