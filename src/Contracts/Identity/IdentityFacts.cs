using Anmin.Kernel.Messages;

namespace Anmin.Contracts.Identity;

/// <summary>A session is over, by leaving, by time or by an administrator: systems that were entered through it end theirs.</summary>
[WireName("identity.session-ended.v1")]
public sealed record SessionEnded(Guid SessionId, string StaffId, string Reason) : IEvent;
