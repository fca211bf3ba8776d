using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Auditing;

/// <summary>Who did what, to whose data, when, why, from where. Newest first, paged by key.</summary>
internal sealed class FindAudit(AnminDb db, Reference reference) : IQuestion<FindAudit.Request, FindAudit.Reply>
{
    public const int PageSize = 50;

    /// <param name="Who">Id or exact name of the person.</param>
    /// <param name="What">Permission code or use case.</param>
    /// <param name="Subject">The case: "who looked at this one".</param>
    /// <param name="From">First day, in the city's time.</param>
    /// <param name="Until">Last day, in the city's time.</param>
    /// <param name="Refused">Only what was refused.</param>
    /// <param name="Before">Id of the last row seen.</param>
    public sealed record Request(string? Who = null, string? What = null, string? Subject = null, string? From = null, string? Until = null, bool? Refused = null, Guid? Before = null);

    public sealed record Row(Guid Id, DateTimeOffset At, string ActorId, string ActorName, string Post, string UseCase, string Permission, Guid? Subject, string Result, string? Reason, string? ScopeLift, string Device);

    /// <param name="Next">For the next page's <c>Before</c>; null on the last.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next);

    public Permission Permission => IdentityPermissions.ReadAudit;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var rows = db.Set<AuditRow>().AsNoTracking();
        if (Trimmed(request.Subject) is { } subject)
        {
            if (!Guid.TryParse(subject, out var id)) return IdentityProblems.BadCaseId;
            rows = rows.Where(a => a.Subject == id);
        }
        if (Trimmed(request.Who) is { } who) rows = rows.Where(a => a.ActorId == who || a.ActorName == who);
        if (Trimmed(request.What) is { } what) rows = rows.Where(a => a.Permission == what || a.UseCase == what);
        if (request.Refused is true) rows = rows.Where(a => a.Result != "ok");
        if (!Day(request.From, "from").Try(out var from, out var bad) || !Day(request.Until, "until").Try(out var until, out bad)) return bad;
        if (from.At is { } first) rows = rows.Where(a => a.At >= first);
        if (until.At?.AddDays(1) is { } end) rows = rows.Where(a => a.At < end);
        if (request.Before is { } before) rows = rows.Where(a => a.Id.CompareTo(before) < 0);
        var page = await rows.OrderByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new Row(a.Id, a.At, a.ActorId, a.ActorName, a.Post, a.UseCase, a.Permission, a.Subject, a.Result, a.Reason, a.ScopeLift, a.Device)).ToListAsync(ct);
        return page.Count > PageSize ? new Reply(page[..PageSize], page[PageSize - 1].Id) : new Reply(page, null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAudit, Request, Reply>("/audit");

    private readonly record struct Midnight(DateTimeOffset? At);

    private Outcome<Midnight> Day(string? text, string field)
    {
        if (Trimmed(text) is not { } day) return new Midnight(null);
        if (!DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return IdentityProblems.BadDay(field);
        return new Midnight(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), reference.Now.Zone)));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
