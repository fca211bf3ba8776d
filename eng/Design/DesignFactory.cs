using Anmin.Host;
using Anmin.Kernel;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Design;

/// <summary>Makes the context for the migrations generator: <c>-- --provider sqlite|postgres</c>. Opens no database.</summary>
public sealed class DesignFactory : IDesignTimeDbContextFactory<AnminDb>
{
    public AnminDb CreateDbContext(string[] args)
    {
        var at = Array.IndexOf(args, "--provider");
        var provider = at >= 0 && at + 1 < args.Length ? args[at + 1] : "sqlite";
        var settings = provider switch
        {
            "sqlite" => new DatabaseSettings(DatabaseKind.Sqlite, "Data Source=:memory:", "."),
            "postgres" => new DatabaseSettings(DatabaseKind.Postgres, "Host=127.0.0.1;Database=design", "."),
            _ => throw new ArgumentException($"--provider sqlite|postgres, not {provider}", nameof(args)),
        };
        var folder = Directory.CreateTempSubdirectory("anmin-design-");
        var keys = PersonalKeys.OpenOrCreate(Path.Combine(folder.FullName, "personal.json"), TimeProvider.System);
        folder.Delete(recursive: true);
        var services = new ServiceCollection().AddLogging().AddKernel(settings, Modules.All, new PersonalVault(CipherSuites.Named("standard"), keys));
        return services.BuildServiceProvider().GetRequiredService<AnminDb>();
    }
}
