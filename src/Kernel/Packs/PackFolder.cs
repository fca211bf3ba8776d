using System.Text;
using System.Text.Json;

namespace Anmin.Kernel.Packs;

/// <summary>A city pack on disk with the packs it stands on, read whole and checked. Nothing of it is trusted: sizes are bounded, links are not followed out.</summary>
public sealed class PackFolder
{
    private const int MostPacks = 4;

    private PackFolder(PackCheck check, IReadOnlyList<PackProfile> chain) => (Check, Chain) = (check, chain);

    public PackCheck Check { get; }

    /// <summary>Base first, the city last.</summary>
    public IReadOnlyList<PackProfile> Chain { get; }

    public IReadOnlyList<PackFault> Faults => [.. Check.Faults.Where(f => !f.Notice)];

    public IReadOnlyList<PackFault> Notices => [.. Check.Faults.Where(f => f.Notice)];

    public bool Ok => Chain.Count > 0 && Faults.Count == 0;

    /// <summary>Reads and checks everything; every fault is in <see cref="Faults"/>, none is thrown.</summary>
    public static PackFolder Read(string folder, IEnumerable<IPackFile> files, KnownPermissions permissions)
    {
        var check = new PackCheck(permissions);
        var known = files.OrderBy(f => f.Order).ToList();
        if (!Directory.Exists(folder))
        {
            check.Fault(folder, 0, 0, "没有这个文件夹");
            return new(check, []);
        }
        var chain = ChainOf(Path.GetFullPath(folder), check);
        check.City = chain.Count > 0 ? chain[^1].Profile : null;
        foreach (var file in known)
            check.Rows[file.FileName] = [.. chain.SelectMany(pack => RowsOf(pack.Folder, file, check))];
        foreach (var file in known) PackColumns.Check(file, check);
        foreach (var (path, _) in chain) Strangers(path, known, check);
        return new(check, [.. chain.Select(c => c.Profile)]);
    }

    private static List<(string Folder, PackProfile Profile)> ChainOf(string folder, PackCheck check)
    {
        var chain = new List<(string, PackProfile)>();
        for (string? at = folder; at is not null;)
        {
            var file = PackText.Label(at, "pack.json");
            if (PackText.Read(Path.Combine(at, "pack.json"), file, 256 * 1024, check) is not { } text || ProfileOf(text, file, at, check) is not { } profile) return [];
            chain.Insert(0, (at, profile));
            if (chain.Count > MostPacks)
            {
                check.Fault(file, 0, 0, "base 互相引用，或者超过三层");
                return [];
            }
            if (profile.Base is not { Length: > 0 } under) break;
            var next = Path.Combine(Path.GetDirectoryName(at)!, under);
            if (under.IndexOfAny(['/', '\\', '.']) >= 0 || !Directory.Exists(next))
            {
                check.Fault(file, 0, 0, $"base 写的“{PackColumn.Short(under)}”不在旁边的文件夹里");
                return [];
            }
            at = next;
        }
        return chain;
    }

    private static PackProfile? ProfileOf(string text, string file, string folder, PackCheck check)
    {
        try
        {
            var profile = PackProfile.Read(text);
            var name = Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));
            if (profile.Id != name) check.Fault(file, 0, 0, $"id 是“{profile.Id}”，应与文件夹名“{name}”相同");
            if (string.IsNullOrEmpty(profile.Division)) check.Fault(file, 0, 0, "缺少 division");
            if (string.IsNullOrEmpty(profile.Title)) check.Fault(file, 0, 0, "缺少 title");
            if (profile.Version < 1) check.Fault(file, 0, 0, "version 应是从1起的整数");
            // JSON's null gets past the declared types
            if (profile is { Bureau: null } or { City: null } or { Hotline: null } or { HotlineNote: null } or { CasePrefix: null }) check.Fault(file, 0, 0, "有的值是 null，请写成文字，或者删去那一项");
            if (profile.TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _)) check.Fault(file, 0, 0, $"没有时区“{profile.TimeZone}”");
            return string.IsNullOrEmpty(profile.Division) ? null : profile;
        }
        catch (JsonException e)
        {
            check.Fault(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "不是合格的 JSON，或者值的类型不对" + (e.Path is { Length: > 1 } path ? $"（{path}）" : ""));
        }
        catch (InvalidDataException)
        {
            check.Fault(file, 1, 1, "文件是空的");
        }
        return null;
    }

    private static IEnumerable<PackRow> RowsOf(string folder, IPackFile file, PackCheck check)
    {
        if (file.FileName == "pack.json") return PackText.AsRow(folder, "pack.json", ["id", "division", "profile"], text => PackProfile.Read(text) is var p ? [p.Id, p.Division, text] : [], check);
        if (file.FileName == "templates/*.html") return PackText.Templates(folder, check);
        var path = Path.Combine(folder, file.FileName);
        return File.Exists(path) ? PackCsv.Read(path, PackText.Label(folder, file.FileName), file.Columns, check)?.Rows ?? [] : [];
    }

    private static void Strangers(string folder, List<IPackFile> known, PackCheck check)
    {
        var names = known.Select(f => f.FileName).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Directory.EnumerateFiles(folder).Select(p => Path.GetFileName(p)!).Where(n => (n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || n.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) && !names.Contains(n)).Order(StringComparer.Ordinal))
            check.Notice(PackText.Label(folder, name), 0, "没有模块读取这个文件，已略过");
    }
}
