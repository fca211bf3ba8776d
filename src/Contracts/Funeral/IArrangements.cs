namespace Anmin.Contracts.Funeral;

/// <summary>What a family has chosen and signed, for whoever prices and settles it. Read-only.</summary>
public interface IArrangements
{
    /// <summary>The signed edition that holds now; null while nothing is signed. Reaches only cases the actor's scope reaches.</summary>
    Task<SignedArrangement?> CurrentOfAsync(Guid caseId, CancellationToken ct);
}

/// <param name="Edition">From 1; a later one replaces the earlier, which is kept.</param>
/// <param name="Number">报价编号.</param>
/// <param name="Items">Each item once.</param>
public sealed record SignedArrangement(Guid Id, Guid CaseId, int Edition, string Number, string ContractNumber, DateTimeOffset SignedAt, IReadOnlyList<ArrangedItem> Items);

/// <param name="Code">Of service_items.csv; what an account is kept by.</param>
/// <param name="Quantity">1 to 99.</param>
/// <param name="QuotedFen">分 for one unit, as on the signed paper; null where the paper says 待定价. More than this needs a further signature.</param>
public sealed record ArrangedItem(string Code, string Name, string Unit, int Quantity, long? QuotedFen);
