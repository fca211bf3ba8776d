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
    private readonly List<Reaction> all = [];
    private FrozenDictionary<string, Reaction[]>? byWire;

    internal sealed record Reaction(string Name, string Wire, Func<IServiceProvider, string, CancellationToken, Task> RunAsync);

    public Reactions On<TEvent, TReaction>() where TEvent : IEvent where TReaction : class, IReaction<TEvent>
    {
        all.Add(new(typeof(TReaction).Name, EventWire.NameOf(typeof(TEvent)), (services, payload, ct) =>
            ((TReaction)services.GetService(typeof(TReaction))!).HandleAsync((TEvent)EventWire.Unpack(typeof(TEvent), payload), ct)));
        byWire = null;
        return this;
    }

    internal Reaction[] For(string wire)
    {
        byWire ??= all.GroupBy(r => r.Wire).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        return byWire.GetValueOrDefault(wire, []);
    }
}
