using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Contracts.Funeral;

/// <summary>
/// 报告去世 for rooms that take calls: the case is opened and the hearse asked for in the commit of the running use case, by the rules of
/// 报告去世 and 请接运车, and only by somebody who may do both. Answers about cases reach no further than the permission at work.
/// </summary>
public interface IReportedCases
{
    Task<Outcome<ReportedCase>> ReportAsync(DeathReport report, CancellationToken ct);

    /// <summary>Cases in which this telephone is the 经办人's, open ones first, then newest; twenty at most.</summary>
    Task<IReadOnlyList<CallerCase>> OfCallerAsync(PhoneNumber phone, CancellationToken ct);

    /// <summary>
    /// Open cases of this telephone that lie beyond the reach of the permission at work: whose they are and whom to ring, so that nobody opens
    /// them a second time; nothing about the person. The look beyond is audited. Five at most.
    /// </summary>
    Task<IReadOnlyList<CaseElsewhere>> ElsewhereAsync(PhoneNumber phone, CancellationToken ct);
}

/// <summary>What the caller said, as typed.</summary>
/// <param name="Place">Division of the place of death, county at least.</param>
/// <param name="PlaceKind"><c>home</c>, <c>hospital</c>, <c>on-the-way</c>, <c>elderly-home</c>, <c>other</c> or empty.</param>
/// <param name="Hearse">Whether a hearse is asked for at once.</param>
/// <param name="EarliestAt">Local date and time; empty for as soon as possible.</param>
public sealed record DeathReport(
    string? Name, bool NameUnknown, string Place, string PlaceKind, string? Address, string? HandlerName, string? HandlerPhone, string? Relation,
    bool Infectious, bool Unnatural, bool Hearse, int? Floor, bool? HasLift, string? EarliestAt, string? Note);

/// <param name="OrderNumber">接运单; null where no hearse was asked for.</param>
/// <param name="Alike">Numbers of cases that may be the same person.</param>
public sealed record ReportedCase(Guid CaseId, string Number, string? OrderNumber, string? HomeName, string? HomePhone, DateTimeOffset? DueAt, IReadOnlyList<string> Alike);

/// <param name="Name">Of the deceased; null while unknown.</param>
/// <param name="Status">In words.</param>
/// <param name="Pickup">How the latest hearse stands, in words with its plate; null where none was asked for.</param>
/// <param name="Waiting">A hearse was asked for and none is sent yet.</param>
/// <param name="Home">Id of the home that has it, or is to have it.</param>
public sealed record CallerCase(
    Guid CaseId, string Number, string? Name, string Status, DateTimeOffset ReportedAt, bool Open, string? Pickup, bool Waiting, DateTimeOffset? DueAt, string? Home, string? HomeName, string? HomePhone);

/// <param name="County">Whose case it is.</param>
/// <param name="HomeName">Whom to ring about it; null where no home has it yet.</param>
public sealed record CaseElsewhere(Guid CaseId, string Number, string County, DateTimeOffset ReportedAt, string? HomeName, string? HomePhone);
