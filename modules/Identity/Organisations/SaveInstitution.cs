using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Organisations;

/// <summary>登记机构: one that the pack does not have. The pack's own are changed in the pack.</summary>
internal sealed class SaveInstitution(AnminDb db, Reading reading, CommandContext context) : IUseCase<SaveInstitution.Request, SaveInstitution.Reply>
{
    /// <param name="Id">Null for a new one.</param>
    /// <param name="Division">Where it stands; a bureau's people reach down from here.</param>
    public sealed record Request(string? Id, string Kind, string Name, string Division, string? Address, string? Phone);

    public sealed record Reply(string InstitutionId);

    public Permission Permission => IdentityPermissions.ManageOrganisations;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "机构名称", 60);
        var division = reading.Place(request.Division, nameof(request.Division), "所在区划", digits: 4);
        var address = reading.Text(request.Address, nameof(request.Address), "地址", 200, required: false);
        var phone = reading.Text(request.Phone, nameof(request.Phone), "对外电话", 40, required: false);
        if (!PeoplePackFiles.InstitutionKinds.Contains(request.Kind)) reading.Refuse(KernelProblems.UnknownChoice(nameof(request.Kind)));
        if (reading.Problem is { } bad) return bad;
        var place = string.IsNullOrEmpty(request.Id) ? new Institution { Id = LocalId.New(), Kind = request.Kind, Name = name!, Division = division!, Provenance = "local", Local = true }
            : await db.Set<Institution>().SingleOrDefaultAsync(i => i.Id == request.Id, ct);
        if (place is null) return KernelProblems.NotFound;
        if (!place.Local) return IdentityProblems.PlaceOfPack;
        if (await db.Set<Institution>().AnyAsync(i => i.Name == name && i.Id != place.Id && i.Active, ct)) return IdentityProblems.NameTaken with { Field = nameof(request.Name) };
        if (db.Entry(place).State == EntityState.Detached) db.Add(place);
        (place.Kind, place.Name, place.Division, place.Address, place.Phone) = (request.Kind, name!, division!, address ?? "", phone ?? "");
        context.ReferenceChanged();
        return new Reply(place.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SaveInstitution, Request, Reply>("/organisations");
}

/// <summary>停用机构, once nobody works there.</summary>
internal sealed class CloseInstitution(AnminDb db, PeopleBook people, CommandContext context) : IUseCase<CloseInstitution.Request, Done>
{
    public sealed record Request(string Id, string Reason) : IHasReason;

    public Permission Permission => IdentityPermissions.ManageOrganisations;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return KernelProblems.Required(nameof(request.Reason), "原因");
        if (await db.Set<Institution>().SingleOrDefaultAsync(i => i.Id == request.Id, ct) is not { } place) return KernelProblems.NotFound;
        if (!place.Local) return IdentityProblems.PlaceOfPack;
        if (people.Now.Rows.Staff.Any(s => s.Institution == place.Id && s.IsHere(people.Now.Day))) return IdentityProblems.PlaceInUse;
        place.Active = false;
        context.ReferenceChanged();
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseInstitution, Request, Done>("/organisations/close");
}

/// <summary>登记科室 of any institution, also the pack's.</summary>
internal sealed class SaveSection(AnminDb db, PeopleBook people, Reading reading, CommandContext context) : IUseCase<SaveSection.Request, SaveSection.Reply>
{
    /// <param name="Id">Null for a new one.</param>
    /// <param name="Active">False closes it; nobody may sit there then.</param>
    public sealed record Request(string? Id, string Institution, string Name, int Rank = 0, bool Active = true);

    public sealed record Reply(string SectionId);

    public Permission Permission => IdentityPermissions.ManageOrganisations;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "科室名称", 40);
        if (reading.Problem is { } bad) return bad;
        if (people.Find(request.Institution) is null) return IdentityProblems.InstitutionUnknown with { Field = nameof(request.Institution) };
        var section = string.IsNullOrEmpty(request.Id) ? new Section { Id = LocalId.New(), Institution = request.Institution, Name = name!, Local = true }
            : await db.Set<Section>().SingleOrDefaultAsync(s => s.Id == request.Id && s.Institution == request.Institution, ct);
        if (section is null) return KernelProblems.NotFound;
        if (!section.Local) return IdentityProblems.PlaceOfPack;
        if (await db.Set<Section>().AnyAsync(s => s.Institution == request.Institution && s.Name == name && s.Id != section.Id && s.Active, ct)) return IdentityProblems.NameTaken with { Field = nameof(request.Name) };
        if (!request.Active && people.Now.Rows.Staff.Any(s => s.Section == section.Id && s.IsHere(people.Now.Day))) return IdentityProblems.PlaceInUse;
        if (db.Entry(section).State == EntityState.Detached) db.Add(section);
        (section.Name, section.Rank, section.Active) = (name!, request.Rank, request.Active);
        context.ReferenceChanged();
        return new Reply(section.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SaveSection, Request, Reply>("/organisations/sections");
}
