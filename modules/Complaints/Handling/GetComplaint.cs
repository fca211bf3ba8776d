using Anmin.Complaints.Filing;
using Anmin.Complaints.Statements;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Complaints.Handling;

/// <summary>One complaint with its case, the bill's quoted beside its charged amount, what institutions said, and its course. The telephone stays masked.</summary>
internal sealed class GetComplaint(ComplaintsDesk desk, DictionaryBook dictionary, ICaseCards cases, IBillDifferences bills) : IQuestion<GetComplaint.Request, GetComplaint.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Asked(StatementKind Kind, string Institution, string Text, DateTimeOffset AskedAt, DateTimeOffset Due, string? Given, DateTimeOffset? GivenAt, string GivenBy);

    public sealed record Step(DateTimeOffset At, string Actor, string Kind);

    /// <param name="CaseLink">Id of the case where the reader's scope reaches it.</param>
    /// <param name="CaseVerified">The telephone is a 经办人's of that case; otherwise the number stands as said.</param>
    /// <param name="Mine">The reader's bureau handles it.</param>
    /// <param name="MayPassOn">The reader's bureau, or the level above.</param>
    public sealed record Reply(
        Guid Id, string Number, ComplaintState State, string Kind, string? About, string Institution, string Bureau, string Division, string Story, DateOnly? HappenedOn, string? Wish, string? Name, string? Phone, bool MayShare, string? CallNumber,
        string? CaseSaid, bool CaseVerified, Guid? CaseLink, BillDifference? Bill, DateTimeOffset ReceivedAt, DateTimeOffset AcceptDue, DateTimeOffset? AcceptedAt, DateTimeOffset? DecideDue, string? ExtensionReason,
        string? RefusalReason, string? RefusalWords, ComplaintFinding? Finding, string? Answer, DateTimeOffset? AnsweredAt, DateTimeOffset? ReviewUntil, DateOnly? RectifyDue, DateOnly? RevisitOn, DateTimeOffset? RevisitedAt, bool? Rectified, string? RevisitWords,
        DateTimeOffset? ReviewAskedAt, string? ReviewWhy, DateTimeOffset? ReviewDue, bool? ReviewUpheld, string? ReviewAnswer, IReadOnlyList<Asked> Statements, IReadOnlyList<Step> Steps,
        bool Mine, bool MayPassOn, bool MayReview, DateTimeOffset Now);

    public Permission Permission => ComplaintsPermissions.ReadComplaints;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Visible.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, ct) is not { } c) return ComplaintsProblems.NoComplaint;
        desk.Context.About(c.CaseId ?? c.Id);
        var statements = await desk.Db.AcrossScopes<Statement>("转办以前的说明一并看").AsNoTracking().Where(s => s.ComplaintId == c.Id).OrderBy(s => s.Id).ToListAsync(ct);
        var steps = await desk.Db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == c.Id).OrderBy(e => e.Seq).Select(e => new { e.At, e.Actor, e.Kind }).ToListAsync(ct);
        var me = desk.By;
        var hands = me.May(ComplaintsPermissions.HandleComplaint) && me.Institution is not null && statements.TrueForAll(s => s.GivenBy != me.Id);
        return new Reply(c.Id, c.Number, c.State, dictionary.LabelOf(ComplaintsLists.Kind, c.Kind), c.About, desk.InstitutionName(c.About), desk.BureauName(c.Division), c.Division, c.Story, c.HappenedOn, c.Wish, c.Name, c.Phone?.Masked, c.MayShare, c.CallNumber,
            c.CaseSaid, c.CaseId is not null, c.CaseId is { } id && await cases.FindAsync(id, ct) is not null ? id : null, c.CaseId is { } tied ? await bills.OfCaseAsync(tied, ct) : null,
            c.ReceivedAt, c.AcceptDue, c.AcceptedAt, c.DecideDue, c.ExtensionReason, c.RefusalReason is { } reason ? dictionary.LabelOf(ComplaintsLists.Refusal, reason) : null, c.RefusalWords,
            c.Finding, c.Answer, c.AnsweredAt, c.ReviewUntil, c.RectifyDue, c.RevisitOn, c.RevisitedAt, c.Rectified, c.RevisitWords, c.ReviewAskedAt, c.ReviewWhy, c.ReviewDue, c.ReviewUpheld, c.ReviewAnswer,
            [.. statements.Select(s => new Asked(s.Kind, desk.InstitutionName(s.Institution), s.Asked, s.AskedAt, s.Due, s.Given, s.GivenAt, desk.StaffName(s.GivenBy)))],
            [.. steps.Select(s => new Step(DateTimeOffset.UnixEpoch.AddMicroseconds(s.At), s.Actor == Actor.Public.Id ? "投诉人" : desk.StaffName(s.Actor), ComplaintSteps.Of(s.Kind)))],
            hands && me.Division == c.Division, hands && c.Division.StartsWith(me.Division, StringComparison.Ordinal),
            me.May(ComplaintsPermissions.ReviewComplaint) && me.Id != c.AnsweredBy && c.AnsweredDivision is { } by && me.Division.Length < by.Length && by.StartsWith(me.Division, StringComparison.Ordinal), desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetComplaint, Request, Reply>("/complaints/one");
}

/// <summary>Steps of the journal as people read them.</summary>
internal static class ComplaintSteps
{
    public static string Of(string kind) => kind switch
    {
        "complaint.received" => "提交投诉",
        "complaint.accepted" => "受理",
        "complaint.refused" => "不予受理",
        "complaint.passed-on" => "转办",
        "complaint.extended" => "延期",
        "complaint.statement-asked" => "要求机构说明",
        "complaint.answered" => "答复",
        "complaint.revisited" => "回头看",
        "complaint.review-asked" => "申请复查",
        "complaint.reviewed" => "复查",
        _ => kind,
    };
}
