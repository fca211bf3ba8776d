using Anmin.Complaints.Filing;
using Anmin.Complaints.Statements;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Complaints.Handling;

/// <summary>答复: what was found, in plain words; with 责令改正 where something must be put right, which the institution answers for by its day.</summary>
internal sealed class AnswerComplaint(ComplaintsDesk desk, Reading reading) : IUseCase<AnswerComplaint.Request, Done>
{
    /// <param name="Finding"><c>Founded</c>, <c>PartlyFounded</c> or <c>Unfounded</c>.</param>
    /// <param name="Order">What the institution must put right; empty where nothing is ordered.</param>
    public sealed record Request(Guid Id, string? Finding, string? Answer, string? Order = null, string? RectifyDue = null, string? RevisitOn = null);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var finding = Enum.TryParse<ComplaintFinding>(request.Finding, out var read) && Enum.IsDefined(read) ? read : (ComplaintFinding?)null;
        if (finding is null) reading.Refuse(ComplaintsProblems.FindingNeeded);
        var answer = reading.Text(FileComplaint.OneLine(request.Answer), nameof(request.Answer), "答复", 1000);
        var order = reading.Text(FileComplaint.OneLine(request.Order), nameof(request.Order), "改正要求", 500, required: false);
        var due = reading.Day(request.RectifyDue, nameof(request.RectifyDue), "改正期限", required: order is not null);
        var revisit = reading.Day(request.RevisitOn, nameof(request.RevisitOn), "回头看日期", required: order is not null);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        if (!desk.Rules.Due("complaint.review.ask", complaint.Division, desk.Now).Try(out var until, out problem)) return problem;
        (DateOnly, DateOnly)? ordered = order is null ? null : (due!.Value, revisit!.Value);
        if (!complaint.Reply(finding!.Value, answer!, until, ordered, desk.By, desk.Now, desk.Today).Try(out _, out problem)) return problem;
        if (order is not null) await desk.AskAsync(Statement.Ask(complaint.Id, StatementKind.Rectify, complaint.About!, complaint.Division, order, LocalClock.EndOf(due!.Value, desk.Zone), desk.By, desk.Now), ct);
        await desk.TellAsync(complaint, "有答复了", ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AnswerComplaint, Request, Done>("/complaints/answer");
}

/// <summary>回头看: whether what was ordered was put right.</summary>
internal sealed class RevisitComplaint(ComplaintsDesk desk, Reading reading) : IUseCase<RevisitComplaint.Request, Done>
{
    public sealed record Request(Guid Id, bool Rectified, string? RevisitWords);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var words = reading.Text(FileComplaint.OneLine(request.RevisitWords), nameof(request.RevisitWords), "看到的情况", 300);
        if (reading.Problem is { } bad) return bad;
        return (await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem) ? complaint.Revisit(request.Rectified, words!, desk.By, desk.Now) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RevisitComplaint, Request, Done>("/complaints/revisit");
}

/// <summary>复查意见, by the level above the one that answered.</summary>
internal sealed class DecideComplaintReview(ComplaintsDesk desk, Reading reading) : IUseCase<DecideComplaintReview.Request, Done>
{
    public sealed record Request(Guid Id, bool Upheld, string? ReviewAnswer);

    public Permission Permission => ComplaintsPermissions.ReviewComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var answer = reading.Text(FileComplaint.OneLine(request.ReviewAnswer), nameof(request.ReviewAnswer), "复查意见", 1000);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        if (!complaint.Review(request.Upheld, answer!, desk.By, desk.Now).Try(out _, out problem)) return problem;
        await desk.TellAsync(complaint, "复查有结果了", ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DecideComplaintReview, Request, Done>("/complaints/review");
}
