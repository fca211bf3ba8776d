using Anmin.Funeral.Timetable;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Scheduling;

/// <summary>排期愿望: what a family wishes of farewell and cremation; what a plan is measured by.</summary>
internal sealed class ScheduleWish
{
    public required Guid CaseId { get; init; }

    public required string Institution { get; set; }

    public bool Farewell { get; set; }

    /// <summary>Start of the farewell, or of the cremation where there is none; null for any time.</summary>
    public DateTimeOffset? WishedAt { get; set; }

    /// <summary>Length of the farewell; null for the usual one.</summary>
    public int? Minutes { get; set; }

    public int People { get; set; }

    /// <summary>flat-bed or carriage; null for either.</summary>
    public string? Cremator { get; set; }

    public bool Oversize { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<ScheduleWish>(t =>
    {
        t.ToTable("funeral_schedule_wish", b => b.HasCheckConstraint("funeral_schedule_wish_people", "people >= 0 and people <= 2000"));
        t.HasKey(e => e.CaseId);
        t.Property(e => e.Cremator).HasMaxLength(20);
        t.HasIndex(e => new { e.Institution, e.WishedAt });
    });
}

/// <summary>登记家属对告别和火化时间的愿望. Recorded again, the later one counts.</summary>
internal sealed class RecordWish(CaseFile file, Reading reading) : IUseCase<RecordWish.Request, Done>
{
    /// <param name="WishedAt">As people write it: 明天 09:30; empty for any time.</param>
    public sealed record Request(Guid CaseId, bool Farewell, string? WishedAt, int? Minutes, int? People, string? Cremator, bool Oversize);

    public Permission Permission => FuneralPermissions.BookTime;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var wished = reading.Instant(request.WishedAt, nameof(request.WishedAt), "愿望时间", required: false);
        if (wished < file.Now) reading.Refuse(SchedulingProblems.InPast with { Field = nameof(request.WishedAt) });
        if (request.People is < 0 or > 2000) reading.Refuse(SchedulingProblems.PeopleRange with { Field = nameof(request.People) });
        if (request.Minutes is < 10 or > 600) reading.Refuse(SchedulingProblems.MinutesRange with { Field = nameof(request.Minutes) });
        if (!string.IsNullOrEmpty(request.Cremator) && request.Cremator is not ("flat-bed" or "carriage")) reading.Refuse(SchedulingProblems.WrongKind with { Field = nameof(request.Cremator) });
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.IsOpen) return FuneralProblems.CaseEnded;
        if (opened.Institution is not { } home) return SchedulingProblems.HomeUnknown;
        var wish = await file.Db.Set<ScheduleWish>().FindAsync([opened.Id], ct);
        if (wish is null) file.Db.Add(wish = new ScheduleWish { CaseId = opened.Id, Institution = home });
        (wish.Institution, wish.Farewell, wish.WishedAt, wish.Minutes, wish.People) = (home, request.Farewell, wished, request.Minutes, request.People ?? 0);
        (wish.Cremator, wish.Oversize, wish.RecordedAt) = (string.IsNullOrEmpty(request.Cremator) ? null : request.Cremator, request.Oversize, file.Now);
        opened.NoteWish(request.Farewell, wished);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordWish, Request, Done>("/schedule/wishes");
}
