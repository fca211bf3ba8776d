using System.Diagnostics;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Packs;

namespace Anmin.Host.Commands;

internal static class Demo
{
    public static async Task<int> RunAsync(CommandInput input, CancellationToken ct)
    {
        var filled = await FillAsync(input, needEmpty: true, ct);
        input.Print.Document(new { filled = filled > TimeSpan.Zero, days = input.Days, seed = input.Seed, seconds = Math.Round(filled.TotalSeconds, 1) });
        return 0;
    }

    /// <summary>Prepares the database and, where it is empty, fills it; durability is relaxed only for an empty SQLite file.</summary>
    /// <returns>How long the filling took; zero when there was something already.</returns>
    public static async Task<TimeSpan> FillAsync(CommandInput input, bool needEmpty, CancellationToken ct)
    {
        var mark = Path.Combine(input.Options.Data, "demo.unfinished");
        if (File.Exists(mark)) throw new RefusalException("上一次填演示数据没有做完，库里的数据不完整。" + (input.Options.Database is null
            ? $"请删除 {input.Options.Data}（里面只有演示数据）再运行。"
            : $"请删掉这个 PostgreSQL 数据库和 {mark}，重新 anmin migrate 再运行。"));
        if (!await IsEmptyAsync(input.Options, ct)) return needEmpty ? throw new RefusalException("数据库里已经有案件，演示数据只填空库。请用 --data 另指一个文件夹。") : TimeSpan.Zero;
        var watch = Stopwatch.StartNew();
        await using (var app = AnminApp.Quiet(input.Options with { Synchronous = "OFF" }))
        {
            if (app.Services.GetService<IServiceProviderIsService>()?.IsService(typeof(IDemoFiller)) != true)
                return needEmpty ? throw new RefusalException("这个版本没有装能填演示数据的模块。") : Skip(input);
            await PrepareAsync(app.Services, input, ct);
            await File.WriteAllTextAsync(mark, "", ct);
            await using var scope = app.Services.CreateAsyncScope();
            // in the order of the modules: a later one finds what an earlier one filled
            foreach (var filler in scope.ServiceProvider.GetServices<IDemoFiller>()) await filler.FillAsync(input.Days, input.Seed, new Lines(input.Print), ct);
            await JobsAsync(app.Services, ct);
        }
        await Database.SettleAsync(AnminApp.Settings(input.Options), ct);
        File.Delete(mark);
        input.Print.Line($"演示数据已填好：{input.Days}天，用时{watch.Elapsed.TotalSeconds:F1}秒。");
        return watch.Elapsed;
    }

    /// <summary>The database at this program's version, with the pack where it has none.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CommandInput input, CancellationToken ct)
    {
        await Database.PrepareAsync(services, ct);
        await using var scope = services.CreateAsyncScope();
        if (!await Database.HasPackAsync(scope.ServiceProvider.GetRequiredService<AnminDb>(), ct)) await PackCommands.LoadDefaultAsync(services, input.Options, input.Print, ct);
    }

    private static TimeSpan Skip(CommandInput input)
    {
        input.Print.Line("这个版本没有装能填演示数据的模块，空库启动。");
        return TimeSpan.Zero;
    }

    private static async Task<bool> IsEmptyAsync(HostOptions options, CancellationToken ct)
    {
        await using var app = AnminApp.Quiet(options);
        await Database.PrepareAsync(app.Services, ct);
        await using var scope = app.Services.CreateAsyncScope();
        return await Database.IsEmptyAsync(scope.ServiceProvider.GetRequiredService<AnminDb>(), ct);
    }

    /// <summary>Delivers what the fill announced and seals its journal, as the server's jobs would.</summary>
    private static async Task JobsAsync(IServiceProvider services, CancellationToken ct)
    {
        var leases = services.GetRequiredService<Leases>();
        foreach (var job in services.GetServices<IJob>().OrderBy(j => j.Name, StringComparer.Ordinal))
            if (await leases.TakeAsync(job.Name, TimeSpan.FromMinutes(10), ct) is { } lease) await job.RunAsync(lease, ct);
        await leases.GiveBackAsync(ct);
    }

    private sealed class Lines(Printer print) : IProgress<string>
    {
        public void Report(string value) => print.Line(value);
    }
}
