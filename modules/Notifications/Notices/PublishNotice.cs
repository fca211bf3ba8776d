using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Notices;

/// <summary>发布公告, or change one that stands.</summary>
internal sealed class PublishNotice(AnminDb db, Reading reading, DivisionBook divisions, IInstitutionDirectory institutions, CurrentActor current, CommandContext context, TimeProvider clock) : IUseCase<PublishNotice.Request, PublishNotice.Reply>
{
    /// <param name="Targets">Division codes or institution ids, parted by blanks, for those two audiences.</param>
    /// <param name="From">Local date and time; empty for now.</param>
    public sealed record Request(Guid? NoticeId, string? Title, string? Body, NoticeAudience Audience, string? Targets, string? From, string? Until, bool Pinned, bool MustConfirm);

    public sealed record Reply(Guid NoticeId);

    public Permission Permission => NotificationsPermissions.ManageNotices;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var title = reading.Text(request.Title, nameof(request.Title), "标题", 60);
        if (string.IsNullOrWhiteSpace(request.Body)) reading.Refuse(KernelProblems.Required(nameof(request.Body), "正文"));
        else if (request.Body.Length > 20_000) reading.Refuse(KernelProblems.TooLong(nameof(request.Body), "正文", 20_000));
        else if (request.Body.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'))) reading.Refuse(KernelProblems.BadText(nameof(request.Body), "正文"));
        var targets = request.Audience is NoticeAudience.Divisions or NoticeAudience.Institutions ? (request.Targets ?? "").Split((char[])[' ', ',', '，', '、', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) : [];
        if (request.Audience is NoticeAudience.Divisions or NoticeAudience.Institutions && (targets.Length == 0 || !Array.TrueForAll(targets, t => Known(request.Audience, t)))) reading.Refuse(NotificationsProblems.NoticeTargets);
        var now = clock.GetUtcNow();
        var from = reading.Instant(request.From, nameof(request.From), "开始时间", required: false) ?? now;
        var until = reading.Instant(request.Until, nameof(request.Until), "结束时间", required: false);
        if (until <= from) reading.Refuse(NotificationsProblems.NoticePeriod);
        if (reading.Problem is { } bad) return bad;
        var notice = request.NoticeId is { } id ? await db.Notices.SingleOrDefaultAsync(n => n.Id == id && n.WithdrawnAt == null, ct) : null;
        if (request.NoticeId is not null && notice is null) return KernelProblems.NotFound;
        if (notice is null) db.Add(notice = new Notice { Title = title!, Body = request.Body!, Audience = request.Audience, From = from, Author = current.Actor.Id, WrittenAt = now });
        (notice.Title, notice.Body, notice.Audience, notice.Targets, notice.From, notice.Until, notice.Pinned, notice.MustConfirm)
            = (title!, request.Body!, request.Audience, string.Join(' ', targets.Distinct()), from, until, request.Pinned, request.MustConfirm && request.Audience != NoticeAudience.Public);
        context.About(notice.Id, request.NoticeId is null ? "发布公告" : "修改公告");
        return new Reply(notice.Id);
    }

    private bool Known(NoticeAudience audience, string target) => audience == NoticeAudience.Divisions ? divisions.Find(target) is not null : institutions.Find(target) is not null;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PublishNotice, Request, Reply>("/admin/notices");
}

/// <summary>撤下公告.</summary>
internal sealed class WithdrawNotice(AnminDb db, CommandContext context, TimeProvider clock) : IUseCase<WithdrawNotice.Request, Done>
{
    public sealed record Request(Guid NoticeId);

    public Permission Permission => NotificationsPermissions.ManageNotices;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == request.NoticeId, ct) is not { } notice) return KernelProblems.NotFound;
        notice.WithdrawnAt ??= clock.GetUtcNow();
        context.About(notice.Id, "撤下公告");
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WithdrawNotice, Request, Done>("/admin/notices/withdraw");
}
