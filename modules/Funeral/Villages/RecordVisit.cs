using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Villages;

/// <summary>登记走访 of a family whose case the officer can see.</summary>
internal sealed class RecordVisit(CaseFile file, Reading reading) : IUseCase<RecordVisit.Request, RecordVisit.Reply>
{
    public sealed record Request(Guid CaseId, string? VisitedOn, string? Needs, string? FollowUp = null, string? Account = null);

    public sealed record Reply(Guid VisitId);

    public Permission Permission => FuneralPermissions.WorkInVillage;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(request.Account) && request.Account != file.By.Id) return VillageProblems.OtherAccount;
        var on = reading.Day(request.VisitedOn, nameof(request.VisitedOn), "走访日期");
        var needs = reading.Text(request.Needs, nameof(request.Needs), "家里的情况和需要", 300);
        var next = reading.Text(request.FollowUp, nameof(request.FollowUp), "下一步", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (on > file.Today) return VillageProblems.VisitedOn;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var visit = new VillageVisit { CaseId = opened.Id, VisitedOn = on!.Value, Needs = needs!, FollowUp = next, By = file.By.Id, At = file.Now };
        if (!opened.NoteWork("village.visited", new { visit.Id, On = on.Value }, evenWhenOver: true).Try(out _, out problem)) return problem;
        file.Db.Add(visit);
        return new Reply(visit.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordVisit, Request, Reply>("/village/visits");
}

/// <summary>What a village officer sees on the phone: the places that are theirs, what they reported, the families to visit.</summary>
internal sealed class GetVillage(CaseFile file, Kernel.Divisions.DivisionBook divisions) : IQuestion<GetVillage.Request, GetVillage.Reply>
{
    private const int Most = 20;

    public sealed record Request;

    /// <param name="Account">Who is signed in: an outbox of somebody else is left alone.</param>
    public sealed record Reply(string Account, string Name, string Area, IReadOnlyList<Choice> Places, IReadOnlyList<Grave> Graves, IReadOnlyList<Family> Families);

    public sealed record Choice(string Code, string Name);

    public sealed record Grave(string Number, string Kind, int Count, string Place, string State, DateTimeOffset At);

    /// <param name="Visited">The last visit.</param>
    public sealed record Family(Guid CaseId, string Number, string Name, string State, DateTimeOffset At, DateOnly? Visited);

    public Permission Permission => FuneralPermissions.WorkInVillage;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var me = file.By.Id;
        var graves = await file.Db.GraveReports.AsNoTracking().Where(r => r.OpenedBy == me).OrderByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        var visits = file.Db.VillageVisits;
        var cases = await file.Db.DeathCases.AsNoTracking().Where(c => c.OpenedBy == me && c.VoidedAt == null).OrderByDescending(c => c.ReportedAt).Take(Most)
            .Select(c => new { c.Id, c.Number, c.Name, c.Unidentified, c.Status, c.ReportedAt, Visited = visits.Where(v => v.CaseId == c.Id).Max(v => (DateOnly?)v.VisitedOn) }).ToListAsync(ct);
        var own = file.By.Division;
        return new Reply(me, file.By.Name, divisions.PathName(own), [new(own, divisions.PathName(own)), .. divisions.Children(own).Select(d => new Choice(d.Code, d.Name))],
            [.. graves.Select(r => new Grave(r.Number, GraveReport.Label(r.Kind), r.Count, r.Place, GraveReport.Label(r.State), r.ReportedAt))],
            [.. cases.Select(c => new Family(c.Id, c.Number, Search.FindCases.NameOf(c.Name, c.Unidentified), CaseLabels.Of(c.Status), c.ReportedAt, c.Visited))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetVillage, Request, Reply>("/village/mine");
}
