using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

/// <summary>An agent's own results.</summary>
internal sealed class FindOwnReviews(HotlineDesk desk) : IQuestion<FindOwnReviews.Request, IReadOnlyList<FindReviews.Line>>
{
    private const int Most = 50;

    public sealed record Request;

    public Permission Permission => HotlinePermissions.TakeCall;

    public async Task<Outcome<IReadOnlyList<FindReviews.Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        var me = desk.By.Id;
        var rows = await (from r in desk.Db.CallReviews.AsNoTracking() where r.Agent == me && r.ReviewedAt != null join c in desk.Db.Calls.AsNoTracking() on r.CallId equals c.Id orderby r.Id descending select new { r.Id, c.Number, c.StartedAt, c.Kind, r.Agent, r.ReviewedBy, r.Total, r.Passed }).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(r => new FindReviews.Line(r.Id, r.Number, r.StartedAt, r.Kind, desk.StaffName(r.Agent), desk.StaffName(r.ReviewedBy), r.Total, r.Passed));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindOwnReviews, Request, IReadOnlyList<FindReviews.Line>>("/hotline/reviews/mine");
}
