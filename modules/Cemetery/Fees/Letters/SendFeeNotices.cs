using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Fees.Letters;

/// <summary>
/// 到期提醒 of one ground, at most <see cref="Most"/> a run: the nearest threshold that has been reached and not been told. Days on which nothing ran
/// are made up for by that one message, never by several; what ended longer ago than the first threshold is arrears and no longer a reminder.
/// </summary>
internal sealed class SendFeeNotices(FeeDesk fees, IMessageDesk messages) : IUseCase<SendFeeNotices.Request, SendFeeNotices.Reply>
{
    public const int Most = 300;

    public sealed record Request(string Institution);

    /// <param name="More">True where a further run has more to do.</param>
    public sealed record Reply(int Sent, int Unreachable, bool More);

    private sealed record Due(PlotRight Right, NoticeKind Kind, DateOnly Day, int Days);

    public Permission Permission => CemeteryPermissions.ChargeFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (fees.Desk.Institution(request.Institution) is not { } home) return CemeteryProblems.NoGround;
        if (!fees.Desk.Rules.Find("term.notice.days", home.Division, fees.Desk.Today).Try(out _, out var problem)) return problem;
        var due = await DueAsync(fees, home.Id, home.Division, Most + 1, ct);
        var (sent, mute) = (0, 0);
        var positions = due.Select(d => d.Right.PositionId).Distinct().ToList();
        var names = await PlaceNames.OfAsync(fees.Db, positions, ct);
        foreach (var d in due.Take(Most))
        {
            var phone = d.Right.HolderPhone is { IsMobile: true } mobile ? mobile : null;
            var notice = new FeeNotice { RightId = d.Right.Id, Division = d.Right.Division, Institution = d.Right.Institution, Kind = d.Kind, Due = d.Day, Days = d.Days, Sent = phone is not null, At = fees.Desk.Now };
            fees.Db.Add(notice);
            if (phone is null) mute++;
            else
            {
                sent++;
                await messages.QueueAsync(new Message(d.Kind == NoticeKind.Term ? "cemetery.term-ending" : "cemetery.care-ending", new ToPhone(phone, d.Right.HolderId), new Dictionary<string, object?>
                {
                    ["person"] = d.Right.UserName ?? d.Right.HolderName,
                    ["place"] = names.GetValueOrDefault(d.Right.PositionId, ""),
                    ["day"] = ChineseTime.Date(d.Day),
                    ["phone"] = home.Phone,
                })
                { Id = notice.Id, Subject = d.Right.Id }, ct);
            }
        }
        return new Reply(sent, mute, due.Count > Most);
    }

    public static async Task<bool> AnyAsync(FeeDesk fees, string institution, string division, CancellationToken ct) => (await DueAsync(fees, institution, division, 1, ct)).Count > 0;

    private static async Task<List<Due>> DueAsync(FeeDesk fees, string institution, string division, int most, CancellationToken ct)
    {
        var (db, today, days) = (fees.Db, fees.Desk.Today, fees.NoticeDays(division));
        var told = db.FeeNotices;
        List<Due> found = [];
        var open = db.PlotRights.AsNoTracking().Where(r => r.Institution == institution && r.State == RightState.Active);
        foreach (var (at, d) in days.Reverse().Index())
        {
            if (found.Count >= most) break;
            // from the day after the next nearer threshold to this one
            var (from, until) = (at == 0 ? today.AddDays(-days[0]) : today.AddDays(days[^at] + 1), today.AddDays(d));
            var terms = await open.Where(r => r.TermUntil >= from && r.TermUntil <= until && !told.Any(n => n.RightId == r.Id && n.Kind == NoticeKind.Term && n.Due == r.TermUntil && n.Days == d))
                .OrderBy(r => r.TermUntil).Take(most - found.Count).ToListAsync(ct);
            found.AddRange(terms.Select(r => new Due(r, NoticeKind.Term, r.TermUntil!.Value, d)));
            if (found.Count >= most) break;
            // maintenance that ends with the term is told with the term
            var care = await open.Where(r => r.CareFenPerYear > 0 && r.CarePaidUntil >= from && r.CarePaidUntil <= until && (r.TermUntil == null || r.CarePaidUntil != r.TermUntil)
                && !told.Any(n => n.RightId == r.Id && n.Kind == NoticeKind.Care && n.Due == r.CarePaidUntil && n.Days == d)).OrderBy(r => r.CarePaidUntil).Take(most - found.Count).ToListAsync(ct);
            found.AddRange(care.Select(r => new Due(r, NoticeKind.Care, r.CarePaidUntil!.Value, d)));
        }
        return found;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SendFeeNotices, Request, Reply>("/cemetery/fees/notices");
}

/// <summary>Goes through all grounds; what a run leaves is taken by the next turn.</summary>
internal sealed class FeeNoticesRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "cemetery.fee-notices";

    public string Label => "发墓位到期和维护管理费提醒";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.ForEachGroundAsync(CemeteryPermissions.ChargeFees, async (services, ground) =>
    {
        var fees = services.GetRequiredService<FeeDesk>();
        // looked first: a round with nothing to do leaves no audit row
        if (fees.Desk.Institution(ground) is not { } home || !await SendFeeNotices.AnyAsync(fees, ground, home.Division, ct)) return false;
        return await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<SendFeeNotices>(), new SendFeeNotices.Request(ground), ct: ct) is { Ok: true, Value.More: true };
    }, ct);
}

internal static class PlaceNames
{
    /// <summary>Names of positions by id.</summary>
    public static async Task<Dictionary<Guid, string>> OfAsync(AnminDb db, IReadOnlyCollection<Guid> positions, CancellationToken ct)
    {
        const string why = "列出墓位名称";
        var rows = await db.AcrossScopes<Position>(why).AsNoTracking().Where(p => positions.Contains(p.Id))
            .Join(db.AcrossScopes<Section>(why), p => p.SectionId, s => s.Id, (p, s) => new { p.Id, s.Name, s.Kind, p.Row, p.Layer, p.Number }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => PositionWords.Of(r.Name, r.Kind, r.Row, r.Layer, r.Number));
    }
}
