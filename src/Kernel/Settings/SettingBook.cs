using System.Collections.Frozen;
using System.Globalization;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Settings;

/// <summary>The settings in force, in memory. A change made on one node is seen by the others within seconds.</summary>
public sealed class SettingBook : IReferencePart
{
    private FrozenDictionary<string, string> set = FrozenDictionary<string, string>.Empty;

    /// <summary>As set, or the standard; what was set outside the bounds of this program's version counts as the nearer bound.</summary>
    public long Number(Setting setting)
        => long.TryParse(Text(setting), CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, setting.Least, setting.Most) : long.Parse(setting.Default, CultureInfo.InvariantCulture);

    public TimeSpan Minutes(Setting setting) => TimeSpan.FromMinutes(Number(setting));

    public bool On(Setting setting) => Text(setting) == "true";

    public string Text(Setting setting) => Volatile.Read(ref set).GetValueOrDefault(setting.Key, setting.Default);

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref set, (await db.Set<SettingValue>().AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(s => s.Key, s => s.Value));
}
