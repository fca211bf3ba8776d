using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Plan;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Tests.Grounds;

/// <summary>Short words for tests about sections and positions.</summary>
internal static class Layout
{
    private static int codes;

    public static string Code() => "L" + Interlocked.Increment(ref codes);

    public static Task<Outcome<TReply>> DoAsync<TUseCase, TRequest, TReply>(this TestApp app, string who, TRequest request, string? key = null) where TUseCase : class, IUseCase<TRequest, TReply>
        => app.As(who).RunAsync(s => s.GetRequiredService<TUseCase>(), request, key);

    public static async Task<Guid> SectionAsync(this TestApp app, SectionKind kind = SectionKind.Graves, string who = "公墓园务", string ground = "ce-1", string? code = null)
        => Yard.Must(await app.DoAsync<OpenSection, OpenSection.Request, OpenSection.Reply>(who, new(ground, code ?? Code(), "测试" + Guid.NewGuid().ToString("N")[..6], kind))).Section;

    public static Task<Outcome<ArrangePositions.Reply>> ArrangeAsync(this TestApp app, ArrangePositions.Request request, string who = "公墓园务", string? key = null) => app.DoAsync<ArrangePositions, ArrangePositions.Request, ArrangePositions.Reply>(who, request, key);

    public static async Task<GetSectionPlan.Reply> PlanAsync(this TestApp app, Guid section, string who = "公墓销售") => Yard.Must(await app.DoAsync<GetSectionPlan, GetSectionPlan.Request, GetSectionPlan.Reply>(who, new(section)));

    public static Task<List<Position>> OfAsync(this TestApp app, Guid section) => app.ReadAsync(db => db.Positions.AsNoTracking().Where(p => p.SectionId == section).OrderBy(p => p.Row).ThenBy(p => p.Layer).ThenBy(p => p.Number).ToListAsync());

    public static async Task<Guid> HoldAsync(this TestApp app, Guid position, string who = "公墓销售") => Yard.Must(await app.As(who).RunAsync(s => ActivatorUtilities.CreateInstance<TakeHold>(s), new TakeHold.Request(position))).Right;

    public static Task<Outcome<Done>> LapseAsync(this TestApp app, Guid right) => app.As("公墓销售").RunAsync(s => ActivatorUtilities.CreateInstance<GiveBack>(s), new GiveBack.Request(right));
}

internal sealed class TakeHold(CemeteryDesk desk) : IUseCase<TakeHold.Request, TakeHold.Reply>
{
    public sealed record Request(Guid Position);

    public sealed record Reply(Guid Right);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var position = await desk.Db.Positions.FirstAsync(p => p.Id == request.Position, ct);
        var right = PlotRight.Hold(position, RightKind.Grave, null, null, desk.Now.AddHours(1), desk.By, desk.Now);
        position.Follow(right.State, 0);
        desk.Db.Add(right);
        return new Reply(right.Id);
    }
}

internal sealed class GiveBack(CemeteryDesk desk) : IUseCase<GiveBack.Request, Done>
{
    public sealed record Request(Guid Right);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var right = await desk.Db.PlotRights.FirstAsync(r => r.Id == request.Right, ct);
        var position = await desk.Db.Positions.FirstAsync(p => p.Id == right.PositionId, ct);
        if (!right.Cancel("测试", desk.Now).Try(out var done, out var problem)) return problem;
        position.Follow(null, 0);
        return done;
    }
}
