using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits.Papers;

/// <summary>要打印的领取通知和公告: drawn up and not yet sent or put up, the oldest first; or all of the last ones.</summary>
internal sealed class FindDepositPapers(CemeteryDesk desk) : IQuestion<FindDepositPapers.Request, FindDepositPapers.Reply>
{
    private const int Most = 200;

    /// <param name="Done">Those that went out already.</param>
    public sealed record Request(bool Done = false);

    public sealed record Letter(string Number, string Name, string Holder, bool Phone, string Home, DateTimeOffset At, DateTimeOffset UnclaimedAt, DateTimeOffset? SentAt);

    public sealed record Announcement(string Number, int Persons, string Home, DateTimeOffset At, DateTimeOffset Until, DateTimeOffset? PostedAt);

    public sealed record Reply(IReadOnlyList<Letter> Letters, IReadOnlyList<Announcement> Announcements);

    public Permission Permission => CemeteryPermissions.ReadDeposits;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Db;
        var claims = db.Set<DepositClaim>().AsNoTracking();
        // what somebody came for after all needs no paper any more
        var waiting = claims.Where(c => request.Done ? c.LetterSentAt != null : c.LetterSentAt == null && c.State == ClaimState.Notified);
        var letters = await (request.Done ? waiting.OrderByDescending(c => c.NotifiedAt) : waiting.OrderBy(c => c.NotifiedAt)).Take(Most)
            .Join(db.Set<PlotRight>(), c => c.RightId, r => r.Id, (c, r) => new { c, r }).GroupJoin(db.Set<Interment>().Where(i => i.Kind == IntermentKind.Deposit || i.Kind == IntermentKind.Urn), x => x.r.Id, i => i.RightId, (x, i) => new { x.c, x.r, i }).SelectMany(x => x.i.DefaultIfEmpty(), (x, i) => new { x.c, x.r, Name = i!.PersonName }).ToListAsync(ct);
        var posted = claims.Where(c => c.Announcement != null && (request.Done ? c.AnnouncementPostedAt != null : c.AnnouncementPostedAt == null && (c.State == ClaimState.Announced || c.State == ClaimState.Proposed)));
        var announced = await posted.OrderBy(c => c.AnnouncedAt).Take(Most).ToListAsync(ct);
        return new Reply(
            [.. letters.DistinctBy(x => x.c.Id).Select(x => new Letter(x.c.Letter, x.Name?.Text ?? x.r.UserName?.Text ?? "", x.r.HolderName?.Text ?? "", x.r.HolderPhone is not null, desk.Institution(x.c.Institution)?.Name ?? "", x.c.NotifiedAt, x.c.UnclaimedAt, x.c.LetterSentAt))],
            [.. announced.GroupBy(c => c.Announcement!).Select(g => new Announcement(g.Key, g.Count(), desk.Institution(g.First().Institution)?.Name ?? "", g.First().AnnouncedAt!.Value, g.First().AnnouncedUntil!.Value, g.First().AnnouncementPostedAt))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDepositPapers, Request, Reply>("/cemetery/deposits/papers");
}

/// <summary>登记送达、张贴: printed papers that went out. Numbers somebody had already said are passed over.</summary>
internal sealed class DeliverDepositPapers(CemeteryDesk desk) : IUseCase<DeliverDepositPapers.Request, DeliverDepositPapers.Reply>
{
    private const int Most = 200;

    public sealed record Request(IReadOnlyList<string>? Numbers);

    public sealed record Reply(int Papers);

    public Permission Permission => CemeteryPermissions.ProposeDisposal;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var numbers = (request.Numbers ?? []).Where(n => n is { Length: > 0 }).Distinct().Take(Most).ToList();
        var claims = await desk.Db.Set<DepositClaim>().Where(c => numbers.Contains(c.Letter) || c.Announcement != null && numbers.Contains(c.Announcement)).ToListAsync(ct);
        if (claims.Count == 0) return DepositProblems.NoPaper;
        HashSet<string> told = [];
        foreach (var claim in claims)
            foreach (var number in numbers.Where(n => n == claim.Letter && claim.LetterSentAt is null || n == claim.Announcement && claim.AnnouncementPostedAt is null))
            {
                if (!claim.Deliver(number, desk.Now).Try(out _, out var problem)) return problem;
                told.Add(number);
            }
        return new Reply(told.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DeliverDepositPapers, Request, Reply>("/cemetery/deposits/papers/deliver");
}
