using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Stays;

/// <summary>发布公告: nobody answered the letter, or nobody could be written to. What the public reads is kept as it was on the day.</summary>
internal sealed class AnnounceOverdue(CaseFile file, StayDesk desk, StayClocks clocks, DivisionBook divisions) : IUseCase<AnnounceOverdue.Request, AnnounceOverdue.Reply>
{
    public sealed record Request(Guid CaseId);

    public sealed record Reply(string Number, DateTimeOffset Until);

    public Permission Permission => FuneralPermissions.GiveStayNotice;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.CaseId, ct)).Try(out var at, out var problem)) return problem;
        if (at.Case.NotStaying() is { } gone) return gone;
        var overdue = at.Overdue;
        if (overdue is null && at.Case.Unidentified)
        {
            if (at.Case.Contract is not null) return StayProblems.ConfirmedAlready;
            overdue = OverdueStay.Unnamed(new(at.Case.Id, at.Case.Institution!, at.Case.Division, at.Case.ReportedAt, true, true), file.Now);
            file.Db.Add(overdue);
        }
        if (overdue is null) return StayProblems.NoneOpen;
        if (!clocks.AnnouncedUntil(overdue.Division, overdue.Nameless, file.Now).Try(out var until, out problem)) return problem;
        var (name, facts) = (PublicName(at.Case), await FactsAsync(at.Case, ct));
        var letter = await desk.LetterAsync(StayLetterKind.Announcement, at.Case, n => overdue.Announce(n, name, facts, until, file.Now).Try(out _, out var refused) ? (overdue.Id, facts, "", until, null) : refused, ct);
        if (!letter.Try(out var number, out problem)) return problem;
        return at.Case.NoteWork("stay.announced", new { number, until }).Try(out _, out problem) ? new Reply(number, until) : problem;
    }

    /// <summary>周某某: enough for a family to know its own.</summary>
    private static string PublicName(DeathCase of) => of.Name?.Text is { Length: > 0 } name ? name[..1] + "某某" : "无名氏";

    private async Task<string> FactsAsync(DeathCase of, CancellationToken ct)
    {
        var arrived = ChineseTime.Date(ChineseTime.DayOf(await desk.ArrivedAsync(of, ct), file.Zone));
        var age = of.AgeAtDeath(file.Zone) is { } years ? $"，{years}岁" : "";
        return $"{(of.Sex is Sex.Male or Sex.Female ? of.Sex.Label() : "性别不详")}{age}，{divisions.PathName(of.Division.Length > 9 ? of.Division[..9] : of.Division)}，{arrived}入馆";
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AnnounceOverdue, Request, Reply>("/stays/announcements");
}

/// <summary>公告: what anybody may read, in force now, newest first.</summary>
internal sealed class FindAnnouncements(CaseFile file) : IQuestion<FindAnnouncements.Request, IReadOnlyList<FindAnnouncements.Line>>
{
    private const int Most = 200;

    public sealed record Request;

    public sealed record Line(string Number, string Name, string Facts, string Home, string? Phone, DateTimeOffset AnnouncedAt, DateTimeOffset Until);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<IReadOnlyList<Line>>> HandleAsync(Request request, CancellationToken ct)
    {
        // rows of this table carry what the public may read; the case behind them is not touched
        var rows = await file.Db.OverdueStays.AsNoTracking().Where(o => o.AnnouncedAt != null && o.EndedAt == null && o.SignedAt == null).OrderByDescending(o => o.AnnouncedAt).Take(Most)
            .Select(o => new { o.AnnouncementNumber, o.PublicName, o.PublicFacts, o.Institution, o.AnnouncedAt, o.AnnouncedUntil }).ToListAsync(ct);
        return (Outcome<IReadOnlyList<Line>>)rows.ConvertAll(r => new Line(r.AnnouncementNumber!, r.PublicName!, r.PublicFacts!, file.Institution(r.Institution)?.Name ?? "", file.Institution(r.Institution)?.Phone, r.AnnouncedAt!.Value, r.AnnouncedUntil!.Value));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAnnouncements, Request, IReadOnlyList<Line>>("/public/stay-announcements");
}
