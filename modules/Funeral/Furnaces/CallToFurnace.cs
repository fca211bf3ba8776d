using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Furnaces;

/// <summary>呼号: only for a body that may be cremated now on a furnace that is free for it, so that nobody is called in vain.</summary>
internal sealed class CallToFurnace(CaseFile file, FurnaceDesk desk) : IUseCase<CallToFurnace.Request, CallToFurnace.Reply>
{
    public sealed record Request(Guid CaseId, string Cremator);

    /// <param name="Shown">On the hall's screen.</param>
    public sealed record Reply(string Shown, string Furnace);

    public Permission Permission => FuneralPermissions.CallToFurnace;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var byName = opened.Name is not null && await file.Db.ScreenNames.AnyAsync(n => n.CaseId == opened.Id && n.MayShow, ct);
        if (!opened.NoteCalled(request.Cremator, byName, file.Zone, file.Now).Try(out _, out problem)) return problem;
        if (!(await desk.ReadyAsync(opened, request.Cremator, ct)).Try(out var furnace, out problem)) return problem;
        file.Db.Add(new FurnaceCall { CaseId = opened.Id, Institution = opened.Institution!, Cremator = furnace.Id, ByName = byName, At = file.Now, By = file.By.Id });
        return new Reply(byName ? opened.Name!.Text : opened.Number, furnace.Name);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CallToFurnace, Request, Reply>("/furnaces/call");
}

/// <summary>家属是否同意在厅内屏幕显示姓名.</summary>
internal sealed class ChooseScreenName(CaseFile file) : IUseCase<ChooseScreenName.Request, Done>
{
    public sealed record Request(Guid CaseId, bool MayShow);

    public Permission Permission => FuneralPermissions.CallToFurnace;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var kept = await file.Db.ScreenNames.SingleOrDefaultAsync(n => n.CaseId == opened.Id, ct);
        if ((kept?.MayShow ?? false) == request.MayShow) return FurnaceProblems.AdviceChosen;
        if (kept is null) file.Db.Add(new ScreenName { CaseId = opened.Id, MayShow = request.MayShow, By = file.By.Id, At = file.Now });
        else (kept.MayShow, kept.By, kept.At) = (request.MayShow, file.By.Id, file.Now);
        opened.NoteScreenName(request.MayShow);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChooseScreenName, Request, Done>("/furnaces/screen-name");
}

/// <summary>厅内呼号屏: who is called to which furnace now, by name only where the family agreed.</summary>
internal sealed class FindCalls(CaseFile file) : IQuestion<FindCalls.Request, IReadOnlyList<FindCalls.Line>>
{
    private const int Most = 8;
    private static readonly TimeSpan Shown = TimeSpan.FromHours(2);

    public sealed record Request(string? Institution = null);

    /// <param name="Who">Name or case number.</param>
    /// <param name="State">请到炉前, 火化中 or 可以领取.</param>
    public sealed record Line(string Who, string Furnace, string State, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.ReadFurnaces;

    public async Task<Outcome<IReadOnlyList<Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        if ((request.Institution ?? file.By.Institution) is not { } home || !file.Reaches(home)) return KernelProblems.NotFound;
        var since = file.Now - Shown;
        var rows = await file.Db.FurnaceCalls.AsNoTracking().Where(c => c.Institution == home && c.At >= since)
            .Join(file.Db.DeathCases, c => c.CaseId, d => d.Id, (c, d) => new { c.At, c.ByName, c.Cremator, d.Id, d.Number, d.Name, Started = (DateTimeOffset?)d.Cremation!.StartedAt, d.Cremation.FinishedAt })
            .OrderByDescending(c => c.At).Take(Most * 3).ToListAsync(ct);
        var names = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        return (Outcome<IReadOnlyList<Line>>)rows.DistinctBy(r => r.Id).Take(Most).Select(r => new Line(
            r.ByName && r.Name is not null ? r.Name.Text : r.Number, names.GetValueOrDefault(r.Cremator, r.Cremator),
            r.FinishedAt is not null ? "可以领取骨灰" : r.Started is not null ? "火化中" : "请家属到炉前", r.At)).ToList();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindCalls, Request, IReadOnlyList<Line>>("/furnaces/calls");
}
