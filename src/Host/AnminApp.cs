using System.Text.Encodings.Web;
using System.Text.Unicode;
using Anmin.Host.Web;
using Anmin.Kernel;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Lanes;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.Logging.Console;

namespace Anmin.Host;

/// <summary>The composition root: every command and every test is made here.</summary>
public static class AnminApp
{
    /// <summary>Services of the kernel, the modules and the web, not yet built. A test may replace some before building.</summary>
    public static WebApplicationBuilder Compose(HostOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "anmin", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        // run from bin (tests, development) the assets lie where the build found them, listed in this file; published they lie in wwwroot
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "anmin.staticwebassets.runtime.json"))) StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        Logging(builder.Logging, options);
        if (!options.ReadOnly) EnsureWritable(options.Data);
        var settings = Settings(options);
        var suite = CipherSuites.Named(builder.Configuration["Anmin:Ciphers"] ?? "standard");
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(Lanes(builder.Configuration));
        if (Scanner(builder.Configuration["Anmin:Scanner"]) is { } scanner) builder.Services.AddSingleton<Anmin.Kernel.Documents.IFileScanning>(scanner);
        builder.Services.AddKernel(settings, Modules.All, new PersonalVault(suite, KeyPlaces.Open(options, settings)));
        if (options.Jobs) builder.Services.AddHostedService<JobRunner>();
        builder.Services.AddAnminWeb(options, builder.Configuration.GetValue<int?>("Anmin:PublicPostsPerMinute"));
        return builder;
    }

    /// <summary>The whole application with its pipeline, not started. <see cref="Database.PrepareAsync"/> comes before the first request.</summary>
    public static WebApplication Build(HostOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = Compose(options);
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseAnminWeb();
        return app;
    }

    /// <summary>For commands that serve nobody: the same services, no pipeline, no jobs.</summary>
    public static WebApplication Quiet(HostOptions options) => Compose(options with { Jobs = false, Log = false }).Build();

    public static DatabaseSettings Settings(HostOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Database)) return new(DatabaseKind.Postgres, options.Database, options.Data);
        if (options.ReadOnly) return new(DatabaseKind.Sqlite, $"Data Source={options.SqliteFile};Mode=ReadWrite;Default Timeout=30", options.Data);
        return DatabaseSetup.Settings(options.Data, null) with { Synchronous = options.Synchronous };
    }

    /// <summary><c>Anmin__Scanner</c>: where ClamAV's daemon listens, as <c>host:3310</c>; without it uploads stay 未扫描.</summary>
    private static Anmin.Kernel.Documents.ClamFileScanning? Scanner(string? at)
        => at?.Split(':') is [{ Length: > 0 } host, var port] && int.TryParse(port, out var number) ? new(host, number) : string.IsNullOrWhiteSpace(at) ? null : throw new InvalidOperationException("Anmin:Scanner is written as host:port.");

    /// <summary><c>Anmin__Lanes__LeaseSeconds</c> and <c>Anmin__Lanes__MostWaiting</c>.</summary>
    private static LaneOptions Lanes(ConfigurationManager configuration)
    {
        var standard = new LaneOptions();
        return standard with
        {
            Lease = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Anmin:Lanes:LeaseSeconds", standard.Lease.TotalSeconds), 1, 600)),
            MostWaiting = Math.Clamp(configuration.GetValue("Anmin:Lanes:MostWaiting", standard.MostWaiting), 16, 1_000_000),
        };
    }

    private static void EnsureWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or FileNotFoundException or IOException { HResult: 30 or 20 or 17 or 36 or 40 })
        {
            throw new RefusalException($"数据文件夹 {folder} 不能建立或不能写，请检查路径和权限，或用 --data 另指一个。");
        }
    }

    private static void Logging(ILoggingBuilder logging, HostOptions options)
    {
        logging.ClearProviders();
        if (!options.Log) return;
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net", LogLevel.Warning);
        // the command line says itself why it does not start
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddJsonConsole(o =>
        {
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            o.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        });
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
