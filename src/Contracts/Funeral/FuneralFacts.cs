using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Funeral;

/// <summary>A case was opened: somebody has died, or remains were found.</summary>
[WireName("funeral.case-reported.v1")]
public sealed record CaseReported(Guid CaseId, string Number, string Division, string Source) : IEvent;

/// <summary>The cremation of the case's remains has ended.</summary>
[WireName("funeral.cremation-completed.v1")]
public sealed record CremationCompleted(Guid CaseId, Guid CremationId, string Institution, DateTimeOffset FinishedAt) : IEvent;

/// <summary>A cremation certificate is valid from now; a replaced one names its successor.</summary>
[WireName("funeral.certificate-issued.v1")]
public sealed record CertificateIssued(Guid CaseId, string Number, string? Replaces) : IEvent;

/// <summary>Ashes have reached a place: handed to the family, on deposit, or in a niche.</summary>
[WireName("funeral.ashes-placed.v1")]
public sealed record AshesPlaced(Guid CaseId, Guid AshesId, string Destination, string? Niche) : IEvent;

/// <summary>Nothing is left to do for this case.</summary>
[WireName("funeral.case-closed.v1")]
public sealed record CaseClosed(Guid CaseId, string Outcome) : IEvent;

/// <summary>A paper that proves the death was registered, and suits this kind of death.</summary>
[WireName("funeral.death-verified.v1")]
public sealed record DeathVerified(Guid CaseId) : IEvent;
