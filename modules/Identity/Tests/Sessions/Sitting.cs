using Anmin.Contracts.Identity;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Anmin.Identity.Tests;

/// <summary>One browser in front of the program: keeps its cookie's worth (session and ticket) from request to request.</summary>
internal sealed class Sitting(TestApp app, string device = "10.0.0.7")
{
    public Session? Session { get; set; }

    /// <summary>A request of this browser: the door first, as the cookie would, then the use case through the Gate.</summary>
    public async Task<Outcome<TReply>> RunAsync<TUseCase, TRequest, TReply>(TRequest request, IServiceProvider? node = null, string? key = null) where TUseCase : class, IUseCase<TRequest, TReply>
    {
        await using var scope = (node ?? app.Services).CreateAsyncScope();
        await ArriveAsync(scope.ServiceProvider);
        var useCase = scope.ServiceProvider.GetService<TUseCase>() ?? ActivatorUtilities.CreateInstance<TUseCase>(scope.ServiceProvider);
        return await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(useCase, request, key, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether this browser is still somebody at the next request.</summary>
    public async Task<bool> IsInAsync(IServiceProvider? node = null)
    {
        await using var scope = (node ?? app.Services).CreateAsyncScope();
        return await ArriveAsync(scope.ServiceProvider);
    }

    /// <summary>Signs in without asking for proof; what <c>SessionDesk</c> does is what is looked at.</summary>
    public async Task<Outcome<Enter.Reply>> EnterAsync(string staffId, string methods = "pwd")
    {
        var outcome = await RunAsync<Enter, Enter.Request, Enter.Reply>(new(staffId, methods));
        if (outcome.Ok) Session = outcome.Value.Session;
        return outcome;
    }

    private async Task<bool> ArriveAsync(IServiceProvider services)
    {
        var current = services.GetRequiredService<CurrentActor>();
        var open = Session is not null && await services.GetRequiredService<SessionDoor>().OpenAsync(Session.Id, Session.Ticket, TestContext.Current.CancellationToken);
        current.Actor = (open ? services.GetRequiredService<IStaffDirectory>().ActorOf(Session!.StaffId)! : Actor.Public) with { Device = device };
        return open;
    }

    public static async Task SetAsync(TestApp app, Setting setting, string value)
    {
        await app.ReadAsync(async db =>
        {
            if (await db.FindAsync<SettingValue>(setting.Key) is { } before) before.Value = value;
            else db.Add(new SettingValue { Key = setting.Key, Value = value, ChangedBy = "test", ChangedAt = app.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await app.ReadAsync(async db =>
        {
            await app.Services.GetRequiredService<SettingBook>().RefreshAsync(db, null!, default);
            return 0;
        });
    }

    internal sealed class Enter(SessionDesk desk) : IUseCase<Enter.Request, Enter.Reply>
    {
        public sealed record Request(string StaffId, string Methods);

        public sealed record Reply(Session Session);

        public Permission Permission => Permission.Anyone;

        public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
            => (await desk.BeginAsync(request.StaffId, request.Methods, ct)).Try(out var session, out var problem) ? new Reply(session) : problem;
    }
}
