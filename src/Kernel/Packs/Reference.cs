using System.Collections.Frozen;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Packs;

/// <summary>What the packs said, held in memory: divisions, rules, working days, number formats, letters. Immutable; a reload replaces it whole.</summary>
public sealed record ReferenceData(
    PackProfile City,
    TimeZoneInfo Zone,
    FrozenDictionary<string, Division> Divisions,
    FrozenDictionary<string, Rule[]> Rules,
    WorkingDays WorkingDays,
    FrozenDictionary<string, NumberFormat> Numbers,
    FrozenDictionary<string, string> Templates);

/// <summary>The reference data in force. Every node notices a newly loaded pack, and what administrators changed, within a few seconds.</summary>
public sealed class Reference(IServiceScopeFactory scopes) : IJob
{
    private static readonly PackProfile Nowhere = new("", 0, "安民", "0");
    private ReferenceData data = new(Nowhere, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), FrozenDictionary<string, Division>.Empty,
        FrozenDictionary<string, Rule[]>.Empty, new WorkingDays([]), FrozenDictionary<string, NumberFormat>.Empty, FrozenDictionary<string, string>.Empty);
    private DateTimeOffset stamp;
    private Guid mark;

    public ReferenceData Now => Volatile.Read(ref data);

    public string Name => "kernel.reference";

    public string Label => "读取新的基础资料";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public bool OnEveryNode => true;

    public Task RunAsync(Lease lease, CancellationToken ct) => RefreshAsync(ct);

    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnminDb>();
        var packs = await db.Set<LoadedPack>().AsNoTracking().ToListAsync(ct);
        var marked = await db.Set<ReferenceMark>().AsNoTracking().Where(m => m.Name == ReferenceMark.Whole).Select(m => m.Stamp).FirstOrDefaultAsync(ct);
        var (loaded, parts) = (packs.Count == 0 ? default : packs.Max(p => p.LoadedAt), scope.ServiceProvider.GetServices<IReferencePart>());
        if (loaded == stamp && marked == mark) return;
        var city = packs.Count == 0 ? Nowhere : packs.OrderByDescending(p => p.Division.Length).Select(p => PackProfile.Read(p.Profile)).First();
        if (loaded == stamp)
        {
            foreach (var part in parts) await part.RefreshAsync(db, city, ct);
            mark = marked;
            return;
        }
        var rules = await db.Set<Rule>().AsNoTracking().ToListAsync(ct);
        var days = await db.Set<CalendarDay>().AsNoTracking().OrderBy(d => d.Date).ToListAsync(ct);
        var fresh = new ReferenceData(
            city,
            TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone),
            (await db.Set<Division>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(d => d.Code),
            rules.GroupBy(r => r.Key).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            new WorkingDays(days.Select(d => (d.Date, d.IsWorkday, d.Name))),
            (await db.Set<NumberFormat>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(n => n.Kind),
            (await db.Set<Template>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(t => t.Name, t => t.Body));
        foreach (var part in parts) await part.RefreshAsync(db, city, ct);
        Volatile.Write(ref data, fresh);
        (stamp, mark) = (loaded, marked);
    }
}
