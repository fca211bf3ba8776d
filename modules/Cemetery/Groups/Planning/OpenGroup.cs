using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.Planning;

/// <summary>开一批: day, vessel or place, how many. Its kind follows from the section of the place.</summary>
internal sealed class OpenGroup(GroupDesk groups, Reading reading) : IUseCase<OpenGroup.Request, OpenGroup.Reply>
{
    /// <param name="Place">Code of a position in a section for the sea or for scattering.</param>
    public sealed record Request(string? Place, string? DepartsAt, string? SignUpUntil, string? Craft, string? Meet, int Persons, int Relatives, string? Remark);

    public sealed record Reply(Guid Group, string Number);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var desk = groups.Desk;
        var departs = reading.Instant(request.DepartsAt, nameof(request.DepartsAt), "出发时间");
        var until = reading.Day(request.SignUpUntil, nameof(request.SignUpUntil), "报名截止日");
        var craft = reading.Text(request.Craft, nameof(request.Craft), "船或者撒散地点", 60);
        var meet = reading.Text(request.Meet, nameof(request.Meet), "集合地点", 100);
        var remark = reading.Text(request.Remark, nameof(request.Remark), "说明", 500, required: false);
        if (request.Persons is < 1 or > 500 || request.Relatives is < 0 or > 5000) reading.Refuse(GroupProblems.NumbersWrong);
        if (departs <= desk.Now || departs is { } day && until > groups.DayOf(day) || until < desk.Today) reading.Refuse(GroupProblems.DayPast);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.Positions.FirstOrDefaultAsync(p => p.Code == request.Place, ct) is not { } place) return GroupProblems.PlaceUnfit;
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == place.SectionId, ct);
        if (section.Kind is not (SectionKind.Sea or SectionKind.Scattering)) return GroupProblems.PlaceUnfit;
        if (place.State is PositionState.Planned or PositionState.Blocked) return GroupProblems.PlaceUnfit;
        if (!(await desk.NumberAsync("eco-group", place.Institution!, ct)).Try(out var number, out var problem)) return problem;
        var plan = new GroupPlan(section.Kind == SectionKind.Sea ? GroupKind.Sea : GroupKind.Scattering, departs!.Value, until!.Value, craft!, meet!, request.Persons, request.Relatives, remark);
        if (!EcoBurialGroup.Open(number, place, plan, desk.By, desk.Now, groups.DayOf(departs.Value)).Try(out var group, out problem)) return problem;
        desk.Db.Add(group);
        return new Reply(group.Id, number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenGroup, Request, Reply>("/cemetery/groups");
}

/// <summary>截止报名, before its last day.</summary>
internal sealed class CloseGroup(GroupDesk groups) : IUseCase<CloseGroup.Request, Done>
{
    public sealed record Request(Guid Group);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
        => (await groups.OpenAsync(request.Group, ct)).Try(out var group, out var problem) ? group.Close(groups.Desk.Now) : problem;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CloseGroup, Request, Done>("/cemetery/groups/close");
}
