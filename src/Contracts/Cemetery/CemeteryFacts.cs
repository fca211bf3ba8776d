using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Cemetery;

/// <summary>A contract for a position was signed.</summary>
/// <param name="Basis">On what ground it was given: <c>CremationCertificate</c>, <c>LivingSpouse</c> …</param>
[WireName("cemetery.right-signed.v1")]
public sealed record PlotRightSigned(Guid RightId, Guid? CaseId, string Institution, string Position, string Basis, DateOnly On) : IEvent;

/// <summary>A right is in force from now: paid, certificate handed out.</summary>
[WireName("cemetery.right-activated.v1")]
public sealed record PlotRightActivated(Guid RightId, Guid? CaseId, string Institution, string Position, DateOnly? Until) : IEvent;

/// <summary>A right was renewed to a further last day.</summary>
[WireName("cemetery.right-renewed.v1")]
public sealed record PlotRightRenewed(Guid RightId, string Institution, string Position, DateOnly Until) : IEvent;

/// <summary>A right is over and the position can be had again.</summary>
/// <param name="Ending"><c>Relocated</c>, <c>Returned</c>, <c>Collected</c>, <c>Reclaimed</c> or <c>Disposed</c>.</param>
[WireName("cemetery.right-ended.v1")]
public sealed record PlotRightEnded(Guid RightId, string Institution, string Position, string Ending, DateOnly On) : IEvent;

/// <summary>Somebody was laid to rest.</summary>
/// <param name="CaseId">Null for people from elsewhere and from old registers.</param>
/// <param name="Way"><c>Urn</c>, <c>Degradable</c>, <c>Scattered</c>, <c>Body</c> or <c>Deposit</c>.</param>
[WireName("cemetery.interred.v1")]
public sealed record Interred(Guid IntermentId, Guid? CaseId, string Institution, string Position, string Way, DateOnly On) : IEvent;

/// <summary>Ashes were taken out of a position: moved elsewhere, collected, dug up.</summary>
[WireName("cemetery.interment-removed.v1")]
public sealed record IntermentRemoved(Guid IntermentId, Guid? CaseId, string Institution, string Position, string Reason, DateOnly On) : IEvent;
