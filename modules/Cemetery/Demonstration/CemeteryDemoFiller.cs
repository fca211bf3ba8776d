using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register.Loading;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Demonstration;

/// <summary>Every cemetery and columbarium of the pack gets an invented old register, brought in as a clerk would. Same seed and day, same grounds.</summary>
internal sealed class CemeteryDemoFiller(IServiceScopeFactory scopes, IInstitutionDirectory institutions, Reference reference, TimeProvider clock) : IDemoFiller
{
    private static readonly InventedSection[] Large =
        [new("甲区", "墓葬", 320, 20), new("乙区", "墓葬", 260, 20, Arc: true), new("丙区", "墓葬", 200, 16, Capacity: 1, Arc: true), new("树葬区", "树葬", 120, 12, Capacity: 1)];

    private static readonly InventedSection[] Small = [new("甲区", "墓葬", 80, 10), new("树葬区", "树葬", 30, 10, Capacity: 1)];

    private static readonly InventedSection[] Rooms = [new("一室", "格位", 160, 8, Layers: 5, Capacity: 1), new("二室", "格位", 80, 8, Layers: 5)];

    private static readonly string[] Families = ["沈玉兰", "韩志远", "杨春华", "朱建国", "秦秀英", "尤文德"];

    public async Task FillAsync(int days, int seed, IProgress<string> progress, CancellationToken ct)
    {
        var today = LocalClock.DateOf(clock.GetUtcNow(), reference.Now.Zone);
        var grounds = await GroundsAsync(ct);
        var first = grounds.Find(g => g.Kind == "cemetery")?.Id;
        foreach (var (ground, i) in grounds.Select((g, i) => (g, i)))
        {
            var sections = ground.Kind == "columbarium" ? Rooms : ground.Id == first ? Large : Small;
            var content = new InventedRegister($"{i + 1:D2}", today, unchecked((seed * 486187739) ^ i)).Csv(sections, faults: true);
            await BringInAsync(ground.Id, content, ct);
            await HoldAsync(ground.Id, i, ground.Id == first ? 5 : 1, ct);
        }
        if (first is not null) await new InventedGroups(scopes, first, today).FillAsync(ct);
        progress.Report($"演示墓园 {grounds.Count}处");
    }

    /// <summary>Families who have chosen and not signed yet.</summary>
    private async Task HoldAsync(string ground, int which, int most, CancellationToken ct)
    {
        await using var scope = Scope();
        var (db, gate) = (scope.ServiceProvider.GetRequiredService<AnminDb>(), scope.ServiceProvider.GetRequiredService<Gate>());
        var free = await db.Positions.AsNoTracking().Where(p => p.Institution == ground && p.State == PositionState.Available).OrderBy(p => p.Code).Select(p => p.Id).Take(most).ToListAsync(ct);
        foreach (var (position, i) in free.Select((p, i) => (p, i)))
        {
            var request = new ReservePosition.Request(position, Families[(which + i) % Families.Length], $"1391{which:D2}{i:D5}");
            if (!(await gate.RunAsync(scope.ServiceProvider.GetRequiredService<ReservePosition>(), request, ct: ct)).Try(out _, out var problem)) throw new InvalidOperationException($"{ground}: {problem.Code} {problem.Message}");
        }
    }

    private async Task<List<InstitutionCard>> GroundsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<AnminDb>().Grounds.AsNoTracking().Where(g => !g.Retired).Select(g => g.Id).ToListAsync(ct);
        return [.. known.Select(institutions.Find).OfType<InstitutionCard>().Where(i => i.Kind is "cemetery" or "columbarium").OrderBy(i => i.Id, StringComparer.Ordinal)];
    }

    private async Task BringInAsync(string ground, byte[] content, CancellationToken ct)
    {
        await using var scope = Scope();
        var gate = scope.ServiceProvider.GetRequiredService<Gate>();
        if (!(await gate.RunAsync(scope.ServiceProvider.GetRequiredService<CheckRegister>(), new CheckRegister.Request(ground, "旧墓册.csv", content), ct: ct)).Try(out var check, out var problem)) throw new InvalidOperationException($"{ground}: {problem.Code} {problem.Message}");
        if (!(await gate.RunAsync(scope.ServiceProvider.GetRequiredService<ConfirmRegister>(), new ConfirmRegister.Request(check.Id), ct: ct)).Try(out _, out problem)) throw new InvalidOperationException($"{ground}: {problem.Code} {problem.Message}");
        await RegisterRound.WholeAsync(scopes, check.Id, ct);
    }

    private AsyncServiceScope Scope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System with { Device = "demo" };
        return scope;
    }
}
