using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Billing;

/// <summary>Somebody tried to charge what is not on the institution's published list. Nothing was charged (发改价格〔2026〕108号: 清单之外无收费).</summary>
/// <param name="Subject">The case it was tried on.</param>
/// <param name="Item">Code as it was asked for.</param>
/// <param name="By">Id of the member of staff.</param>
[WireName("billing.off-list-charge-attempted.v1")]
public sealed record OffListChargeAttempted(Guid AttemptId, Guid Subject, string Institution, string Item, string By, DateTimeOffset At) : IEvent;

/// <summary>Somebody tried to charge more than the list allows. Nothing was charged.</summary>
/// <param name="AskedFen">分 for one unit, as asked.</param>
/// <param name="CeilingFen">分 for one unit, the most the list allows; null where only the cost of purchase decides and none was given.</param>
[WireName("billing.ceiling-exceeded-attempted.v1")]
public sealed record CeilingExceededAttempted(Guid AttemptId, Guid Subject, string Institution, string Item, long AskedFen, long? CeilingFen, string By, DateTimeOffset At) : IEvent;

/// <summary>A bill was changed after the family had signed it: it cannot be settled before they sign again.</summary>
/// <param name="FromFen">分 that were due by the signed edition.</param>
/// <param name="ToFen">分 that are due by the new one.</param>
[WireName("billing.bill-changed-after-signature.v1")]
public sealed record BillChangedAfterSignature(Guid BillId, Guid Subject, string Institution, int SignedEdition, int Edition, long FromFen, long ToFen, string By, DateTimeOffset At) : IEvent;

/// <summary>Everything due on a bill has been paid.</summary>
/// <param name="DueFen">分, after reliefs.</param>
/// <param name="ReliefFen">分 that reliefs took off.</param>
[WireName("billing.bill-paid.v1")]
public sealed record BillPaid(Guid BillId, Guid Subject, string Institution, long DueFen, long ReliefFen, DateTimeOffset At) : IEvent;

/// <summary>Money of a bill was given back. A bill may be given back in several parts.</summary>
/// <param name="Fen">分 of this refund.</param>
[WireName("billing.bill-refunded.v1")]
public sealed record BillRefunded(Guid BillId, Guid Subject, string Institution, Guid RefundId, long Fen, string Receipt, DateTimeOffset At) : IEvent;
