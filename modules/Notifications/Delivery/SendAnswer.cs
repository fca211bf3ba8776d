using Anmin.Kernel.Personal;

namespace Anmin.Notifications.Delivery;

/// <param name="Error">Null when it was taken; else in words for the administrators, without anything personal.</param>
/// <param name="Final">Trying again would be in vain.</param>
internal readonly record struct SendAnswer(string? Error, bool Final = false)
{
    public static SendAnswer Taken => default;
}

/// <summary>The way out to a telephone: a gateway over HTTP, or a file where there is none.</summary>
internal interface ISmsPort
{
    /// <summary>What the pages call this way.</summary>
    string Name { get; }

    /// <param name="id">The same for every try of one message, so that a gateway can tell a repeat.</param>
    Task<SendAnswer> SendAsync(Guid id, PhoneNumber to, string text, CancellationToken ct);
}
