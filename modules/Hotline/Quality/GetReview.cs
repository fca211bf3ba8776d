using Anmin.Hotline.Calls;
using Anmin.Hotline.Scripts;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

/// <summary>One drawn call, for who scores it.</summary>
internal sealed class GetReview(HotlineDesk desk, ReviewReader reader) : IQuestion<GetReview.Request, ReviewView>
{
    public sealed record Request(Guid ReviewId);

    public Permission Permission => HotlinePermissions.ReviewCall;

    public Task<Outcome<ReviewView>> HandleAsync(Request request, CancellationToken ct) => reader.ReadAsync(desk.Db.CallReviews.Where(r => r.Id == request.ReviewId), ct);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetReview, Request, ReviewView>("/hotline/reviews/one");
}

/// <summary>An agent's own result, once it is scored.</summary>
internal sealed class GetOwnReview(HotlineDesk desk, ReviewReader reader) : IQuestion<GetOwnReview.Request, ReviewView>
{
    public sealed record Request(Guid ReviewId);

    public Permission Permission => HotlinePermissions.TakeCall;

    public Task<Outcome<ReviewView>> HandleAsync(Request request, CancellationToken ct)
    {
        var me = desk.By.Id;
        return reader.ReadAsync(desk.Db.CallReviews.Where(r => r.Id == request.ReviewId && r.Agent == me && r.ReviewedAt != null), ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetOwnReview, Request, ReviewView>("/hotline/reviews/own");
}

/// <param name="MayScore">Still open, and not the asker's own call.</param>
internal sealed record ReviewView(
    Guid Id, string Number, DateTimeOffset StartedAt, TimeSpan? Waited, TimeSpan? Talked, CallKind? Kind, CallOutcome? Outcome, string Summary, string Agent, string Reviewer,
    DateTimeOffset? ReviewedAt, int? Total, bool? Passed, string Remark, bool MayScore, IReadOnlyList<ReviewView.Asked> Script, IReadOnlyList<ReviewView.Item> Items)
{
    public sealed record Asked(string Question, bool Ticked);

    /// <param name="Given">Null before it is scored.</param>
    public sealed record Item(string Code, string Title, string Question, int Worth, int? Given);
}

/// <summary>Puts a review and its call together.</summary>
internal sealed class ReviewReader(HotlineDesk desk, QualitySheet sheet, ScriptBook scripts)
{
    public async Task<Outcome<ReviewView>> ReadAsync(IQueryable<CallReview> one, CancellationToken ct)
    {
        if (await one.AsNoTracking().Include(r => r.Scores).FirstOrDefaultAsync(ct) is not { } found) return KernelProblems.NotFound;
        if (await desk.Db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Id == found.CallId, ct) is not { } call) return KernelProblems.NotFound;
        desk.Context.About(call.Id);
        var ticked = call.Steps.Split(' ');
        var items = found.ReviewedAt is null
            ? sheet.Points.Select(p => new ReviewView.Item(p.Code, p.Title, p.Question, p.Points, null))
            : found.Scores.OrderBy(s => s.Id).Select(s => new ReviewView.Item(s.Item, sheet.TitleOf(s.Item), "", s.Worth, s.Points));
        return new ReviewView(found.Id, call.Number, call.StartedAt, call.Waited, call.Talked, call.Kind, call.Outcome, call.Summary, desk.StaffName(found.Agent), desk.StaffName(found.ReviewedBy),
            found.ReviewedAt, found.Total, found.Passed, found.Remark, found.ReviewedAt is null && found.Agent != desk.By.Id,
            [.. scripts.Of(call.Kind ?? CallKind.Other).Select(s => new ReviewView.Asked(s.Question, ticked.Contains(s.Code)))], [.. items]);
    }
}
