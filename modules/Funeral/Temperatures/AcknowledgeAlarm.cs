using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Temperatures;

/// <summary>处理温度报警: somebody says what was found and done.</summary>
internal sealed class AcknowledgeAlarm(CaseFile file, Reading reading) : IUseCase<AcknowledgeAlarm.Request, Done>
{
    public sealed record Request(Guid AlarmId, string? Reason);

    public Permission Permission => FuneralPermissions.RecordTemperature;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "处理情况", 300);
        if (reading.Problem is { } bad) return bad;
        var alarm = await file.Db.TemperatureAlarms.SingleOrDefaultAsync(a => a.Id == request.AlarmId, ct);
        if (alarm is null || !file.Reaches(alarm.Institution)) return KernelProblems.NotFound;
        if (alarm.AcknowledgedAt is not null) return TemperatureProblems.AlarmDone;
        alarm.Acknowledge(file.By.Id, reason!, file.Now);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AcknowledgeAlarm, Request, Done>("/cold-store/alarms/acknowledge");
}

/// <summary>Zones that have been silent for longer than the rule allows: no news is not good news.</summary>
internal sealed class RaiseSilence(CaseFile file, TemperatureBook book) : IUseCase<RaiseSilence.Request, RaiseSilence.Reply>
{
    /// <param name="Institution">The home to look at.</param>
    public sealed record Request(string Institution);

    public sealed record Reply(int Raised);

    public Permission Permission => FuneralPermissions.RecordTemperature;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!file.Reaches(request.Institution) || file.Institution(request.Institution) is not { } home) return KernelProblems.NotFound;
        var raised = 0;
        foreach (var zone in await SilentAsync(file.Db, book, home.Id, home.Division, file.Now, ct))
        {
            file.Db.Add(new TemperatureAlarm { Institution = home.Id, Zone = zone, Kind = AlarmKind.Silent, RaisedAt = file.Now });
            raised++;
        }
        return new Reply(raised);
    }

    /// <summary>A zone that never had a reading is not watched yet, and raises nothing.</summary>
    public static async Task<IReadOnlyList<string>> SilentAsync(AnminDb db, TemperatureBook book, string home, string division, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.TemperatureReadings.Where(r => r.Institution == home).GroupBy(r => r.Zone).Select(g => new { Zone = g.Key, At = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Zone, g => g.At, ct);
        var open = await db.TemperatureAlarms.Where(a => a.Institution == home && a.Kind == AlarmKind.Silent && a.EndedAt == null).Select(a => a.Zone).ToListAsync(ct);
        return [.. (await book.ZonesAsync(home, ct)).Where(z => last.TryGetValue(z.Name, out var at) && !open.Contains(z.Name) && book.Limits(division, z.Kind, now) is { Ok: true } limits && now - at > limits.Value!.Every).Select(z => z.Name)];
    }
}

internal sealed class SilenceRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "funeral.cold-silence";

    public string Label => "检查没有读数的冷藏区";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(Lease lease, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var (db, book, file) = (services.GetRequiredService<AnminDb>(), services.GetRequiredService<TemperatureBook>(), services.GetRequiredService<CaseFile>());
        foreach (var home in services.GetRequiredService<Contracts.Identity.IInstitutionDirectory>().OfKind("funeral-home"))
        {
            // looked first: a round with nothing to do leaves no audit row
            if ((await RaiseSilence.SilentAsync(db, book, home.Id, home.Division, file.Now, ct)).Count == 0) continue;
            await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<RaiseSilence>(), new RaiseSilence.Request(home.Id), ct: ct);
        }
    }
}
