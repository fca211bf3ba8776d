using System.Text.RegularExpressions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Grounds;

/// <summary>建墓区、骨灰室.</summary>
internal sealed partial class OpenSection(GroundDesk desk, Reading reading) : IUseCase<OpenSection.Request, OpenSection.Reply>
{
    /// <param name="Code">Capitals and digits, at most 8; for ever part of every position's code.</param>
    /// <param name="UseItem">Item of the price list for one position; empty where the list has none.</param>
    public sealed record Request(string? Ground, string? Code, string? Name, SectionKind Kind, string? UseItem = null, string? CareItem = null, string? Remark = null);

    public sealed record Reply(Guid Section);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var code = reading.Text(request.Code, nameof(request.Code), "墓区代码", 20)?.ToUpperInvariant();
        if (code is not null && !Code().IsMatch(code)) reading.Refuse(GroundsProblems.CodeWrong);
        var form = SectionForm.Read(reading, request.Name, request.UseItem, request.CareItem, request.Remark);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.GroundAsync(request.Ground, ct)).Try(out var ground, out var problem)) return problem;
        var others = await desk.Desk.Db.Sections.AsNoTracking().Where(s => s.Institution == request.Ground).Select(s => new { s.Code, s.Ordinal }).ToListAsync(ct);
        if (others.Exists(s => s.Code == code)) return CemeteryProblems.SectionTwice with { Field = nameof(request.Code) };
        var ordinal = others.Select(s => s.Ordinal).DefaultIfEmpty(0).Max() + 1;
        if (!Section.Open(ground.Card.Id, ground.Card.Division, code!, form.Name, request.Kind, ordinal, form.UseItem, form.CareItem, form.Remark, desk.Desk.By, desk.Desk.Now).Try(out var section, out problem)) return problem;
        desk.Desk.Db.Add(section);
        return new Reply(section.Id);
    }

    [GeneratedRegex("^[A-Z0-9]{1,8}$")]
    private static partial Regex Code();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenSection, Request, Reply>("/cemeteries/sections");
}

/// <summary>改墓区: its name, place on lists, prices. Its code and kind stay.</summary>
internal sealed class ChangeSection(GroundDesk desk, Reading reading) : IUseCase<ChangeSection.Request, Done>
{
    public sealed record Request(Guid Section, string? Name, string? Ordinal, string? UseItem = null, string? CareItem = null, string? Remark = null);

    public Permission Permission => CemeteryPermissions.ArrangeGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var form = SectionForm.Read(reading, request.Name, request.UseItem, request.CareItem, request.Remark);
        var ordinal = reading.Whole(request.Ordinal, nameof(request.Ordinal), "顺序", 1, 999);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.SectionAsync(request.Section, ct)).Try(out var section, out var problem)) return problem;
        section.Change(form.Name, ordinal!.Value, form.UseItem, form.CareItem, form.Remark);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeSection, Request, Done>("/cemeteries/sections/change");
}

internal sealed record SectionForm(string Name, string? UseItem, string? CareItem, string? Remark)
{
    public static SectionForm Read(Reading reading, string? name, string? use, string? care, string? remark) => new(
        reading.Text(name, nameof(Name), "墓区名称", 20) ?? "", reading.Text(use, nameof(UseItem), "使用费项目", 40, false), reading.Text(care, nameof(CareItem), "维护费项目", 40, false), reading.Text(remark, nameof(Remark), "说明", 200, false));
}
