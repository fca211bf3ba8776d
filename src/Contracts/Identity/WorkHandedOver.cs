using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Identity;

/// <summary>What was open under one person's name is another's from now on: somebody left, or went to other work. Each module moves its own.</summary>
[WireName("identity.work-handed-over.v1")]
public sealed record WorkHandedOver(string From, string To, string By) : IEvent;
