using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Letters;

/// <summary>催缴公告, for anybody: position and a name with its end hidden. What was paid since is gone from it.</summary>
internal sealed class FindPublicNotices(FeeDesk fees) : IQuestion<FindPublicNotices.Request, FindPublicNotices.Reply>
{
    public const int Most = 500;

    public sealed record Request(string? Institution = null);

    public sealed record Row(string Institution, string InstitutionName, string? Phone, string Place, string Holder, DateOnly PaidUntil, DateOnly IssuedOn);

    public sealed record Ground(string Id, string Name);

    public sealed record Reply(IReadOnlyList<Row> Rows, IReadOnlyList<Ground> Grounds, bool Cut, DateOnly Today);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        const string why = "公示催缴公告";
        var open = fees.Db.AcrossScopes<FeeLetter>(why).AsNoTracking().Where(l => l.Kind == FeeLetterKind.Public)
            .Join(fees.Db.AcrossScopes<PlotRight>(why).AsNoTracking().Where(r => r.State == RightState.Active && r.DisputedSince == null), l => l.RightId, r => r.Id, (l, r) => new { Letter = l, Right = r })
            .Where(x => x.Right.CarePaidUntil == x.Letter.PaidUntil);
        var grounds = await open.Select(x => x.Letter.Institution).Distinct().ToListAsync(ct);
        var rows = await open.Where(x => request.Institution == null || request.Institution == "" || x.Letter.Institution == request.Institution).OrderByDescending(x => x.Letter.IssuedOn).ThenBy(x => x.Letter.Id).Take(Most + 1).ToListAsync(ct);
        var names = await PlaceNames.OfAsync(fees.Db, [.. rows.Select(r => r.Right.PositionId)], ct);
        return new Reply(
            [.. rows.Take(Most).Select(x => new Row(x.Letter.Institution!, fees.Desk.Institution(x.Letter.Institution)?.Name ?? "", fees.Desk.Institution(x.Letter.Institution)?.Phone, names.GetValueOrDefault(x.Right.PositionId, ""), x.Right.HolderName?.Masked ?? "", x.Letter.PaidUntil, x.Letter.IssuedOn))],
            [.. grounds.Select(g => new Ground(g!, fees.Desk.Institution(g)?.Name ?? "")).OrderBy(g => g.Id, StringComparer.Ordinal)], rows.Count > Most, fees.Desk.Today);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPublicNotices, Request, Reply>("/public/cemeteries/notices");
}
