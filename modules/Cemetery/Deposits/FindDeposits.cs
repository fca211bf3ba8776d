using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits;

/// <summary>Where a deposit stands today; from dates and claims, never stored.</summary>
internal enum DepositStanding
{
    Kept,
    Soon,
    Due,
    Overdue,
    Notified,
    Announced,
    Proposed,
}

/// <summary>骨灰寄存清单: the soonest last day first, by institution and standing.</summary>
internal sealed class FindDeposits(CemeteryDesk desk) : IQuestion<FindDeposits.Request, FindDeposits.Reply>
{
    private const int PageSize = 50;

    /// <param name="Standing"><see cref="DepositStanding"/> by name; all when empty.</param>
    /// <param name="Number">Certificate of deposit, label or beginning of a name.</param>
    /// <param name="After">Last day and id of the last row seen: 2026-04-15_id.</param>
    public sealed record Request(string? Institution = null, string? Standing = null, string? Number = null, string? After = null);

    public sealed record Line(Guid RightId, string Number, string Name, string? Ashes, string Institution, string Place, string Holder, DateOnly? Until, DepositStanding Standing, DateTimeOffset? UnclaimedAt, DateTimeOffset? AnnouncedUntil, bool Disputed);

    /// <param name="Words">What could not be worked out because a rule is missing; null when nothing is.</param>
    public sealed record Reply(IReadOnlyList<Line> Lines, string? Next, DateOnly Today, string? Words);

    public Permission Permission => CemeteryPermissions.ReadDeposits;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Db;
        var (today, words) = (desk.Today, (string?)null);
        DepositStanding? wanted = Enum.TryParse<DepositStanding>(request.Standing, true, out var asked) ? asked : null;
        var soon = today;
        var place = desk.Institution(request.Institution ?? desk.By.Institution)?.Division ?? "0";
        if (desk.Rules.Due("deposit.reminder", place, desk.Now).Try(out var horizon, out var missing)) soon = Kernel.Calendar.LocalClock.DateOf(horizon, desk.Zone);
        else words = missing.Message;

        var rights = db.PlotRights.AsNoTracking().Where(r => (r.Kind == RightKind.Deposit || r.Kind == RightKind.Niche) && r.State == RightState.Active);
        if (request.Institution is { Length: > 0 } home) rights = rights.Where(r => r.Institution == home);
        var claims = db.DepositClaims;
        rights = wanted switch
        {
            DepositStanding.Kept => rights.Where(r => r.TermUntil == null || r.TermUntil > soon),
            DepositStanding.Soon => rights.Where(r => r.TermUntil > today && r.TermUntil <= soon),
            DepositStanding.Due => rights.Where(r => r.TermUntil == today),
            DepositStanding.Overdue => rights.Where(r => r.TermUntil < today && !claims.Any(c => c.RightId == r.Id && (c.State == ClaimState.Notified || c.State == ClaimState.Announced || c.State == ClaimState.Proposed))),
            DepositStanding.Notified => rights.Where(r => claims.Any(c => c.RightId == r.Id && c.State == ClaimState.Notified)),
            DepositStanding.Announced => rights.Where(r => claims.Any(c => c.RightId == r.Id && c.State == ClaimState.Announced)),
            DepositStanding.Proposed => rights.Where(r => claims.Any(c => c.RightId == r.Id && c.State == ClaimState.Proposed)),
            _ => rights,
        };
        var interments = db.Interments;
        if (request.Number?.Trim() is { Length: > 0 } number)
        {
            var (text, letters, name) = (number.ToUpperInvariant(), number.ToLowerInvariant(), Kernel.Personal.PersonName.FromStore(number));
            rights = rights.Where(r => r.Number == text || interments.Any(i => i.RightId == r.Id && i.RemovedOn == null && (i.Ashes == text || i.Initials == letters || i.PersonName == name)));
        }
        if (request.After?.Split('_') is [var day, var last] && DateOnly.TryParse(day, System.Globalization.CultureInfo.InvariantCulture, out var from) && Guid.TryParse(last, out var id))
            rights = rights.Where(r => r.TermUntil > from || (r.TermUntil == from && r.Id.CompareTo(id) > 0));
        var page = await rights.OrderBy(r => r.TermUntil).ThenBy(r => r.Id).Take(PageSize + 1).ToListAsync(ct);
        var more = page.Count > PageSize;
        if (more) page.RemoveAt(PageSize);
        return new Reply(await LinesAsync(page, today, soon, ct), more ? FormattableString.Invariant($"{page[^1].TermUntil:yyyy-MM-dd}_{page[^1].Id}") : null, today, words);
    }

    private async Task<IReadOnlyList<Line>> LinesAsync(List<PlotRight> page, DateOnly today, DateOnly soon, CancellationToken ct)
    {
        var db = desk.Db;
        var (ids, places) = (page.ConvertAll(r => r.Id), page.ConvertAll(r => r.PositionId));
        var resting = (await db.Interments.AsNoTracking().Where(i => ids.Contains(i.RightId) && i.RemovedOn == null).ToListAsync(ct)).ToLookup(i => i.RightId);
        var named = (await db.Positions.AsNoTracking().Where(p => places.Contains(p.Id)).Join(db.Sections, p => p.SectionId, s => s.Id, (p, s) => new { p, s.Name, s.Kind }).ToListAsync(ct)).ToDictionary(x => x.p.Id, x => PositionWords.Of(x.Name, x.Kind, x.p.Row, x.p.Layer, x.p.Number));
        var open = (await db.DepositClaims.AsNoTracking().Where(c => ids.Contains(c.RightId) && (c.State == ClaimState.Notified || c.State == ClaimState.Announced || c.State == ClaimState.Proposed)).ToListAsync(ct)).ToDictionary(c => c.RightId);
        return [.. page.Select(r => Of(r, resting[r.Id].FirstOrDefault(), named.GetValueOrDefault(r.PositionId, ""), open.GetValueOrDefault(r.Id)))];

        Line Of(PlotRight r, Interment? i, string place, DepositClaim? claim) => new(r.Id, r.Number ?? "", i?.PersonName.Text ?? r.UserName?.Text ?? "", i?.Ashes, desk.Institution(r.Institution)?.Name ?? "", place, r.HolderName?.Text ?? "", r.TermUntil,
            StandingOf(r, claim, today, soon), claim?.UnclaimedAt, claim?.AnnouncedUntil, r.DisputedSince is not null);
    }

    public static DepositStanding StandingOf(PlotRight right, DepositClaim? claim, DateOnly today, DateOnly soon) => (claim?.State, right.TermUntil) switch
    {
        (ClaimState.Notified, _) => DepositStanding.Notified,
        (ClaimState.Announced, _) => DepositStanding.Announced,
        (ClaimState.Proposed, _) => DepositStanding.Proposed,
        (_, null) => DepositStanding.Kept,
        (_, { } until) when until < today => DepositStanding.Overdue,
        (_, { } until) when until == today => DepositStanding.Due,
        (_, { } until) when until <= soon => DepositStanding.Soon,
        _ => DepositStanding.Kept,
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDeposits, Request, Reply>("/cemetery/deposits");
}
