using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Preparation;

internal enum PreparationState { Ordered, Started, Finished, Cancelled }

/// <summary>遗体整理单: one piece of work on one body, from order to finish. Who may be touched how is the family's to say: some kinds need consent.</summary>
internal sealed class PreparationOrder
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Institution { get; init; }

    public required string Number { get; init; }

    /// <summary>Code of the list 遗体整理项目.</summary>
    public required string Kind { get; init; }

    public required bool ConsentNeeded { get; init; }

    /// <summary>The 经办人 who agreed; null where none was needed.</summary>
    public Guid? ConsentBy { get; init; }

    /// <summary>Where the signed paper is kept, or that it was signed on the pad.</summary>
    public string Consent { get; init; } = "";

    public string Wishes { get; init; } = "";

    public required bool Infectious { get; init; }

    public required string OrderedBy { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When it should be done by.</summary>
    public DateTimeOffset? WantedAt { get; init; }

    public PreparationState State { get; private set; }

    public string? AssignedTo { get; private set; }

    public string? Room { get; private set; }

    public Guid? Booking { get; private set; }

    public string? StartedBy { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>What was worn against infection; must be said for infectious remains.</summary>
    public string Protection { get; private set; } = "";

    public string? FinishedBy { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string Materials { get; private set; } = "";

    public string? CancelReason { get; private set; }

    public bool IsOpen => State is PreparationState.Ordered or PreparationState.Started;

    public void Assign(string? to, string? room, Guid? booking) => (AssignedTo, Room, Booking) = (to, room, booking);

    public Outcome<Done> Start(string protection, string by, DateTimeOffset now)
    {
        if (State != PreparationState.Ordered) return PreparationProblems.WrongStep;
        if (ConsentNeeded && ConsentBy is null) return PreparationProblems.ConsentMissing;
        if (Infectious && protection.Length == 0) return PreparationProblems.ProtectionMissing;
        if (now < OrderedAt) return PreparationProblems.ClockBack;
        (State, Protection, StartedBy, StartedAt) = (PreparationState.Started, protection, by, now);
        return Done.It;
    }

    public Outcome<Done> Finish(string materials, string by, DateTimeOffset now)
    {
        if (State != PreparationState.Started) return PreparationProblems.WrongStep;
        if (now < StartedAt) return PreparationProblems.ClockBack;
        (State, Materials, FinishedBy, FinishedAt) = (PreparationState.Finished, materials, by, now);
        return Done.It;
    }

    public Outcome<Done> Cancel(string reason)
    {
        if (State != PreparationState.Ordered) return PreparationProblems.WrongStep;
        (State, CancelReason) = (PreparationState.Cancelled, reason);
        return Done.It;
    }
}

internal enum PhotoMoment { Before, After }

/// <summary>整理照片: sealed at rest, seen only with its own permission and a reason, deleted when the city's rule says so.</summary>
internal sealed class PreparationPhoto
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid OrderId { get; init; }

    public required Guid CaseId { get; init; }

    public required PhotoMoment Moment { get; init; }

    /// <summary>image/jpeg or image/png, as the bytes themselves say.</summary>
    public required string Type { get; init; }

    public required byte[]? Sealed { get; set; }

    public required string TakenBy { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required DateTimeOffset DeleteAfter { get; init; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The picture goes; that there was one stays.</summary>
    public void Delete(DateTimeOffset now) => (Sealed, DeletedAt) = (null, now);
}
