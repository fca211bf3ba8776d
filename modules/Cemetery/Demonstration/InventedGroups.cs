using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Groups.SignUps;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Demonstration;

/// <summary>A place for the sea and one for scattering, a journey to each, and families of nobody who have signed up, as clerks would do it.</summary>
internal sealed class InventedGroups(IServiceScopeFactory scopes, string ground, DateOnly today)
{
    public async Task FillAsync(CancellationToken ct)
    {
        var sea = await PlaceAsync("SEA", "海葬纪念区", SectionKind.Sea, ct);
        var lawn = await PlaceAsync("SAN", "撒散园", SectionKind.Scattering, ct);
        var first = await GroupAsync(sea, 20, "08:30", "海葬专用船", "园区南门，统一乘车到码头", 12, 40, "早上有风，请多带一件衣服。", ct);
        await GroupAsync(sea, 62, "08:30", "海葬专用船", "园区南门，统一乘车到码头", 12, 40, null, ct);
        await GroupAsync(lawn, 9, "09:30", "撒散园东侧花坛", "园区服务大厅", 20, 80, null, ct);
        foreach (var (name, contact, companions, n) in ((string, string, string, int)[])[("顾明远", "顾小川", "顾小川、顾小溪", 1), ("沈静宜", "沈立", "沈立", 2), ("许秋白", "许文", "", 3)])
            await RunAsync<SignUpForGroup, SignUpForGroup.Request, SignUpForGroup.Reply>(new(first, $"外地示例-{today.Year}-{n:000}", name, contact, $"1380527000{n}", "子女", companions), ct);
    }

    private async Task<string> PlaceAsync(string code, string name, SectionKind kind, CancellationToken ct)
    {
        var section = (await RunAsync<OpenSection, OpenSection.Request, OpenSection.Reply>(new(ground, code, name, kind), ct)).Section;
        var place = await RunAsync<AddPosition, AddPosition.Request, AddPosition.Reply>(new(section, "1", null, "1", "5000"), ct);
        await RunAsync<OpenPositions, OpenPositions.Request, OpenPositions.Reply>(new(section), ct);
        return place.Code;
    }

    private async Task<Guid> GroupAsync(string place, int days, string time, string craft, string meet, int persons, int relatives, string? remark, CancellationToken ct)
    {
        string Day(int after) => today.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (await RunAsync<OpenGroup, OpenGroup.Request, OpenGroup.Reply>(new(place, $"{Day(days)} {time}", Day(days - 4), craft, meet, persons, relatives, remark), ct)).Group;
    }

    private async Task<TReply> RunAsync<TUseCase, TRequest, TReply>(TRequest request, CancellationToken ct) where TUseCase : class, IUseCase<TRequest, TReply>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System with { Device = "demo" };
        var outcome = await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(scope.ServiceProvider.GetRequiredService<TUseCase>(), request, ct: ct);
        return outcome.Try(out var reply, out var problem) ? reply : throw new InvalidOperationException($"{typeof(TUseCase).Name}: {problem.Code} {problem.Message}");
    }
}
