using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Hotline.CallBacks;

/// <summary>安排回访: somebody is to be called, without a call of theirs.</summary>
internal sealed class PlanCallBack(HotlineDesk desk, Reading reading) : IUseCase<PlanCallBack.Request, PlanCallBack.Reply>
{
    /// <param name="CallBackAt">Local date and time.</param>
    public sealed record Request(string? Phone, string? Whom, string? Why, string? CallBackAt);

    public sealed record Reply(Guid CallBackId, DateTimeOffset DueAt);

    public Permission Permission => HotlinePermissions.DoCallBack;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => Task.FromResult(Plan(request));

    private Outcome<Reply> Plan(Request request)
    {
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "电话");
        var whom = reading.Name(request.Whom, nameof(request.Whom), "找谁", required: false);
        var why = reading.Text(request.Why, nameof(request.Why), "为什么回访", 500);
        var due = reading.Instant(request.CallBackAt, nameof(request.CallBackAt), "回访时间");
        if (due < desk.Now) reading.Refuse(HotlineProblems.CallBackPast);
        if (reading.Problem is { } bad) return bad;
        var back = CallBack.Plan(phone!, whom, CallBackReason.FollowUp, why!, null, null, due!.Value, (desk.By.Division, desk.By.Institution), desk.By, desk.Now);
        desk.Db.Add(back);
        desk.Context.About(back.Id);
        return new Reply(back.Id, back.DueAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PlanCallBack, Request, Reply>("/hotline/call-backs");
}
