using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Cemetery;

/// <summary>A computation raised new findings of one rule at a ground. Known ones are not told again.</summary>
/// <param name="Rule">Key of the rule: <c>oversize.1</c>, <c>sale.before-death</c> …</param>
[WireName("cemetery.compliance-raised.v1")]
public sealed record ComplianceRaised(string Institution, string Rule, int Count, DateOnly On) : IEvent;
