namespace Anmin.Kernel.Messages;

/// <summary>A past-tense fact that leaves a module. Carries ids and values, never personal data in clear.</summary>
public interface IEvent;

/// <summary>Constant name with version, e.g. <c>funeral.cremation-completed.v1</c>: never the .NET name. A fact without one does not start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>What a module does on a fact. Runs once per fact, with its changes, in one commit.</summary>
public interface IReaction<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent fact, CancellationToken ct);
}

/// <summary>A fact as it travels.</summary>
/// <param name="Id">The same however often it is delivered.</param>
/// <param name="Payload">JSON.</param>
public sealed record TravellingFact(Guid Id, string Wire, DateTimeOffset At, string Payload);

/// <summary>What is done on every fact there is. Runs once per fact, with its changes, in one commit.</summary>
public interface IFactListener
{
    Task HandleAsync(TravellingFact fact, CancellationToken ct);
}
