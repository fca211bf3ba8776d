using Anmin.Kernel.Ciphers;

namespace Anmin.Host.Commands;

/// <summary>What can be seen without the database.</summary>
internal static class DoctorMachine
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static IEnumerable<Finding> All(HostOptions options) => [Runtime(), Folder(options.Data), Keys(options), Disk(options.Data), Pack(options.Pack), Browser()];

    private static Finding Runtime()
        => Environment.Version.Major >= 10 ? new(".NET", Health.Fine, Environment.Version.ToString()) : new(".NET", Health.Broken, Environment.Version.ToString(), "请安装 .NET 10：https://dotnet.microsoft.com/download");

    private static Finding Folder(string folder)
    {
        if (!Directory.Exists(folder)) return new("数据文件夹", Health.Attention, $"{folder} 还没有建立", "第一次启动时会建立它。");
        try
        {
            var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("数据文件夹", Health.Fine, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("数据文件夹", Health.Broken, $"{folder} 不能写", "请把它的所有者改成运行服务的用户。");
        }
    }

    private static Finding Keys(HostOptions options)
    {
        if (!File.Exists(options.KeyFile))
            return File.Exists(options.SqliteFile)
                ? new("密钥文件", Health.Broken, $"{options.KeyFile} 不见了，库里的个人信息读不出来", "请从备份放回原处，不要新建。")
                : new("密钥文件", Health.Attention, "还没有建立", "第一次启动时会建立；建好后请另外备份，不要和数据库放在一起。");
        try
        {
            var keys = PersonalKeys.Open(options.KeyFile, TimeProvider.System);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(options.KeyFile) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
                return new("密钥文件", Health.Attention, "同组用户也能读", $"请执行 chmod 600 {options.KeyFile}");
            return new("密钥文件", Health.Fine, $"{keys.Count}把密钥，只有所有者能读");
        }
        catch (Exception e)
        {
            return new("密钥文件", Health.Broken, Sentences.Of(e));
        }
    }

    private static Finding Disk(string folder)
    {
        var at = folder;
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } above) at = above;
        var free = new DriveInfo(at).AvailableFreeSpace / (1024 * 1024);
        return new("磁盘", free > 2048 ? Health.Fine : free > 200 ? Health.Attention : Health.Broken, $"还有{free / 1024.0:F1} GB", free > 2048 ? "" : "请腾出空间，至少留2 GB。");
    }

    private static Finding Pack(string folder)
        => Directory.Exists(folder) ? new("城市包文件夹", Health.Fine, folder) : new("城市包文件夹", Health.Attention, $"没有找到 {folder}", "空库启动时要用 --pack 指明。");

    private static Finding Browser()
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = Browsers.SelectMany(name => places.Select(place => Path.Combine(place, name))).FirstOrDefault(File.Exists);
        return found is null ? new("chromium", Health.Attention, "没有装，火化证明只能用浏览器打印，不能下载 PDF", "Debian：apt install chromium fonts-noto-cjk") : new("chromium", Health.Fine, found);
    }
}
