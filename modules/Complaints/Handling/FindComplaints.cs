using System.Text;
using Anmin.Complaints.Filing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Complaints.Handling;

/// <summary>Which complaints are meant: the same words for the list and for the export.</summary>
internal sealed class ComplaintShelf(ComplaintsDesk desk, Reference reference, DictionaryBook dictionary)
{
    public static readonly IReadOnlyList<(string Key, string Label)> States = [("", "全部"), ("received", "待受理"), ("accepted", "办理中"), ("late", "逾期"), ("answered", "已答复"), ("revisit", "待回头看"), ("review", "复查中"), ("refused", "不予受理")];

    public IQueryable<Complaint> Of(string? state, string? about, string? kind, string? number)
    {
        var (rows, now) = (desk.Visible.AsNoTracking(), desk.Now);
        if (!string.IsNullOrEmpty(about)) rows = rows.Where(c => c.About == about);
        if (!string.IsNullOrEmpty(kind)) rows = rows.Where(c => c.Kind == kind);
        if (!string.IsNullOrWhiteSpace(number))
        {
            var read = TypedNumber.Read(reference.Now, "complaint", number) ?? number.Trim().ToUpperInvariant();
            rows = rows.Where(c => c.Number == read);
        }
        return state switch
        {
            "received" => rows.Where(c => c.State == ComplaintState.Received),
            "accepted" => rows.Where(c => c.State == ComplaintState.Accepted),
            "late" => rows.Where(c => (c.State == ComplaintState.Received && c.AcceptDue <= now) || (c.State == ComplaintState.Accepted && c.DecideDue <= now) || (c.State == ComplaintState.UnderReview && c.ReviewDue <= now)),
            "answered" => rows.Where(c => c.State == ComplaintState.Answered || c.State == ComplaintState.Reviewed),
            "revisit" => rows.Where(c => c.RevisitOn != null && c.RevisitedAt == null),
            "review" => rows.Where(c => c.State == ComplaintState.UnderReview),
            "refused" => rows.Where(c => c.State == ComplaintState.Refused),
            _ => rows,
        };
    }

    public FindComplaints.Row Shape(Complaint c) => new(c.Id, c.Number, dictionary.LabelOf(ComplaintsLists.Kind, c.Kind), desk.InstitutionName(c.About), desk.BureauName(c.Division), c.State, c.Finding, c.ReceivedAt, DueOf(c).From, DueOf(c).Due, c.Phone is null, c.CaseId is not null);

    /// <summary>The clock that runs now; a 回头看 is due at the end of its day.</summary>
    private (DateTimeOffset From, DateTimeOffset? Due) DueOf(Complaint c) => c.State switch
    {
        ComplaintState.Received => (c.ReceivedAt, c.AcceptDue),
        ComplaintState.Accepted => (c.AcceptedAt!.Value, c.DecideDue),
        ComplaintState.UnderReview => (c.ReviewAskedAt!.Value, c.ReviewDue),
        _ when c.RevisitOn is { } day && c.RevisitedAt is null => (c.AnsweredAt!.Value, LocalClock.EndOf(day, desk.Zone)),
        _ => (c.ReceivedAt, null),
    };
}

/// <summary>投诉举报: newest first, with counts per state.</summary>
internal sealed class FindComplaints(ComplaintsDesk desk, ComplaintShelf shelf) : IQuestion<FindComplaints.Request, FindComplaints.Reply>
{
    private const int Page = 50;

    /// <param name="State">A key of <see cref="ComplaintShelf.States"/>.</param>
    /// <param name="Before">The last id of the page before.</param>
    public sealed record Request(string? State = null, string? About = null, string? Kind = null, string? Number = null, Guid? Before = null);

    public sealed record Row(Guid Id, string Number, string Kind, string Institution, string Bureau, ComplaintState State, ComplaintFinding? Finding, DateTimeOffset ReceivedAt, DateTimeOffset From, DateTimeOffset? Due, bool Anonymous, bool Tied);

    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next, int Matching, IReadOnlyDictionary<string, int> Counts, DateTimeOffset Now);

    public Permission Permission => ComplaintsPermissions.ReadComplaints;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (key, _) in ComplaintShelf.States) counts[key] = await shelf.Of(key, request.About, request.Kind, null).CountAsync(ct);
        var meant = shelf.Of(request.State, request.About, request.Kind, request.Number);
        var matching = await meant.CountAsync(ct);
        if (request.Before is { } before) meant = meant.Where(c => c.Id.CompareTo(before) < 0);
        var found = await meant.OrderByDescending(c => c.Id).Take(Page + 1).ToListAsync(ct);
        return new Reply([.. found.Take(Page).Select(shelf.Shape)], found.Count > Page ? found[Page - 1].Id : null, matching, counts, desk.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindComplaints, Request, Reply>("/complaints");
}

/// <summary>导出投诉举报 as CSV: as listed, without names, telephones or what was told.</summary>
internal sealed class ExportComplaints(ComplaintsDesk desk, ComplaintShelf shelf) : IUseCase<ExportComplaints.Request, ExportComplaints.Reply>
{
    private const int Most = 20000;

    public sealed record Request(string? State, string? About, string? Kind) : IHasReason
    {
        public string Reason => "导出投诉举报";
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => ComplaintsPermissions.ReadComplaints;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = await shelf.Of(request.State, request.About, request.Kind, null).OrderByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        var csv = new StringBuilder("受理编号,关于什么,机构,办理的局,状态,查明结果,收到,时限,匿名,对应案卷\r\n");
        foreach (var row in rows.Select(shelf.Shape))
            csv.AppendJoin(',', new[] { row.Number, row.Kind, row.Institution, row.Bureau, ComplaintWords.Of(row.State), ComplaintWords.Of(row.Finding), ChineseTime.Stamp(row.ReceivedAt, desk.Zone), row.Due is { } due ? ChineseTime.IsoDate(desk.LastDay(due)) : "", row.Anonymous ? "是" : "", row.Tied ? "是" : "" }.Select(CsvCell.Of)).Append("\r\n");
        return new Reply(csv.ToString(), rows.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/complaints/export", async ([FromForm] string? state, [FromForm] string? about, [FromForm] string? kind, Gate gate, ExportComplaints useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(state, about, kind), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(reply.Csv)], "text/csv; charset=utf-8", "complaints.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportComplaints)).DisableAntiforgery().ProducesProblem(403);
}
