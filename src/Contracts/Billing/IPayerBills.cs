using Anmin.Kernel.Outcomes;

namespace Anmin.Contracts.Billing;

/// <summary>
/// The payer's own side of a bill drawn by <see cref="IBills"/>: look, sign on one's own telephone, get a payment code. The asker has made sure who it is;
/// what is done here is saved in the commit of the running use case.
/// </summary>
public interface IPayerBills
{
    /// <summary>Null where nothing was drawn for this subject.</summary>
    Task<PayerBill?> ShowAsync(Guid subject, string kind, CancellationToken ct);

    /// <param name="hash">Of the edition the payer was shown; another one is refused.</param>
    /// <param name="image">PNG as a data URL.</param>
    /// <param name="typed">The payer's own name, as typed where nothing can be drawn; counts only without an image.</param>
    Task<Outcome<Done>> SignAsync(Guid subject, string kind, string hash, string? image, string? typed, CancellationToken ct);

    /// <summary>Settles the signed bill and asks the channel for all that is open. An open code is given again.</summary>
    Task<Outcome<PaymentCode>> OpenScanAsync(Guid subject, string kind, CancellationToken ct);
}

/// <param name="State">Quoted, Signed, Settled or Paid.</param>
/// <param name="Hash">Of the edition that holds.</param>
/// <param name="Code">What is to be scanned; null while no code is open.</param>
/// <param name="Receipts">Numbers of the receipts.</param>
public sealed record PayerBill(
    Guid BillId, string Number, string State, string Institution, DateOnly ServiceDay, string Hash, long DueFen, long PaidFen, long RefundedFen, string Payer, IReadOnlyList<PayerBillLine> Lines, PaymentCode? Code,
    IReadOnlyList<string> Receipts);

/// <param name="Way">政府定价, 政府指导价 …</param>
/// <param name="Words">How the amount came about.</param>
public sealed record PayerBillLine(string Name, string Way, long UnitFen, string Quantity, long Fen, string Words, string Basis);

/// <param name="Order">商户单号.</param>
/// <param name="Code">What the payer scans; empty where nothing was due.</param>
public sealed record PaymentCode(string Order, string Code, long Fen);
