using Anmin.Kernel.Outcomes;

namespace Anmin.Contracts.Cemetery;

/// <summary>
/// Niches and graves for rooms that keep ashes. What is taken here is saved in the commit of the running use case, or not at all;
/// the database refuses a second right to the same position whoever asks (invariant I5).
/// </summary>
public interface IRestingPlaces
{
    /// <summary>Null where there is no such position. Not narrowed to the actor's scope: a name on a door plate.</summary>
    Task<RestingPlace?> FindAsync(string code, CancellationToken ct);

    /// <summary>Names of several positions by code; unknown ones are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> codes, CancellationToken ct);

    /// <summary>Free niches of an institution, within reach of the hand first; at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<RestingPlace>> FreeNichesAsync(string institution, int most, CancellationToken ct);

    /// <summary>A right to a niche and the ashes in it, at once: what a home's ashes desk does on deposit (寄存) or placing (安放).</summary>
    Task<Outcome<RestingTaken>> TakeAsync(RestingWish wish, CancellationToken ct);

    /// <summary>The ashes were collected or moved on: their interment and the right to the niche end. Nothing happens where there is none.</summary>
    Task EndAsync(string ashes, string reason, CancellationToken ct);
}

/// <param name="Code">Constant; what a container is said to be at.</param>
/// <param name="Name">寄存一室1柜2层3号.</param>
public sealed record RestingPlace(string Code, string Institution, string Name, bool Free);

/// <param name="Position">Code of the position.</param>
/// <param name="Deposit">True for 寄存, false for 安放 in a columbarium; decides which rule limits the years.</param>
/// <param name="Ashes">Number of the container.</param>
/// <param name="Part">0 for the whole, 1… for a recorded part.</param>
public sealed record RestingWish(string Position, bool Deposit, int Years, Guid CaseId, string Ashes, int Part, string? CremationCertificate);

/// <param name="Until">Last day, included.</param>
public sealed record RestingTaken(Guid RightId, string Position, string Name, DateOnly Until);
