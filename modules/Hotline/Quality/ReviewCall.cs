using System.Globalization;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

/// <summary>评分: every item of the sheet, by another than who took the call; the agent is told the result.</summary>
internal sealed class ReviewCall(HotlineDesk desk, Reading reading, QualitySheet sheet, IMessageDesk messages) : IUseCase<ReviewCall.Request, ReviewCall.Reply>
{
    public sealed record Request(Guid ReviewId, IReadOnlyList<Given> Scores, string? Remark);

    /// <param name="Points">As typed.</param>
    public sealed record Given(string Item, string? Points);

    public sealed record Reply(int Total, bool Passed);

    public Permission Permission => HotlinePermissions.ReviewCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.CallReviews.Include(r => r.Scores).FirstOrDefaultAsync(r => r.Id == request.ReviewId, ct) is not { } review) return KernelProblems.NotFound;
        desk.Context.About(review.CallId);
        if (sheet.Points.Count == 0) return HotlineProblems.NoSheet;
        var scores = new List<CallScore>();
        foreach (var point in sheet.Points)
        {
            var typed = request.Scores.FirstOrDefault(s => s.Item == point.Code)?.Points?.Trim();
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var points) || points > point.Points) reading.Refuse(HotlineProblems.Points($"Points.{point.Code}", point.Title, point.Points));
            else scores.Add(new() { ReviewId = review.Id, Item = point.Code, Points = points, Worth = point.Points });
        }
        var remark = reading.Text(request.Remark, nameof(request.Remark), "给接线员的话", 500, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!desk.Whole("hotline.quality.pass", review.Division).Try(out var pass, out var problem)) return problem;
        if (!review.Score(scores, pass, remark ?? "", desk.By, desk.Now).Try(out _, out problem)) return problem;
        // keys made here are not the database's: told to be added, not updated
        foreach (var score in scores) desk.Db.Add(score);
        await messages.QueueAsync(new("hotline.reviewed", new ToStaff(review.Agent), new Dictionary<string, object?> { ["day"] = review.Day.ToString("M月d日", CultureInfo.InvariantCulture), ["total"] = review.Total, ["result"] = review.Passed == true ? "合格" : "需要改进" }) { Link = $"/work/hotline/quality/{review.Id}", Subject = review.Id }, ct);
        return new Reply(review.Total!.Value, review.Passed!.Value);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReviewCall, Request, Reply>("/hotline/reviews/score");
}
