using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Complaints.Filing;

/// <summary>One's own complaint, behind a pass. Says nothing about whether a case number was right.</summary>
internal sealed class GetMyComplaint(ComplaintsDesk desk, ComplaintPass passes, DictionaryBook dictionary) : IQuestion<GetMyComplaint.Request, GetMyComplaint.Reply>
{
    public sealed record Request(string? Pass);

    /// <param name="Code">Only right after filing, and only for who left no telephone.</param>
    /// <param name="ReviewRefusal">Why 复查 cannot be asked for now; null where it can.</param>
    public sealed record Reply(
        string Number, string Kind, string Institution, string Bureau, string? BureauPhone, string Story, string? Wish, DateTimeOffset ReceivedAt, DateOnly AcceptBy, ComplaintState State, DateOnly? DecideBy, DateTimeOffset? AcceptedAt,
        DateTimeOffset? RefusedAt, string? RefusalReason, string? RefusalWords, string? ExtensionReason, ComplaintFinding? Finding, string? Answer, DateTimeOffset? AnsweredAt, DateOnly? ReviewBy,
        string? ReviewRefusal, DateTimeOffset? ReviewAskedAt, DateOnly? ReviewAnswerBy, bool? ReviewUpheld, string? ReviewAnswer, DateTimeOffset? ReviewedAt, DateOnly? RectifyBy, bool? Rectified, string? DecideDays, string? Code);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (passes.OpenedBy(request.Pass) is not { } opened) return ComplaintsProblems.PassOver;
        if (await desk.Db.AcrossScopes<Complaint>("投诉人看自己的投诉").AsNoTracking().FirstOrDefaultAsync(c => c.Id == opened.Id, ct) is not { } c) return ComplaintsProblems.PassOver;
        desk.Context.About(c.Id);
        DateOnly? Day(DateTimeOffset? due) => due is { } at ? desk.LastDay(at) : null;
        return new Reply(c.Number, dictionary.LabelOf(ComplaintsLists.Kind, c.Kind), desk.InstitutionName(c.About), desk.BureauName(c.Division), desk.BureauPhone(c.Division), c.Story, c.Wish, c.ReceivedAt, desk.LastDay(c.AcceptDue), c.State, Day(c.DecideDue), c.AcceptedAt,
            c.RefusedAt, c.RefusalReason is { } reason ? dictionary.LabelOf(ComplaintsLists.Refusal, reason) : null, c.RefusalWords, c.ExtensionReason, c.Finding, c.Answer, c.AnsweredAt, Day(c.ReviewUntil),
            c.ReviewRefusal(desk.City, desk.Now)?.Message, c.ReviewAskedAt, Day(c.ReviewDue), c.ReviewUpheld, c.ReviewAnswer, c.ReviewedAt, c.RectifyDue, c.Rectified,
            desk.Rules.Find("complaint.decide", c.Division, desk.Today).Value?.Value,
            opened.Fresh && c.Phone is null ? passes.CodeOf(c.Id) : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetMyComplaint, Request, Reply>("/public/complaints/mine");
}

/// <summary>申请复查: once, within the days of the rule, to the level above.</summary>
internal sealed class AskComplaintReview(ComplaintsDesk desk, ComplaintPass passes, Reading reading) : IUseCase<AskComplaintReview.Request, Done>
{
    public sealed record Request(string? Pass, string? Why);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var why = reading.Text(FileComplaint.OneLine(request.Why), nameof(request.Why), "为什么不同意答复", 500);
        if (reading.Problem is { } bad) return bad;
        if (passes.OpenedBy(request.Pass) is not { } opened) return ComplaintsProblems.PassOver;
        if (await desk.Db.AcrossScopes<Complaint>("投诉人申请复查").FirstOrDefaultAsync(c => c.Id == opened.Id, ct) is not { } complaint) return ComplaintsProblems.PassOver;
        desk.Context.About(complaint.Id);
        if (complaint.ReviewRefusal(desk.City, desk.Now) is { } refused) return refused;
        if (!desk.Rules.Due("complaint.review.decide", complaint.Division, desk.Now).Try(out var due, out var problem)) return problem;
        return complaint.AskReview(why!, due, desk.City, desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskComplaintReview, Request, Done>("/public/complaints/review");
}
