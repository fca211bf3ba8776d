using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Billing;

/// <summary>
/// 费用清单 for what is no funeral case: a plot, a renewal, a year of maintenance. Drawn in the commit of the running use case by the published
/// list of the institution; signed, paid and booked at the counter like every bill. <see cref="BillPaid"/> tells when it is.
/// </summary>
public interface IBills
{
    /// <summary>Refused where an item is not on the list or costs more than the list allows: nothing off the list is charged.</summary>
    Task<Outcome<BillDrawn>> DrawAsync(BillWish wish, CancellationToken ct);

    /// <summary>Null where nothing was drawn for this subject.</summary>
    Task<BillStanding?> FindAsync(Guid subject, string kind, CancellationToken ct);
}

/// <param name="Subject">What it is about: the right, the term. One bill a subject and kind.</param>
/// <param name="Kind">The asker's word, e.g. <c>cemetery.right</c>.</param>
/// <param name="SubjectNumber">As people know it: the contract's number.</param>
/// <param name="Payer">Who signs and pays.</param>
public sealed record BillWish(Guid Subject, string Kind, string SubjectNumber, string Institution, string Division, DateOnly ServiceDay, PersonName Payer, PhoneNumber? PayerPhone, IReadOnlyList<PriceAsked> Lines);

/// <param name="DueFen">分.</param>
public sealed record BillDrawn(Guid BillId, string Number, long DueFen, string List, IReadOnlyList<PricedItem> Lines);

/// <param name="State">Quoted, Signed, Settled or Paid.</param>
public sealed record BillStanding(Guid BillId, string Number, string State, long DueFen, long PaidFen, long RefundedFen);
