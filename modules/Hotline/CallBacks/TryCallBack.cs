using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.CallBacks;

/// <summary>登记回拨: reached, with what was said; or not reached, and it comes again until the rule hotline.call-back.attempts is used up.</summary>
internal sealed class TryCallBack(HotlineDesk desk, Reading reading) : IUseCase<TryCallBack.Request, TryCallBack.Reply>
{
    public sealed record Request(Guid CallBackId, bool Reached, string? Result);

    /// <param name="Left">Tries left; 0 where it is closed.</param>
    public sealed record Reply(CallBackState State, int Left, DateTimeOffset DueAt);

    public Permission Permission => HotlinePermissions.DoCallBack;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var result = reading.Text(request.Result, nameof(request.Result), "说了什么", 300, required: request.Reached);
        if (reading.Problem is { } bad) return bad;
        if (await desk.Db.CallBacks.FirstOrDefaultAsync(c => c.Id == request.CallBackId, ct) is not { } back) return KernelProblems.NotFound;
        desk.Context.About(back.Id);
        if (!desk.Whole("hotline.call-back.attempts", back.Division).Try(out var most, out var problem)) return problem;
        if (!desk.Whole("hotline.call-back.retry-minutes", back.Division).Try(out var wait, out problem)) return problem;
        if (!back.Try(request.Reached, result ?? "", most, desk.Now.AddMinutes(wait), desk.By, desk.Now).Try(out _, out problem)) return problem;
        return new Reply(back.State, back.State == CallBackState.Open ? most - back.Attempts : 0, back.DueAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TryCallBack, Request, Reply>("/hotline/call-backs/try");
}
