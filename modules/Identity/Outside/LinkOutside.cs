using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Outside;

/// <summary>Somebody signed in has just proved an outside account to be theirs.</summary>
internal sealed class LinkOutside(AnminDb db, OutsideProvider provider, SessionDesk sessions, CurrentActor current, TimeProvider clock) : IUseCase<LinkOutside.Request, Done>
{
    /// <param name="StaffId">Who began: must still be who is signed in.</param>
    public sealed record Request(string StaffId, string Subject) : IHasReason
    {
        public string Reason => "关联外部账号";
    }

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (current.Actor.Id != request.StaffId) return OutsideProblems.Failed;
        if (sessions.StaleProof() is { } stale) return stale;
        var (issuer, subject) = (provider.Issuer, request.Subject);
        if (await db.Set<OutsideLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Issuer == issuer && l.Subject == subject, ct) is { } link) return link.StaffId == request.StaffId ? Done.It : OutsideProblems.TakenByOther;
        if (await db.Set<OutsideLink>().AnyAsync(l => l.Issuer == issuer && l.StaffId == request.StaffId, ct)) return OutsideProblems.AlreadyLinked;
        db.Add(new OutsideLink { Issuer = issuer, Subject = subject, StaffId = request.StaffId, LinkedAt = clock.GetUtcNow() });
        return Done.It;
    }
}

/// <summary>Takes one's own link away.</summary>
internal sealed class UnlinkOutside(AnminDb db, OutsideProvider provider, CurrentActor current) : IUseCase<UnlinkOutside.Request, Done>
{
    public sealed record Request : IHasReason
    {
        public string Reason => "解除外部账号关联";
    }

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var (issuer, who) = (provider.Issuer, current.Actor.Id);
        return await db.Set<OutsideLink>().Where(l => l.Issuer == issuer && l.StaffId == who).ExecuteDeleteAsync(ct) > 0 ? Done.It : KernelProblems.NotFound;
    }
}

/// <summary>One's own link, for the page that shows it.</summary>
internal sealed class FindOutsideLink(AnminDb db, OutsideProvider provider, CurrentActor current) : IQuestion<FindOutsideLink.Request, FindOutsideLink.Reply>
{
    public sealed record Request;

    public sealed record Reply(DateTimeOffset? LinkedAt, DateTimeOffset? LastUsedAt);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (issuer, who) = (provider.Issuer, current.Actor.Id);
        var link = await db.Set<OutsideLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Issuer == issuer && l.StaffId == who, ct);
        return new Reply(link?.LinkedAt, link?.LastUsedAt);
    }
}
