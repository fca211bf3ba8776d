using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Billing;

/// <summary>A list was handed in whose package costs more than its items one by one. Amounts in 分.</summary>
[WireName("billing.package-dearer-than-items.v1")]
public sealed record PackageDearerThanItems(string Institution, string List, string Package, long PackageFen, long ItemsFen, string By) : IEvent;

/// <summary>An item could only be had together with others. 不得捆绑、搭售.</summary>
[WireName("billing.bundle-forced.v1")]
public sealed record BundleForced(string Institution, string List, string Bundle, Guid? CaseId, string By) : IEvent;

/// <summary>A list was handed in without a basic type that the catalogue says must always be on offer.</summary>
/// <param name="Catalogue">Code of the catalogue line that nobody offers.</param>
[WireName("billing.basic-type-missing.v1")]
public sealed record BasicTypeMissing(string Institution, string List, string Catalogue, string By) : IEvent;

/// <summary>The list in force was not evaluated within the period of the rule. 定期评估.</summary>
[WireName("billing.price-list-overdue-for-evaluation.v1")]
public sealed record PriceListOverdueForEvaluation(string Institution, string List, DateOnly DueOn) : IEvent;

/// <summary>A list was published; it is in force from the day named.</summary>
/// <param name="Replaces">Code of the list whose last day is the day before; null for the first.</param>
[WireName("billing.price-list-published.v1")]
public sealed record PriceListPublished(string Institution, string List, DateOnly From, string? Replaces) : IEvent;
