using System.Text.RegularExpressions;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Host.Commands;

/// <summary>What the database itself shows: its shape, its guards, its reference data.</summary>
internal static partial class DoctorDatabase
{
    public static async Task<IReadOnlyList<Finding>> AllAsync(AnminDb db, HostOptions options, CancellationToken ct)
    {
        var pending = await Database.PendingAsync(db, ct);
        var findings = new List<Finding>
        {
            pending.Count == 0 ? new("迁移", Health.Fine, "已是最新") : new("迁移", Health.Broken, $"还差{pending.Count}步", "请运行 anmin migrate。"),
        };
        if (pending.Count > 0) return findings;
        findings.Add(await GuardsAsync(db, ct));
        findings.Add(await PackAsync(db, ct));
        findings.AddRange(await CalendarAsync(db, ct));
        if (options.Database is not null && !File.Exists(options.KeyFile) && !await Database.IsEmptyAsync(db, ct))
            findings.Add(new("密钥文件", Health.Broken, "库里有数据，这台机器上却没有密钥文件", $"请从备份或另一个节点把它放到 {options.KeyFile}，不要新建。"));
        return findings;
    }

    private static async Task<Finding> GuardsAsync(AnminDb db, CancellationToken ct)
    {
        var there = (await db.Database.SqlQueryRaw<string>(db.Kind == DatabaseKind.Postgres
            ? "select tgname::text as \"Value\" from pg_trigger where not tgisinternal and tgenabled <> 'D'"
            : "select name as \"Value\" from sqlite_master where type = 'trigger'").ToListAsync(ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = Guards.All(db).Select(s => TriggerName().Match(s)).Where(m => m.Success).Select(m => m.Groups[1].Value).Where(n => !there.Contains(n)).ToList();
        return missing.Count == 0 ? new("防改触发器", Health.Fine, "都在") : new("防改触发器", Health.Broken, $"缺{missing.Count}个：{string.Join("、", missing.Take(5))}", "请运行 anmin migrate 补上，并查明是谁删的。");
    }

    private static async Task<Finding> PackAsync(AnminDb db, CancellationToken ct)
    {
        var packs = await db.Set<LoadedPack>().AsNoTracking().ToListAsync(ct);
        return packs.Count == 0 ? new("城市包", Health.Attention, "还没有装入", "anmin pack load packs/城市名") : new("城市包", Health.Fine, string.Join("、", packs.OrderBy(p => p.Division.Length).Select(p => p.Id)));
    }

    private static async Task<IEnumerable<Finding>> CalendarAsync(AnminDb db, CancellationToken ct)
    {
        var years = await db.Set<CalendarDay>().AsNoTracking().Select(d => d.Date.Year).Distinct().ToListAsync(ct);
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return new[] { now.Year, now.Year + 1 }.Select(year => years.Contains(year)
            ? new Finding("节假日", Health.Fine, $"{year}年有安排")
            : year == now.Year
                ? new("节假日", Health.Broken, $"没有{year}年的放假和调休安排，工作日期限算不出来", "请在城市包的 holidays.csv 中补上，再运行 anmin pack load。")
                : new("节假日", now.Month == 12 ? Health.Attention : Health.Fine, $"还没有{year}年的安排", now.Month == 12 ? "国务院公布后请补到 holidays.csv。" : ""));
    }

    [GeneratedRegex(@"^\s*create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\s+(?:if\s+not\s+exists\s+)?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex TriggerName();
}
