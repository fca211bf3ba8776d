using System.Globalization;
using Anmin.Hotline.CallBacks;
using Anmin.Hotline.Calls;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Demonstration;

/// <summary>One invented call from ringing to its end, and the call-back it leads to.</summary>
internal sealed class DemoCall(IServiceProvider services, Actor agent, Random chance, DateTimeOffset now)
{
    private static readonly string[] Advice = ["问火化要带哪些证件，已答复", "问普通炉和捡灰炉的价格，已按公布价答复", "问骨灰寄存到期怎么续，已告知地址和电话", "问节地生态安葬有没有奖补，已答复", "问外地去世能不能运回来，已说明手续"];
    private static readonly string[] Progress = ["问车到哪里了，已按状态答复", "问火化证明什么时候拿，已答复", "问告别厅订好没有，已答复"];
    private static readonly string[] Complaint = ["反映馆外有人发名片推销寿衣，已记下地点", "反映清单上有没用过的项目，要求核对", "反映墓区道路积水，已转公墓"];
    private static readonly string[] Other = ["问结婚登记预约，已告知婚姻登记处电话", "打错了，要找供电报修", "问低保申请，已转救助科"];

    private DateTimeOffset at;

    public async Task RunAsync(DateTimeOffset rang, int number, CancellationToken ct)
    {
        at = rang;
        var phone = "1380000" + chance.Next(0, 6000).ToString("D4", CultureInfo.InvariantCulture);
        var call = (await AsAsync<AnnounceCall, AnnounceCall.Request, AnnounceCall.Reply>(new($"demo-{number}", phone), ct)).CallId;
        var luck = chance.NextDouble();
        if (luck < 0.09)
        {
            at = at.AddSeconds(chance.Next(25, 90));
            await AsAsync<MissCall, MissCall.Request, Kernel.Outcomes.Done>(new($"demo-{number}"), ct);
            await CallBackAsync(call, ct);
            return;
        }
        at = at.AddSeconds(luck < 0.9 ? chance.Next(3, 18) : chance.Next(21, 60));
        await AsAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(call, null), ct);
        at = at.AddSeconds(chance.Next(35, 420));
        var (kind, said, outcome) = chance.NextDouble() switch
        {
            < 0.50 => (CallKind.Advice, Pick(Advice), CallOutcome.Solved),
            < 0.72 => (CallKind.Progress, Pick(Progress), CallOutcome.Solved),
            < 0.80 => (CallKind.Complaint, Pick(Complaint), CallOutcome.CallBack),
            < 0.94 => (CallKind.Other, Pick(Other), chance.NextDouble() < 0.5 ? CallOutcome.Solved : CallOutcome.PassedOn),
            _ => (CallKind.Advice, "问到一半断了", CallOutcome.Broken),
        };
        await AsAsync<EndCall, EndCall.Request, EndCall.Reply>(new(call, kind, said, outcome, null, chance.NextDouble() < 0.8 ? ["greet", "advice-what", "progress-who", "complaint-who", "other-what"] : ["greet"]), ct);
        if (outcome is CallOutcome.CallBack or CallOutcome.Broken) await CallBackAsync(call, ct);
    }

    /// <summary>Mostly reached at the first try; some of the last hours' are left to do.</summary>
    private async Task CallBackAsync(Guid call, CancellationToken ct)
    {
        if (await services.GetRequiredService<AnminDb>().CallBacks.AsNoTracking().Where(b => b.CallId == call).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct) is not { } back) return;
        at = at.AddMinutes(chance.Next(4, 40));
        if (at > now.AddHours(-1) || (at > now.AddHours(-20) && chance.NextDouble() < 0.4)) return;
        var reached = chance.NextDouble() < 0.8;
        await AsAsync<TryCallBack, TryCallBack.Request, TryCallBack.Reply>(new(back, reached, reached ? "已联系上，说明清楚了" : "没有人接"), ct);
        if (reached) return;
        at = at.AddMinutes(35);
        if (at > now) return;
        await AsAsync<TryCallBack, TryCallBack.Request, TryCallBack.Reply>(new(back, true, "第二次联系上了，已答复"), ct);
    }

    private string Pick(string[] from) => from[chance.Next(from.Length)];

    private async Task<TReply> AsAsync<TUseCase, TRequest, TReply>(TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
    {
        ToldClock.At(at);
        services.GetRequiredService<CurrentActor>().Actor = agent;
        var outcome = await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<TUseCase>(), request, null, ct);
        return outcome.Try(out var reply, out var problem) ? reply : throw new InvalidOperationException($"{typeof(TUseCase).Name}: {problem.Code}");
    }
}
