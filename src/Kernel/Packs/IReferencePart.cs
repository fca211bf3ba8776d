using Anmin.Kernel.Data;

namespace Anmin.Kernel.Packs;

/// <summary>What a module holds in memory out of a pack. Refreshed with <see cref="Reference"/>, before the new data are seen.</summary>
public interface IReferencePart
{
    /// <summary>Reads afresh and replaces the snapshot whole; must not save.</summary>
    Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct);
}
