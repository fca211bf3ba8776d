using Microsoft.AspNetCore.DataProtection;
using Anmin.Contracts.Identity;
using Anmin.Host;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Anmin.Testing;

/// <summary>The product's services on a database of their own with the test pack loaded, and a clock that stands still. No web server, no jobs.</summary>
public sealed class TestApp : IAsyncDisposable
{
    // a vault is part of a compiled model's identity: one per shape of model, for the whole process
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, PersonalVault> Vaults = new();

    private readonly ServiceProvider services;

    private TestApp(TestDatabase database, ServiceProvider services, FakeClock clock) => (Database, this.services, Clock) = (database, services, clock);

    public TestDatabase Database { get; }

    public DatabaseKind Kind => Database.Kind;

    public FakeClock Clock { get; }

    public IServiceProvider Services => services;

    /// <param name="extra">A module only the tests know; its tables are made by <paramref name="tables"/>, one statement each.</param>
    public static async Task<TestApp> CreateAsync(DatabaseKind kind, IModule? extra = null, IReadOnlyList<string>? tables = null)
    {
        var app = await OnAsync(await TestDatabase.CopyAsync(kind), new FakeClock(), extra);
        foreach (var statement in tables ?? []) await app.SqlAsync(statement);
        return app;
    }

    /// <summary>A second process on the same database, as it were: nothing in memory is shared but the keys.</summary>
    public static async Task<TestApp> OnAsync(TestDatabase database, FakeClock clock, IModule? extra = null)
    {
        var options = new HostOptions { Data = database.Folder, Database = database.Connection, Jobs = false };
        var builder = AnminApp.Compose(options);
        var vault = Vaults.GetOrAdd(extra?.GetType().FullName ?? "", _ => new PersonalVault(StandardCiphers.Instance, PersonalKeys.Open(Template.KeyFile, TimeProvider.System)));
        builder.Services.Replace(ServiceDescriptor.Singleton(vault));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.Replace(ServiceDescriptor.Singleton(new ModelParts(database.Kind, extra is null ? Modules.All : [.. Modules.All, extra], vault)));
        if (extra is not null)
        {
            extra.AddServices(builder.Services);
            extra.AddReactions((Reactions)builder.Services.Single(s => s.ServiceType == typeof(Reactions)).ImplementationInstance!);
        }
        var services = builder.Services.BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<Reference>().RefreshAsync(default);
        // a started host has its keys before the first command
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]);
        return new(database, services, clock);
    }

    public Acting As(string persona)
    {
        var staff = services.GetRequiredService<IStaffDirectory>();
        var person = staff.Persona(persona) ?? throw new InvalidOperationException($"tests/Testing/pack/staff.csv has no persona {persona}.");
        return As(staff.ActorOf(person.Id)!);
    }

    public Acting As(Actor actor) => new(this, actor with { Device = "test" });

    public string IdOf(string persona) => services.GetRequiredService<IStaffDirectory>().Persona(persona)!.Id;

    /// <summary>Looks at the database past every data scope.</summary>
    public async Task<T> ReadAsync<T>(Func<AnminDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await read(scope.ServiceProvider.GetRequiredService<AnminDb>());
    }

    public Task<int> SqlAsync(string sql) => ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));

    public Task<long> CountAsync(string sql) => ReadAsync(async db => (await db.Database.SqlQueryRaw<long>(sql.Replace("select count(*)", "select count(*) as \"Value\"", StringComparison.Ordinal)).ToListAsync())[0]);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>Somebody at work: every call is a request of its own, through the Gate.</summary>
public sealed class Acting(TestApp app, Actor actor)
{
    public Actor Actor => actor;

    public async Task<Anmin.Kernel.Outcomes.Outcome<TReply>> RunAsync<TRequest, TReply>(Func<IServiceProvider, IUseCase<TRequest, TReply>> useCase, TRequest request, string? key = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(useCase(scope.ServiceProvider), request, key, TestContext.Current.CancellationToken);
    }
}
