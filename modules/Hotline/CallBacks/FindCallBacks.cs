using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.CallBacks;

/// <summary>The queue of call-backs by their clocks; the number is told in clear to whoever calls back, and the look is audited.</summary>
internal sealed class FindCallBacks(HotlineDesk desk) : IQuestion<FindCallBacks.Request, FindCallBacks.Reply>
{
    public const int Most = 100;

    /// <param name="One">The one whose number is told.</param>
    public sealed record Request(bool Closed = false, Guid? One = null);

    public sealed record Reply(DateTimeOffset Now, int Open, int Overdue, IReadOnlyList<Line> Lines, string? Number);

    /// <param name="Phone">Masked.</param>
    public sealed record Line(Guid Id, string Phone, string? Whom, CallBackReason Reason, string Why, CallBackState State, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string Result, string TriedBy);

    public Permission Permission => HotlinePermissions.DoCallBack;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = desk.Now;
        var all = desk.Db.CallBacks.AsNoTracking();
        var open = await all.CountAsync(c => c.State == CallBackState.Open, ct);
        var overdue = await all.CountAsync(c => c.State == CallBackState.Open && c.DueAt < now, ct);
        var rows = request.Closed
            ? await all.Where(c => c.State != CallBackState.Open).OrderByDescending(c => c.TriedAt).Take(Most).ToListAsync(ct)
            : await all.Where(c => c.State == CallBackState.Open).OrderBy(c => c.DueAt).ThenBy(c => c.Id).Take(Most).ToListAsync(ct);
        var one = request.One is { } id ? rows.Find(c => c.Id == id) : null;
        if (one is not null) desk.Context.About(one.Id, "回拨，显示电话号码");
        return new Reply(now, open, overdue, rows.ConvertAll(c => new Line(c.Id, c.Phone?.Masked ?? "", c.Whom?.Text, c.Reason, c.Why, c.State, c.CreatedAt, c.DueAt, c.Attempts, c.Result, desk.StaffName(c.TriedBy))), one?.Phone?.Reveal());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindCallBacks, Request, Reply>("/hotline/call-backs");
}
