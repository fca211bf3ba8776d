using System.Data.Common;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NpgsqlTypes;

namespace Anmin.Kernel.Tests.Lanes;

/// <summary>The smallest lane there can be: everybody draws the next number of a roll that ends.</summary>
internal sealed record Draw(Guid Key, string Text)
{
    public static Draw Of(string text) => new(Guid.NewGuid(), text);
}

internal sealed class TallyBook(TallyRules rules) : ILaneBook<Draw, int>
{
    public static readonly Problem Empty = new("test.empty", "已经取完。");

    private readonly LaneColumn<Guid> keys = new(NpgsqlDbType.Uuid);
    private readonly LaneColumn<int> numbers = new(NpgsqlDbType.Integer);
    private readonly LaneColumn<string> texts = new(NpgsqlDbType.Text);
    private Dictionary<Guid, int>? known;
    private LaneStatement? insert;

    public async Task FetchAsync(DbConnection connection, IReadOnlyList<Draw> tasks, CancellationToken ct)
    {
        await rules.BeforeFetch(tasks);
        if (known is not null) return;
        known = [];
        rules.Loads++;
        await using var command = connection.CreateCommand();
        command.CommandText = "select key, number from test_tally";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) known[reader.GetGuid(0)] = reader.GetInt32(1);
    }

    public Outcome<int> Weigh(Draw task, LaneBatch batch)
    {
        if (known!.TryGetValue(task.Key, out var number)) return number;
        if (task.Text == "defect") throw new InvalidOperationException("a defect");
        if (known.Count >= rules.Most) return Empty;
        number = known.Count + 1;
        known[task.Key] = number;
        keys.Add(task.Key);
        numbers.Add(number);
        texts.Add(task.Text);
        batch.Text.Add(task.Key).Add(number).Add(task.Text);
        batch.EndLine();
        return number;
    }

    public void SumUp(LaneBatch batch) => batch.Use(insert ??= new("insert into test_tally (key, number, text) select * from unnest($1::uuid[], $2::int[], $3::text[])", "insert into test_tally (key, number, text) values ($1, $2, $3)", keys, numbers, texts));
}

internal sealed class TallyRules
{
    public int Most { get; set; } = int.MaxValue;

    public int Loads { get; set; }

    public Func<IReadOnlyList<Draw>, Task> BeforeFetch { get; set; } = _ => Task.CompletedTask;
}

internal sealed class TallyModule(LaneOptions options) : IModule
{
    public string Name => "test";

    public TallyRules Rules { get; } = new();

    public IReadOnlyList<Permission> Permissions => [];

    public void AddServices(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(options));
        services.AddLane(_ => new LaneKind<Draw, int>("test.tally", "test.tally", "tally.drawn", _ => new TallyBook(Rules)));
    }

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public static IReadOnlyList<string> Tables(DatabaseKind kind) => [$"create table test_tally (key {(kind == DatabaseKind.Postgres ? "uuid" : "text")} primary key, number integer not null unique, text text not null check (text <> 'poison'))"];
}

/// <summary>Processes on one database, each with its own lane.</summary>
internal sealed class TallyNode : IAsyncDisposable
{
    private TallyNode(TestApp app, TallyModule module, bool first) => (App, Module, First) = (app, module, first);

    public TestApp App { get; }

    private TallyModule Module { get; }

    private bool First { get; }

    public TallyRules Rules => Module.Rules;

    public GroupCommit<Draw, int> Lane => App.Services.GetRequiredService<GroupCommit<Draw, int>>();

    public LaneShop Shop => App.Services.GetRequiredService<LaneShop>();

    public static async Task<TallyNode> FirstAsync(DatabaseKind kind, LaneOptions? options = null)
    {
        var module = new TallyModule(options ?? new());
        return new(await TestApp.CreateAsync(kind, module, TallyModule.Tables(kind)), module, true);
    }

    public async Task<TallyNode> BesideAsync(LaneOptions? options = null)
    {
        var module = new TallyModule(options ?? new());
        return new(await TestApp.OnAsync(App.Database, App.Clock, module), module, false);
    }

    public Task<Outcome<int>> DrawAsync(string text = "x") => Lane.AskAsync("a", Draw.Of(text), default);

    public Task<long> RowsAsync() => App.CountAsync("select count(*) from test_tally");

    public Task<LaneRow> RowAsync() => App.ReadAsync(db => db.Set<LaneRow>().AsNoTracking().SingleAsync(l => l.Partition == "test.tally:a"));

    /// <summary>As if the owner had not been heard of for a minute.</summary>
    public Task LapseAsync() => App.SqlAsync(App.Kind == DatabaseKind.Postgres ? "update kernel_lane set renewed_at = now() - interval '1 minute'" : "update kernel_lane set renewed_at = renewed_at - 60000000");

    public ValueTask DisposeAsync() => First ? App.DisposeAsync() : ((IAsyncDisposable)App.Services).DisposeAsync();
}

/// <summary>A wire that fails before or after what it carries.</summary>
internal sealed class FaultyWire(LaneStore inner, Func<Task> before, Func<Task> after) : LaneStore("", "", new())
{
    public override DbConnection Connection => inner.Connection;

    public override Task<Holding?> TakeAsync(CancellationToken ct) => inner.TakeAsync(ct);

    public override async Task CommitAsync(Holding holding, IReadOnlyList<LaneStatement> statements)
    {
        await before();
        await inner.CommitAsync(holding, statements);
        await after();
    }

    public override Task GiveBackAsync(Holding holding) => inner.GiveBackAsync(holding);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
