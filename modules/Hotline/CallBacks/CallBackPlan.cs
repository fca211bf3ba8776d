using Anmin.Hotline.Calls;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.CallBacks;

/// <summary>What makes call-backs out of calls, and takes them off again; times by the rule hotline.call-back.minutes.</summary>
internal sealed class CallBackPlan(HotlineDesk desk)
{
    /// <summary>Marks the call as missed. Who rings five times in vain is called back once; without a number nobody can be.</summary>
    public async Task<Outcome<Done>> MissedAsync(Call call, CancellationToken ct)
    {
        if (!call.Miss(desk.Now).Try(out _, out var problem)) return problem;
        if (call.Caller is not { } phone || (await OwedAsync(phone, ct)).Count > 0) return Done.It;
        return Plan(call, CallBackReason.Missed, "来电没有接到", null, null).Try(out _, out problem) ? Done.It : problem;
    }

    /// <summary>The line broke while they spoke: they are called back, where a number is known.</summary>
    public async Task<Outcome<CallBack?>> BrokenAsync(Call call, PersonName? whom, CancellationToken ct)
    {
        if (call.Caller is not { } phone || (await OwedAsync(phone, ct)).Count > 0) return (CallBack?)null;
        return Plan(call, CallBackReason.Missed, call.Summary.Length == 0 ? "通话中断" : $"通话中断：{call.Summary}", null, whom).Try(out var back, out var problem) ? back : problem;
    }

    public Outcome<CallBack> Promised(Call call, DateTimeOffset? at, PersonName? whom, string why) => call.Caller is null ? HotlineProblems.CallerNeeded : Plan(call, CallBackReason.Promised, why, at, whom);

    /// <summary>They rang again and were spoken to: what they were owed for ringing in vain is settled.</summary>
    public async Task SettleAsync(Call call, CancellationToken ct)
    {
        if (call.Caller is not { } phone) return;
        foreach (var back in await OwedAsync(phone, ct)) back.Try(true, $"对方又打来，已接听：{call.Number}", int.MaxValue, desk.Now, desk.By, desk.Now);
    }

    /// <summary>Open ones for a call in vain or broken off; of this commit too.</summary>
    private async Task<List<CallBack>> OwedAsync(PhoneNumber phone, CancellationToken ct)
    {
        var index = desk.Db.BlindIndex(phone.Normal);
        var rows = await desk.Db.CallBacks.Where(c => c.State == CallBackState.Open && c.Reason == CallBackReason.Missed && EF.Property<byte[]>(c, "PhoneIndex") == index).ToListAsync(ct);
        return [.. rows.Union(desk.Db.CallBacks.Local.Where(c => c is { State: CallBackState.Open, Reason: CallBackReason.Missed } && c.Phone?.Normal == phone.Normal))];
    }

    private Outcome<CallBack> Plan(Call call, CallBackReason reason, string why, DateTimeOffset? at, PersonName? whom)
    {
        if (!desk.Whole("hotline.call-back.minutes", call.Division).Try(out var minutes, out var problem)) return problem;
        var back = CallBack.Plan(call.Caller!, whom, reason, why.Length > 500 ? why[..500] : why, call.Id, call.CaseId, at ?? desk.Now.AddMinutes(minutes), (call.Division, call.Institution), desk.By, desk.Now);
        desk.Db.Add(back);
        return back;
    }
}
