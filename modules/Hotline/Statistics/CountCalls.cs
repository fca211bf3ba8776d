using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Statistics;

/// <summary>热线统计: calls by day, hour and kind, how soon they were answered, how long they took, how many became cases, and the call-backs.</summary>
internal sealed class CountCalls(HotlineDesk desk, Reading reading) : IQuestion<CountCalls.Request, CountCalls.Reply>
{
    public const int MostDays = 92;

    private const int DaysShown = 7;

    /// <param name="From">Local date; empty for the last seven days.</param>
    public sealed record Request(string? From = null, string? Until = null);

    /// <param name="InTime">Answered within <paramref name="Seconds"/>, of the calls that rang.</param>
    /// <param name="Hours">24 counts, of all days together.</param>
    public sealed record Reply(
        DateOnly From, DateOnly Until, int Seconds, int Calls, int Answered, int Missed, int InTime, TimeSpan? MeanTalk, TimeSpan? MeanToCase, int Cases, int CallBacksOpen, int CallBacksOverdue,
        IReadOnlyList<Day> Days, IReadOnlyList<int> Hours, IReadOnlyList<Kind> Kinds);

    public sealed record Day(DateOnly Date, int Calls, int Answered, int Missed, int Cases);

    public sealed record Kind(CallKind Of, int Calls, TimeSpan? MeanTalk);

    public Permission Permission => HotlinePermissions.ReadStatistics;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var until = reading.Day(request.Until, nameof(request.Until), "结束日期", required: false) ?? desk.Today;
        var from = reading.Day(request.From, nameof(request.From), "开始日期", required: false) ?? until.AddDays(1 - DaysShown);
        if (reading.Problem is { } bad) return bad;
        if (until < from) return HotlineProblems.PeriodReversed;
        if (until.DayNumber - from.DayNumber >= MostDays) return HotlineProblems.PeriodTooLong(MostDays);
        if (!desk.Whole("hotline.answer.seconds", desk.By.Division == "0" ? desk.City : desk.By.Division).Try(out var seconds, out var problem)) return problem;
        var (start, end) = (LocalClock.StartOf(from, desk.Zone), LocalClock.EndOf(until, desk.Zone));
        var calls = await desk.Db.Calls.AsNoTracking().Where(c => c.StartedAt >= start && c.StartedAt < end)
            .Select(c => new Row(c.State, c.Kind, c.StartedAt, c.AnsweredAt, c.EndedAt, c.OpenedCase)).ToListAsync(ct);
        var now = desk.Now;
        var open = await desk.Db.CallBacks.CountAsync(c => c.State == CallBackState.Open, ct);
        var overdue = await desk.Db.CallBacks.CountAsync(c => c.State == CallBackState.Open && c.DueAt < now, ct);
        var byDay = calls.ToLookup(c => LocalClock.DateOf(c.StartedAt, desk.Zone));
        var byHour = calls.ToLookup(c => TimeZoneInfo.ConvertTime(c.StartedAt, desk.Zone).Hour);
        return new Reply(from, until, seconds, calls.Count, calls.Count(c => c.AnsweredAt is not null), calls.Count(c => c.State == CallState.Missed), calls.Count(c => c.AnsweredAt - c.StartedAt <= TimeSpan.FromSeconds(seconds)),
            Mean(calls), Mean(calls.Where(c => c.OpenedCase)), calls.Count(c => c.OpenedCase), open, overdue,
            [.. Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(d => DayOf(d, [.. byDay[d]]))],
            [.. Enumerable.Range(0, 24).Select(h => byHour[h].Count())],
            [.. Enum.GetValues<CallKind>().Select(k => new Kind(k, calls.Count(c => c.Kind == k), Mean(calls.Where(c => c.Kind == k))))]);
    }

    private sealed record Row(CallState State, CallKind? Kind, DateTimeOffset StartedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, bool OpenedCase);

    private static Day DayOf(DateOnly day, List<Row> rows) => new(day, rows.Count, rows.Count(c => c.AnsweredAt is not null), rows.Count(c => c.State == CallState.Missed), rows.Count(c => c.OpenedCase));

    private static TimeSpan? Mean(IEnumerable<Row> rows)
    {
        var talks = rows.Where(r => r.State == CallState.Ended && r.AnsweredAt is not null).Select(r => (r.EndedAt!.Value - r.AnsweredAt!.Value).Ticks).ToList();
        return talks.Count == 0 ? null : TimeSpan.FromTicks((long)talks.Average());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<CountCalls, Request, Reply>("/hotline/statistics");
}
