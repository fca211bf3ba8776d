using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

/// <summary>来电记录: newest first, by day, kind or the caller's whole number; numbers are masked.</summary>
internal sealed class FindHotlineCalls(HotlineDesk desk, Reading reading) : IQuestion<FindHotlineCalls.Request, FindHotlineCalls.Reply>
{
    private const int PageSize = 50;

    /// <param name="Before">The last id of the page before.</param>
    public sealed record Request(string? Date = null, CallKind? Kind = null, CallState? State = null, string? Phone = null, Guid? Before = null);

    /// <param name="Next">Where the next page begins; null at the end.</param>
    public sealed record Reply(IReadOnlyList<Line> Lines, Guid? Next);

    public sealed record Line(Guid Id, string Number, string Phone, CallState State, CallKind? Kind, CallOutcome? Outcome, DateTimeOffset StartedAt, TimeSpan? Waited, TimeSpan? Talked, string Agent, Guid? CaseId, string Summary);

    public Permission Permission => HotlinePermissions.ReadCalls;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var day = reading.Day(request.Date, nameof(request.Date), "日期", required: false);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "来电号码", required: false);
        if (reading.Problem is { } bad) return bad;
        var calls = desk.Db.Calls.AsNoTracking();
        if (day is { } on)
        {
            var (from, until) = (LocalClock.StartOf(on, desk.Zone).ToUniversalTime(), LocalClock.StartOf(on.AddDays(1), desk.Zone).ToUniversalTime());
            calls = calls.Where(c => c.StartedAt >= from && c.StartedAt < until);
        }
        if (request.Kind is { } kind) calls = calls.Where(c => c.Kind == kind);
        if (request.State is { } state) calls = calls.Where(c => c.State == state);
        if (phone is not null)
        {
            var index = desk.Db.BlindIndex(phone.Normal);
            calls = calls.Where(c => EF.Property<byte[]>(c, "CallerIndex") == index);
        }
        if (request.Before is { } before) calls = calls.Where(c => c.Id.CompareTo(before) < 0);
        var rows = await calls.OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(ct);
        var lines = rows.Take(PageSize).Select(c => new Line(c.Id, c.Number, c.Caller?.Masked ?? "号码未显示", c.State, c.Kind, c.Outcome, c.StartedAt, c.Waited, c.Talked, desk.StaffName(c.Agent), c.CaseId, c.Summary)).ToList();
        return new Reply(lines, rows.Count > PageSize ? lines[^1].Id : null);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindHotlineCalls, Request, Reply>("/hotline/calls");
}
