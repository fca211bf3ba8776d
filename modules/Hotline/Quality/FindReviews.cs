using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

/// <summary>What was drawn, what is still to score, and how it came out.</summary>
internal sealed class FindReviews(HotlineDesk desk) : IQuestion<FindReviews.Request, FindReviews.Reply>
{
    private const int Most = 100;

    public sealed record Request(bool Scored = false);

    public sealed record Reply(int Waiting, IReadOnlyList<Line> Lines);

    public sealed record Line(Guid Id, string Number, DateTimeOffset StartedAt, CallKind? Kind, string Agent, string Reviewer, int? Total, bool? Passed);

    public Permission Permission => HotlinePermissions.ReviewCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var all = desk.Db.CallReviews.AsNoTracking();
        var waiting = await all.CountAsync(r => r.ReviewedAt == null, ct);
        var rows = await (from r in all where (r.ReviewedAt != null) == request.Scored join c in desk.Db.Calls.AsNoTracking() on r.CallId equals c.Id orderby r.Id descending select new { r.Id, c.Number, c.StartedAt, c.Kind, r.Agent, r.ReviewedBy, r.Total, r.Passed }).Take(Most).ToListAsync(ct);
        return new Reply(waiting, rows.ConvertAll(r => new Line(r.Id, r.Number, r.StartedAt, r.Kind, desk.StaffName(r.Agent), desk.StaffName(r.ReviewedBy), r.Total, r.Passed)));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindReviews, Request, Reply>("/hotline/reviews");
}
