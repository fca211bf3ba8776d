using System.Runtime.CompilerServices;
using Anmin.Hotline.Calls;
using Anmin.Hotline.Screen;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Hotline.Tests.Calls;

/// <summary>Agents, the telephone system and callers nobody else has, for tests.</summary>
internal static class Desk
{
    private static int callers;

    public const string Agent = "接线员", Elsewhere = "外接线员", NotAllowed = "火化工甲";

    public static T Must<T>(Outcome<T> outcome, [CallerArgumentExpression(nameof(outcome))] string? what = null)
        => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"{what}: {problem.Code} {problem.Message}");

    /// <summary>A telephone of its own.</summary>
    public static string Phone() => $"139{Interlocked.Increment(ref callers) + 10000000}";

    /// <summary>The telephone system of the city's bureau, as a registered program.</summary>
    public static Actor Exchange { get; } = new("client:tel", "电话系统", "接口", DataScope.Below("3213"), new HashSet<string> { HotlinePermissions.AnnounceCall.Code }) { Division = "3213" };

    public static async Task<TReply> DoAsync<TUseCase, TRequest, TReply>(this Acting who, TRequest request, string? key = null) where TUseCase : Anmin.Kernel.Commands.IUseCase<TRequest, TReply>
        => Must(await who.TryAsync<TUseCase, TRequest, TReply>(request, key));

    public static Task<Outcome<TReply>> TryAsync<TUseCase, TRequest, TReply>(this Acting who, TRequest request, string? key = null) where TUseCase : Anmin.Kernel.Commands.IUseCase<TRequest, TReply>
        => who.RunAsync(s => s.GetRequiredService<TUseCase>(), request, key);

    public static async Task<Guid> TakenAsync(this TestApp app, string phone, string agent = Agent)
        => (await app.As(agent).DoAsync<TakeCall, TakeCall.Request, TakeCall.Reply>(new(null, phone))).CallId;

    public static async Task MissedAsync(this TestApp app, string id, string phone)
    {
        await app.RingAsync(id, phone);
        await app.As(Exchange).DoAsync<MissCall, MissCall.Request, Done>(new(id));
    }

    public static Task<AnnounceCall.Reply> RingAsync(this TestApp app, string id, string? phone) => app.As(Exchange).DoAsync<AnnounceCall, AnnounceCall.Request, AnnounceCall.Reply>(new(id, phone));

    public static ReportByPhone.Request Report(Guid call, string? name = null, string place = "xfjd", string address = "幸福花园3号楼2单元601")
        => new(call, name, name is null, place, "home", address, 6, false, null, null, null, false, false, false, null, null, ["death-where", "death-sure", "no-such-step"]);

    public static Task<Outcome<ReportByPhone.Reply>> ReportAsync(this TestApp app, ReportByPhone.Request request, string agent = Agent, string? key = null)
        => app.As(agent).TryAsync<ReportByPhone, ReportByPhone.Request, ReportByPhone.Reply>(request, key);

    public static Task<Outcome<EndCall.Reply>> EndAsync(this TestApp app, Guid call, CallKind? kind = CallKind.Advice, CallOutcome? outcome = CallOutcome.Solved, string? summary = "问火化价格，已答复", Guid? about = null, string agent = Agent, string? key = null, string? at = null)
        => app.As(agent).TryAsync<EndCall, EndCall.Request, EndCall.Reply>(new(call, kind, summary, outcome, about, ["advice-what"], at), key);

    public static Task<GetCallDesk.Reply> SeenAsync(this TestApp app, Guid? call = null, string? caller = null, string agent = Agent) => app.As(agent).DoAsync<GetCallDesk, GetCallDesk.Request, GetCallDesk.Reply>(new(call, caller));
}
