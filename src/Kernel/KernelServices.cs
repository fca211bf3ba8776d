using Anmin.Kernel.Actors;
using Anmin.Kernel.Auditing;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Anmin.Kernel;

public static class KernelServices
{
    /// <summary>Everything the rooms stand on. <paramref name="vault"/> is made by the host, which knows where the keys are.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, DatabaseSettings settings, IReadOnlyList<IModule> modules, PersonalVault vault)
    {
        services.TryAddSingleton<TimeProvider>(ToldClock.Instance);
        services.AddSingleton<Documents.PdfPrinter>();
        services.TryAddSingleton<Documents.IFileScanning, Documents.NoFileScanning>();
        services.AddSingleton(settings);
        services.AddSingleton(vault);
        services.AddSingleton(new ModelParts(settings.Kind, modules, vault));
        services.AddSingleton<ConstraintProblems>();
        services.AddSingleton<WriteTurn>();
        services.AddDbContext<AnminDb>(o => o.UseAnmin(settings));
        services.AddScoped<CurrentActor>();
        services.AddScoped<CommandContext>();
        services.AddScoped<Gate>();
        services.AddTransient<Reading>();
        services.AddSingleton<Reference>();
        services.AddSingleton<SettingBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<SettingBook>());
        services.AddSingleton<Dictionaries.DictionaryBook>();
        services.AddSingleton<IReferencePart>(s => s.GetRequiredService<Dictionaries.DictionaryBook>());
        services.AddSingleton<DivisionBook>();
        services.AddSingleton<RuleBook>();
        services.AddScoped<Numbers>();
        services.AddPackFiles(modules);
        services.AddSingleton<PackLoader>();
        services.AddScoped<JournalVerifier>();
        services.AddScoped<ReplayParked>();
        var reactions = new Reactions();
        services.AddSingleton(reactions);
        services.AddSingleton<Leases>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<Sealer>());
        services.AddSingleton<IJob>(s => s.GetRequiredService<Dispatcher>());
        services.AddSingleton<IJob>(s => s.GetRequiredService<Reference>());
        services.TryAddSingleton<LaneOptions>();
        services.AddSingleton<LaneMeters>().AddSingleton<LaneShop>();
        services.AddSingleton<IJob, ForgetAnswers>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<AuditSealer>());
        services.AddSingleton<IJob, Monitoring.Beat>();
        foreach (var module in modules)
        {
            module.AddServices(services);
            module.AddReactions(reactions);
        }
        return services;
    }

    /// <summary>What reading and checking a pack needs, without a database: the kernel's files and every permission a post may hold.</summary>
    public static IServiceCollection AddPackFiles(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        foreach (var file in KernelPackFiles.All()) services.AddSingleton(file);
        services.AddSingleton(new KnownPermissions([.. KernelPermissions.All, .. modules.SelectMany(m => m.Permissions)]));
        return services;
    }

    /// <summary>Every use case of the assembly, as itself.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, System.Reflection.Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>))))
            services.AddTransient(type);
        return services;
    }
}
