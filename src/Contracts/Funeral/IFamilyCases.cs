using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Funeral;

/// <summary>The cases in which somebody is 经办人. Read-only.</summary>
public interface IFamilyCases
{
    /// <summary>By the telephone registered with them; newest first, fifty at most. Void and nameless cases are not shown to families.</summary>
    Task<IReadOnlyList<FamilyCaseLine>> OfHandlerAsync(PhoneNumber phone, CancellationToken ct);
}

/// <param name="Name">Of the deceased; null while unknown.</param>
/// <param name="Status">In words.</param>
/// <param name="Link">Path that opens the case for this citizen.</param>
/// <param name="Shares">Links to it that still work.</param>
public sealed record FamilyCaseLine(Guid CaseId, string Number, string? Name, string Status, DateTimeOffset ReportedAt, string Link, IReadOnlyList<FamilyShareLine> Shares);

/// <param name="For">As the family calls them: 女儿.</param>
public sealed record FamilyShareLine(string For, DateTimeOffset Until);
