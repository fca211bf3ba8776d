using Anmin.Cemetery.Fees.Letters;
using Anmin.Cemetery.Fees.Waivers;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Showing;

/// <summary>What waits at the fees desk. Unreached: a reminder found no mobile number. Stuck: money that must be given back.</summary>
internal enum FeeQueue { Soon, Over, Arrears, Urged, Announced, Waivers, Unreached, Stuck }

/// <summary>维护管理费队列: who waits for what, with counts; and contracts found by number, name or initials.</summary>
internal sealed class FindFees(FeeDesk fees) : IQuestion<FindFees.Request, FindFees.Reply>
{
    public const int Most = 50, MostCounted = 1000;

    /// <param name="After">Last row of the page before.</param>
    public sealed record Request(FeeQueue Show = FeeQueue.Soon, string? Q = null, string? Institution = null, string? After = null, int Take = Most);

    /// <param name="Letter">Number of the last letter about what is owed now.</param>
    public sealed record Row(Guid RightId, string? Number, string Institution, string Place, string? Holder, string Phone, DateOnly? TermUntil, DateOnly? CarePaidUntil, int Years, long Fen, string? Letter, DateOnly? LetterOn, FeeWaiver? Waiver, FeeBill? Bill);

    /// <param name="Counts">At most <see cref="MostCounted"/> each.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, IReadOnlyDictionary<FeeQueue, int> Counts, string? Next, DateOnly Today, int SoonDays);

    public Permission Permission => CemeteryPermissions.ReadFees;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var days = fees.NoticeDays(fees.Desk.By.Division) is [var longest, ..] ? longest : 0;
        if (!fees.Number("care.arrears.letter.after", fees.Desk.By.Division, out var letterAfter).Try(out _, out var problem)) return problem;
        Dictionary<FeeQueue, int> counts = [];
        foreach (var queue in Enum.GetValues<FeeQueue>()) counts[queue] = await Of(queue, All(request.Institution), days, letterAfter).Take(MostCounted).CountAsync(ct);
        var q = request.Q?.Trim() is { Length: > 0 and <= 60 } typed ? typed : null;
        var rights = q is null ? Of(request.Show, All(request.Institution), days, letterAfter) : Search(All(request.Institution), q);
        if (request.After is { } after && after.Split('|') is [var day, var id] && DateOnly.TryParse(day, out var from) && Guid.TryParse(id, out var last))
            rights = rights.Where(r => r.CarePaidUntil > from || (r.CarePaidUntil == from && r.Id.CompareTo(last) > 0));
        var take = Math.Clamp(request.Take, 1, 5000);
        var page = await rights.OrderBy(r => r.CarePaidUntil).ThenBy(r => r.Id).Take(take + 1).ToListAsync(ct);
        var rows = await RowsAsync([.. page.Take(take)], ct);
        return new Reply(rows, counts, page.Count > take && page[take - 1] is { CarePaidUntil: { } at } end ? $"{at:yyyy-MM-dd}|{end.Id}" : null, fees.Desk.Today, days);
    }

    private IQueryable<PlotRight> All(string? institution)
        => fees.Db.PlotRights.AsNoTracking().Where(r => string.IsNullOrEmpty(institution) || r.Institution == institution);

    private static IQueryable<PlotRight> Search(IQueryable<PlotRight> rights, string q)
    {
        var (upper, initials, name) = (q.ToUpperInvariant(), q.ToLowerInvariant(), PersonName.Parse(q).Value);
        return rights.Where(r => r.Number != null && (r.Number == upper || r.HolderInitials == initials || r.UserInitials == initials || (name != null && (r.HolderName == name || r.UserName == name))));
    }

    private IQueryable<PlotRight> Of(FeeQueue queue, IQueryable<PlotRight> all, int days, int letterAfter)
    {
        var (today, soon) = (fees.Desk.Today, fees.Desk.Today.AddDays(days));
        var (letters, waivers, notices, bills) = (fees.Db.FeeLetters, fees.Db.FeeWaivers, fees.Db.FeeNotices, fees.Db.FeeBills);
        var active = all.Where(r => r.State == RightState.Active);
        return queue switch
        {
            FeeQueue.Soon => active.Where(r => (r.TermUntil >= today && r.TermUntil <= soon) || (r.CareFenPerYear > 0 && r.CarePaidUntil >= today && r.CarePaidUntil <= soon)),
            FeeQueue.Over => active.Where(r => r.TermUntil < today || (r.CareFenPerYear > 0 && r.CarePaidUntil < today)),
            FeeQueue.Arrears => LetterQueue.Urge(fees, all, today.AddDays(-letterAfter)),
            FeeQueue.Urged => active.Where(r => letters.Any(l => l.RightId == r.Id && l.Kind == FeeLetterKind.Urge && l.PaidUntil == r.CarePaidUntil) && !letters.Any(l => l.RightId == r.Id && l.Kind == FeeLetterKind.Public && l.PaidUntil == r.CarePaidUntil)),
            FeeQueue.Announced => active.Where(r => letters.Any(l => l.RightId == r.Id && l.Kind == FeeLetterKind.Public && l.PaidUntil == r.CarePaidUntil)),
            FeeQueue.Waivers => all.Where(r => waivers.Any(w => w.RightId == r.Id && w.State == WaiverState.Asked)),
            FeeQueue.Unreached => active.Where(r => notices.Any(n => n.RightId == r.Id && !n.Sent && (n.Due == r.TermUntil || n.Due == r.CarePaidUntil))),
            _ => all.Where(r => bills.Any(b => b.RightId == r.Id && b.State == FeeBillState.Stuck)),
        };
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<PlotRight> rights, CancellationToken ct)
    {
        var ids = rights.ConvertAll(r => r.Id);
        var names = await PlaceNames.OfAsync(fees.Db, [.. rights.Select(r => r.PositionId)], ct);
        var letters = (await fees.Db.FeeLetters.AsNoTracking().Where(l => ids.Contains(l.RightId)).OrderByDescending(l => l.IssuedOn).ToListAsync(ct)).ToLookup(l => l.RightId);
        var waivers = (await fees.Db.FeeWaivers.AsNoTracking().Where(w => ids.Contains(w.RightId) && w.State == WaiverState.Asked).ToListAsync(ct)).ToDictionary(w => w.RightId);
        var bills = (await fees.Db.FeeBills.AsNoTracking().Where(b => ids.Contains(b.RightId) && (b.State == FeeBillState.Drawn || b.State == FeeBillState.Stuck)).ToListAsync(ct)).ToLookup(b => b.RightId);
        return rights.ConvertAll(r =>
        {
            var (years, fen) = FeeDesk.Arrears(r.CarePaidUntil, r.TermFrom, r.CareFenPerYear, fees.Desk.Today);
            var letter = letters[r.Id].FirstOrDefault(l => l.PaidUntil == r.CarePaidUntil);
            return new Row(r.Id, r.Number, fees.Desk.Institution(r.Institution)?.Name ?? "", names.GetValueOrDefault(r.PositionId, ""), r.HolderName?.Text, r.HolderPhone?.Masked ?? "", r.TermUntil, r.CarePaidUntil, years, fen, letter?.Number, letter?.IssuedOn, waivers.GetValueOrDefault(r.Id), bills[r.Id].FirstOrDefault());
        });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindFees, Request, Reply>("/cemetery/fees");
}
