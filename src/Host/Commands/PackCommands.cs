using Anmin.Kernel;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;

namespace Anmin.Host.Commands;

internal static class PackCommands
{
    public static Task<int> CheckAsync(CommandInput input, CancellationToken ct)
    {
        var pack = Read(input);
        Faults(pack, input.Print);
        if (pack.Ok) input.Print.Line($"没有错误：{string.Join(" → ", pack.Chain.Select(p => p.Id))}");
        input.Print.Document(new { ok = pack.Ok, packs = pack.Chain.Select(p => p.Id), faults = pack.Check.Faults });
        return Task.FromResult(pack.Ok ? 0 : 1);
    }

    public static async Task<int> DiffAsync(CommandInput input, CancellationToken ct)
    {
        var pack = Read(input);
        if (!pack.Ok) return Refused(pack, input.Print);
        await using var app = AnminApp.Quiet(input.Options with { ReadOnly = true });
        var results = await app.Services.GetRequiredService<PackLoader>().DiffAsync(pack, ct);
        foreach (var (file, changes) in results)
            foreach (var difference in changes.Differences) input.Print.Line($"{file}  {Sign(difference.Act)} {difference.Key}{Change(difference)}");
        Report(results, input.Print);
        return 0;
    }

    public static async Task<int> LoadAsync(CommandInput input, CancellationToken ct)
    {
        var pack = Read(input);
        if (!pack.Ok) return Refused(pack, input.Print);
        await using var app = AnminApp.Quiet(input.Options);
        await Database.PrepareAsync(app.Services, ct);
        Report(await app.Services.GetRequiredService<PackLoader>().LoadAsync(pack, ct), input.Print);
        return 0;
    }

    /// <summary>Loads the options' pack, with its refusal as an exception; for serve and demo.</summary>
    public static async Task LoadDefaultAsync(IServiceProvider services, HostOptions options, Printer print, CancellationToken ct)
    {
        var loader = services.GetRequiredService<PackLoader>();
        var pack = loader.Read(options.Pack);
        if (!pack.Ok) throw new RefusalException($"城市包 {options.Pack} 有{Math.Max(1, pack.Faults.Count)}处错误，第一处：{pack.Faults[0]}。请运行 anmin pack check 看全部。");
        print.Line($"正在装入城市包 {string.Join(" → ", pack.Chain.Select(p => p.Id))} …");
        await loader.LoadAsync(pack, ct);
        await services.GetRequiredService<Reference>().RefreshAsync(ct);
    }

    /// <summary>No database, no keys: only what the modules say their files look like.</summary>
    private static PackFolder Read(CommandInput input)
    {
        var folder = PackPlaces.Find(input.Operand) ?? throw new RefusalException($"没有城市包文件夹 {input.Operand}。");
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddPackFiles(Modules.All);
        foreach (var module in Modules.All) module.AddServices(services);
        using var provider = services.BuildServiceProvider();
        return PackFolder.Read(folder, provider.GetServices<IPackFile>(), provider.GetRequiredService<KnownPermissions>());
    }

    private static int Refused(PackFolder pack, Printer print)
    {
        Faults(pack, print);
        print.Line("城市包有错误，什么也没有写入。");
        print.Document(new { ok = false, faults = pack.Check.Faults });
        return 1;
    }

    private static void Faults(PackFolder pack, Printer print)
    {
        foreach (var notice in pack.Notices) print.Line("注意  " + notice);
        foreach (var fault in pack.Faults) print.Line(fault.ToString());
        if (pack.Faults.Count > 0) print.Line($"共{pack.Faults.Count}处错误。");
    }

    private static void Report(IReadOnlyList<PackFileResult> results, Printer print)
    {
        print.Line($"{"文件",-20}{"新增",6}{"改动",6}{"不变",6}{"停用",6}{"删除",6}{"保留",6}");
        foreach (var (file, c) in results) print.Line($"{file,-22}{c.Added,8}{c.Changed,8}{c.Unchanged,8}{c.Retired,8}{c.Removed,8}{c.Kept,8}");
        print.Document(new
        {
            ok = true,
            changed = results.Any(r => r.Changes.Any),
            files = results.Select(r => new { r.File, r.Changes.Added, r.Changes.Changed, r.Changes.Unchanged, r.Changes.Retired, r.Changes.Removed, r.Changes.Kept, r.Changes.Differences }),
        });
    }

    private static string Sign(PackAct act) => act switch
    {
        PackAct.Added => "+",
        PackAct.Changed => "~",
        PackAct.Retired => "停用",
        _ => "-",
    };

    private static string Change(PackDifference d) => d.Column is null ? "" : $"  {d.Column}: {d.Old ?? "（空）"} → {d.New ?? "（空）"}";
}
