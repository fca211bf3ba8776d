using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Anmin.Kernel.Messages;

/// <summary>Facts as they travel: constant name and JSON.</summary>
internal static class EventWire
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static OutboxMessage Pack(IEvent fact, DateTimeOffset now) => new()
    {
        Wire = NameOf(fact.GetType()),
        Payload = JsonSerializer.Serialize(fact, fact.GetType(), Json),
        At = now,
        NextAt = now,
    };

    public static string NameOf(Type type) => type.GetCustomAttribute<WireNameAttribute>()?.Name ?? throw new InvalidOperationException($"{type.Name} has no wire name.");

    public static object Unpack(Type type, string payload) => JsonSerializer.Deserialize(payload, type, Json) ?? throw new InvalidOperationException($"Empty payload of {type.Name}.");
}

/// <summary>Which reactions hear which fact. Filled by the modules at start.</summary>
public sealed class Reactions
{
    private readonly List<Reaction> all = [], every = [];
    private FrozenDictionary<string, Reaction[]>? byWire;

    internal sealed record Reaction(string Name, string Wire, Func<IServiceProvider, OutboxMessage, CancellationToken, Task> RunAsync);

    public Reactions On<TEvent, TReaction>() where TEvent : IEvent where TReaction : class, IReaction<TEvent>
    {
        var (name, wire) = (typeof(TReaction).Name, EventWire.NameOf(typeof(TEvent)));
        // the inbox marks by name what was done: of two with one name the second would never run
        if (all.Exists(r => r.Name == name && r.Wire == wire)) throw new InvalidOperationException($"Two reactions to {wire} are called {name}: one of them would never run. Name them apart.");
        all.Add(new(name, wire, (services, message, ct) =>
            ((TReaction)services.GetService(typeof(TReaction))!).HandleAsync((TEvent)EventWire.Unpack(typeof(TEvent), message.Payload), ct)));
        byWire = null;
        return this;
    }

    /// <summary>Hears every fact as it travels, whatever its name: for passing facts on to others.</summary>
    public Reactions OnEvery<TListener>() where TListener : class, IFactListener
    {
        every.Add(new(typeof(TListener).Name, "*", (services, message, ct) => ((TListener)services.GetService(typeof(TListener))!).HandleAsync(new(message.Id, message.Wire, message.At, message.Payload), ct)));
        return this;
    }

    internal Reaction[] For(string wire)
    {
        byWire ??= all.GroupBy(r => r.Wire).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        var named = byWire.GetValueOrDefault(wire, []);
        return every.Count == 0 ? named : [.. named, .. every];
    }
}
