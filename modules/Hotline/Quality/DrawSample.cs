using System.Security.Cryptography;
using System.Text;
using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

/// <summary>
/// 抽取: so many in a hundred of a day's ended calls as the rule hotline.sample.percent says, at least one. Which ones follows from the calls
/// themselves (SHA-256 of day and number), so that nobody can pick, and a second draw of the day finds the same.
/// </summary>
internal sealed class DrawSample(HotlineDesk desk, Reading reading) : IUseCase<DrawSample.Request, DrawSample.Reply>
{
    public sealed record Request(string? Date);

    /// <param name="Drawn">New ones; a draw repeated draws none.</param>
    public sealed record Reply(DateOnly Day, int Calls, int Sample, int Drawn);

    public Permission Permission => HotlinePermissions.ReviewCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var read = reading.Day(request.Date, nameof(request.Date), "日期");
        if (reading.Problem is { } bad) return bad;
        var day = read!.Value;
        if (day >= desk.Today) return HotlineProblems.DayNotOver;
        if (!desk.Whole("hotline.sample.percent", desk.By.Division).Try(out var percent, out var problem)) return problem;
        var (from, until) = (LocalClock.StartOf(day, desk.Zone).ToUniversalTime(), LocalClock.StartOf(day.AddDays(1), desk.Zone).ToUniversalTime());
        var calls = await desk.Db.Calls.AsNoTracking().Where(c => c.State == CallState.Ended && c.StartedAt >= from && c.StartedAt < until).ToListAsync(ct);
        if (calls.Count == 0) return HotlineProblems.NothingToDraw;
        var sample = calls.OrderBy(c => Lot(day, c.Number), StringComparer.Ordinal).Take(SizeOf(calls.Count, percent)).ToList();
        var ids = sample.ConvertAll(c => c.Id);
        var there = (await desk.Db.CallReviews.Where(r => ids.Contains(r.CallId)).Select(r => r.CallId).ToListAsync(ct)).ToHashSet();
        var fresh = sample.FindAll(c => !there.Contains(c.Id));
        foreach (var call in fresh) desk.Db.Add(CallReview.Draw(call, day, desk.By, desk.Now));
        return new Reply(day, calls.Count, sample.Count, fresh.Count);
    }

    /// <summary>Rounded up: ten in a hundred of eleven are two.</summary>
    public static int SizeOf(int calls, int percent) => Math.Min(calls, Math.Max(1, ((calls * percent) + 99) / 100));

    public static string Lot(DateOnly day, string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{day:yyyy-MM-dd} {number}")));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DrawSample, Request, Reply>("/hotline/reviews/draw");
}
