using System.Globalization;
using Anmin.Complaints.Filing;
using Anmin.Complaints.Handling;
using Anmin.Complaints.Statements;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Complaints.Demonstration;

/// <summary>A few invented complaints in several states by running the use cases at their times; one is tied to a case of the demonstration and its bill.</summary>
internal sealed class ComplaintsDemoFiller(IServiceScopeFactory scopes, IStaffDirectory staff, Reference reference) : IDemoFiller
{
    private const int CasesLookedAt = 60;

    public async Task FillAsync(int days, int seed, IProgress<string> progress, CancellationToken ct)
    {
        if (Persona("县局") is not { } county || Persona("市局") is not { } city || Persona("馆长") is not { Institution: { } home } chief || Persona("公墓负责人")?.Institution is not { } ground) return;
        var now = TimeProvider.System.GetUtcNow();
        var (number, phone) = await CaseAsync(now, ct);
        var demo = new Run(scopes, now);

        var tied = await demo.FileAsync(20, new("charge", home, "清单上多了一项没有用过的服务，和签字时说的不一样。", Day(now, -22), number, "周女士", phone, true, "说清楚，多收的退回来"), ct);
        await demo.StepAsync<AcceptComplaint, AcceptComplaint.Request>(19, county, new(tied), ct);
        await demo.StepAsync<AskStatement, AskStatement.Request>(19, county, new(tied, home, "请说明这一单每一项的依据，附签字的报价单。"), ct);

        var answered = await demo.FileAsync(40, new("broker", home, "馆外有人发名片推销寿衣，说是馆里介绍来的。", Day(now, -41), null, null, null), ct);
        await demo.StepAsync<AcceptComplaint, AcceptComplaint.Request>(38, county, new(answered), ct);
        await demo.StepAsync<AskStatement, AskStatement.Request>(38, county, new(answered, home, "请说明馆区周边推销人员的情况和管理措施。"), ct);
        await demo.GiveAsync(35, chief, answered, "已经劝离两次，没有工作人员参与介绍。门口加装了提示牌。", ct);
        await demo.StepAsync<AnswerComplaint, AnswerComplaint.Request>(30, county, new(answered, "PartlyFounded", "馆外确实有人推销，没有查到馆里的人介绍。已要求馆里加强巡查。", "门口和停车场每天巡查两次，公示投诉电话。", Day(now, -15), Day(now, 3)), ct);

        var review = await demo.FileAsync(30, new("plot", ground, "合同写的位置和实际给的位置不是同一排。", Day(now, -60), null, "李先生", "13700000017"), ct);
        await demo.StepAsync<AcceptComplaint, AcceptComplaint.Request>(29, county, new(review), ct);
        await demo.StepAsync<AnswerComplaint, AnswerComplaint.Request>(12, county, new(review, "Unfounded", "核对了合同、墓区图和现场，编号一致，是排号从另一头数起。已请园里当面说明。"), ct);
        await demo.ReviewAsync(4, review, "园里没有给我看图，我要看图。", ct);

        var refused = await demo.FileAsync(9, new("other", null, "小区里半夜放鞭炮。", Day(now, -10), null, "王女士", "13700000018"), ct);
        await demo.StepAsync<RefuseComplaint, RefuseComplaint.Request>(7, city, new(refused, "not-ours", "燃放烟花爆竹由公安机关管，请打110或者到辖区派出所反映。"), ct);
        await demo.FileAsync(14, new("manner", home, "问领骨灰要带什么，窗口说自己看墙上。", Day(now, -15), null, "陈先生", "13700000019", false, "改一改态度"), ct);
        await demo.FileAsync(2, new("illegal-tomb", null, "村东头林地里新修了三座水泥大墓。", Day(now, -6), null, null, null), ct);
        ToldClock.At(null);
        progress.Report("演示投诉 6件");
    }

    private Actor? Persona(string name) => staff.ActorOf(staff.Persona(name)?.Id ?? "") is { } actor ? actor with { Device = "demo" } : null;

    private string Day(DateTimeOffset now, int days) => LocalClock.DateOf(now, reference.Now.Zone).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The case to tie to: one whose charge differs from what was signed, else one with a bill, else any with a telephone.</summary>
    private async Task<(string? Number, string Phone)> CaseAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var room = scopes.CreateAsyncScope();
        var services = room.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Actor = Actor.System;
        (int Rank, string? Number, string Phone) best = (-1, null, "13700000016");
        for (var i = 1; i <= CasesLookedAt && best.Rank < 2; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{reference.Now.City.CasePrefix}{LocalClock.DateOf(now, reference.Now.Zone):yy}-{i:000000}");
            if (await services.GetRequiredService<ICaseCards>().SearchAsync(number, 1, ct) is not [var card] || (await services.GetRequiredService<IFamilyContacts>().OfAsync(card.Id, ct))?.Phone is not { } phone) continue;
            var rank = await services.GetRequiredService<IBillDifferences>().OfCaseAsync(card.Id, ct) switch { null => 0, { QuotedFen: { } quoted } bill when bill.ChargedFen != quoted => 2, _ => 1 };
            if (rank > best.Rank) best = (rank, card.Number, phone.Reveal());
        }
        return (best.Number, best.Phone);
    }

    /// <summary>Each step a request of its own, at its time.</summary>
    private sealed class Run(IServiceScopeFactory scopes, DateTimeOffset now)
    {
        public async Task<Guid> FileAsync(int daysAgo, FileComplaint.Request request, CancellationToken ct) => (await DoAsync<FileComplaint, FileComplaint.Request, FileComplaint.Reply>(daysAgo, Actor.Public, request, ct)).Id;

        public Task StepAsync<TUseCase, TRequest>(int daysAgo, Actor by, TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, Done>
            => DoAsync<TUseCase, TRequest, Done>(daysAgo, by, request, ct);

        public async Task GiveAsync(int daysAgo, Actor by, Guid complaint, string given, CancellationToken ct)
        {
            await using var room = scopes.CreateAsyncScope();
            room.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var asked = await room.ServiceProvider.GetRequiredService<AnminDb>().Statements.AsNoTracking().Where(s => s.ComplaintId == complaint).Select(s => s.Id).FirstAsync(ct);
            await StepAsync<GiveStatement, GiveStatement.Request>(daysAgo, by, new(asked, given), ct);
        }

        public async Task ReviewAsync(int daysAgo, Guid complaint, string why, CancellationToken ct)
        {
            ToldClock.At(now.AddDays(-daysAgo));
            await using var room = scopes.CreateAsyncScope();
            await StepAsync<AskComplaintReview, AskComplaintReview.Request>(daysAgo, Actor.Public, new(room.ServiceProvider.GetRequiredService<ComplaintPass>().Issue(complaint), why), ct);
        }

        private async Task<TReply> DoAsync<TUseCase, TRequest, TReply>(int daysAgo, Actor by, TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
        {
            await using var room = scopes.CreateAsyncScope();
            var services = room.ServiceProvider;
            ToldClock.At(now.AddDays(-daysAgo));
            services.GetRequiredService<CurrentActor>().Actor = by;
            var outcome = await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<TUseCase>(), request, null, ct);
            return outcome.Try(out var reply, out var problem) ? reply : throw new InvalidOperationException($"{typeof(TUseCase).Name}: {problem.Code}");
        }
    }
}
