using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Hotline;

/// <summary>What was said in a call to the hotline, for rooms that go on with it. Read-only; reaches no further than the permission at work.</summary>
public interface ICallRecords
{
    /// <summary>Null where there is no such call or it is not within reach.</summary>
    Task<CallRecord?> FindAsync(string number, CancellationToken ct);
}

/// <param name="Caller">Null where the number was withheld.</param>
public sealed record CallRecord(string Number, PhoneNumber? Caller, string Summary);
