using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.SignInLog;

/// <summary>登录日志: who got in or did not, when, how, from where. Newest first, paged by key.</summary>
internal sealed class FindSignIns(AnminDb db, IStaffDirectory staff, Reference reference) : IQuestion<FindSignIns.Request, FindSignIns.Reply>
{
    public const int PageSize = 50;

    /// <param name="Who">Id or exact name of the person, or the account's name.</param>
    /// <param name="From">First day, in the city's time.</param>
    /// <param name="Until">Last day, in the city's time.</param>
    /// <param name="Before">Id of the last row seen.</param>
    public sealed record Request(string? Who = null, SignInResult? Result = null, string? From = null, string? Until = null, Guid? Before = null);

    public sealed record Row(Guid Id, DateTimeOffset At, SignInResult Result, string? StaffId, string? Name, string? Login, string Methods, string Device, string Agent);

    /// <param name="Next">For the next page's <c>Before</c>; null on the last.</param>
    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next);

    public Permission Permission => IdentityPermissions.ReadSignIns;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => await PageAsync(request, PageSize, ct);

    internal async Task<Outcome<Reply>> PageAsync(Request request, int most, CancellationToken ct)
    {
        var rows = db.Set<SignInRecord>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(request.Who))
        {
            var who = request.Who.Trim();
            var named = (await db.Set<SignInRecord>().Where(r => r.StaffId != null).Select(r => r.StaffId!).Distinct().ToListAsync(ct)).Where(id => id == who || staff.Find(id)?.Name == who).ToList();
            rows = rows.Where(r => named.Contains(r.StaffId!) || r.Login == who);
        }
        if (request.Result is { } result) rows = rows.Where(r => r.Result == result);
        if (!Day(request.From, "from").Try(out var from, out var bad) || !Day(request.Until, "until").Try(out var until, out bad)) return bad;
        if (from.At is { } first) rows = rows.Where(r => r.At >= first);
        if (until.At?.AddDays(1) is { } end) rows = rows.Where(r => r.At < end);
        if (request.Before is { } before) rows = rows.Where(r => r.Id.CompareTo(before) < 0);
        var page = await rows.OrderByDescending(r => r.Id).Take(most + 1).ToListAsync(ct);
        var shown = page.Take(most).Select(r => new Row(r.Id, r.At, r.Result, r.StaffId, r.StaffId is null ? null : staff.Find(r.StaffId)?.Name, r.Login, r.Methods, r.Device, r.Agent)).ToList();
        return new Reply(shown, page.Count > most ? shown[^1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSignIns, Request, Reply>("/sign-ins");

    private readonly record struct Midnight(DateTimeOffset? At);

    private Outcome<Midnight> Day(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Midnight(null);
        if (!DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return IdentityProblems.BadDay(field);
        return new Midnight(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.MinValue), reference.Now.Zone)));
    }
}
