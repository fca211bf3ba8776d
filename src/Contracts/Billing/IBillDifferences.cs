namespace Anmin.Contracts.Billing;

/// <summary>What a family was quoted and what it was charged, for who looks into a complaint. Read-only; the look beyond the asker's own scope is audited.</summary>
public interface IBillDifferences
{
    /// <summary>Null where nothing was drawn for this case.</summary>
    Task<BillDifference?> OfCaseAsync(Guid caseId, CancellationToken ct);
}

/// <summary>Amounts in 分. Quoted is the first edition the family signed; charged is the edition that holds.</summary>
/// <param name="State">Quoted, Signed, Settled or Paid.</param>
/// <param name="QuotedFen">Null where nothing was signed yet.</param>
/// <param name="Lines">Items whose amount differs.</param>
public sealed record BillDifference(
    string Number, string Institution, string State, long? QuotedFen, long ChargedFen, long PaidFen, long RefundedFen, int Editions, IReadOnlyList<BillDifferenceLine> Lines);

/// <param name="QuotedFen">0 where it was not on the signed edition.</param>
/// <param name="ChargedFen">0 where it is no longer charged.</param>
public sealed record BillDifferenceLine(string Item, string Name, long QuotedFen, long ChargedFen);
