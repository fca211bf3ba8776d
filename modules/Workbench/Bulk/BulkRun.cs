using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Workbench.Bulk;

internal enum BulkRunState
{
    Waiting,
    Running,
    Ended,

    /// <summary>Its person stopped it; what was done stays done.</summary>
    Stopped,
    Undoing,
    Undone,
}

/// <summary>
/// 批量办理: one person, one act, the rows they picked. The rows carry how far it is, so a restart loses nothing and does nothing twice.
/// It is its asker's alone: no unit owns it.
/// </summary>
internal sealed class BulkRun
{
    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string ChoicesColumn = "workbench_bulk.choices";

    private BulkRun()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Action { get; private init; } = "";

    public string Title { get; private init; } = "";

    public string Unit { get; private init; } = "";

    /// <summary>What the fields said, sealed: it may name somebody. Dropped once nothing more can be done with it.</summary>
    public byte[]? Choices { get; private set; }

    public string Person { get; private init; } = "";

    public string PersonName { get; private init; } = "";

    public string Post { get; private init; } = "";

    public string? Institution { get; private init; }

    public string Division { get; private init; } = "";

    /// <summary>The scope the permission reached then; see <see cref="DataScope.Parse"/>.</summary>
    public string Reach { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public BulkRunState State { get; private set; }

    public int Total { get; private init; }

    public int Good { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Of the good ones, those undone.</summary>
    public int TakenBack { get; private set; }

    /// <summary>Of the good ones, those that could not be undone.</summary>
    public int Stuck { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Until when it can be undone; null where it cannot.</summary>
    public DateTimeOffset? UndoUntil { get; private set; }

    public bool IsOpen => State is BulkRunState.Waiting or BulkRunState.Running or BulkRunState.Undoing;

    public static BulkRun Ask(string action, string title, string unit, byte[] choices, int total, Actor by, DataScope reach, DateTimeOffset now) => new()
    {
        Action = action,
        Title = title,
        Unit = unit,
        Choices = choices,
        Total = total,
        Person = by.Id,
        PersonName = by.Name,
        Post = by.Post,
        Institution = by.Institution,
        Division = by.Division,
        Reach = reach.ToString(),
        AskedAt = now,
    };

    /// <summary>The asker as they were, with this one permission.</summary>
    public Actor Asker(Permission permission) => new(Person, PersonName, Post, DataScope.Parse(Reach), new HashSet<string> { permission.Code }) { Institution = Institution, Division = Division, Device = "bulk" };

    /// <summary>One more row is decided.</summary>
    /// <param name="last">Nothing waits after it.</param>
    /// <param name="undoUntil">Null where it cannot be undone.</param>
    public void Keep(bool good, bool last, DateTimeOffset now, DateTimeOffset? undoUntil)
    {
        if (State == BulkRunState.Undoing)
        {
            if (good) TakenBack++;
            else Stuck++;
            if (last) End(BulkRunState.Undone, now, null);
            return;
        }
        if (good) Good++;
        else Refused++;
        // stopped while this row was being done: it counts, nothing follows it
        if (State == BulkRunState.Stopped) return;
        State = BulkRunState.Running;
        if (last) End(BulkRunState.Ended, now, undoUntil);
    }

    /// <summary>A second press is no fault.</summary>
    public Outcome<Done> Stop(DateTimeOffset now, DateTimeOffset? undoUntil)
    {
        if (State == BulkRunState.Stopped) return Done.It;
        if (State is not (BulkRunState.Waiting or BulkRunState.Running)) return BulkProblems.NotRunning;
        End(BulkRunState.Stopped, now, undoUntil);
        return Done.It;
    }

    public Outcome<Done> Undo(DateTimeOffset now)
    {
        if (State == BulkRunState.Undoing) return Done.It;
        if (State is not (BulkRunState.Ended or BulkRunState.Stopped) || UndoUntil is null || Good == 0) return BulkProblems.NoUndo;
        if (UndoUntil <= now) return BulkProblems.UndoOver;
        State = BulkRunState.Undoing;
        return Done.It;
    }

    /// <summary>Its time to be undone is over.</summary>
    public void Forget() => (Choices, UndoUntil) = (null, null);

    private void End(BulkRunState state, DateTimeOffset now, DateTimeOffset? undoUntil)
    {
        (State, EndedAt, UndoUntil) = (state, now, undoUntil);
        if (undoUntil is null) Choices = null;
    }
}

internal enum BulkLineState
{
    Waiting,
    Good,
    Refused,
    Undone,

    /// <summary>Done, and could not be undone.</summary>
    Stuck,
}

/// <summary>One picked row and what became of it.</summary>
internal sealed class BulkLine
{
    public const int MostNumber = 60, MostSays = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid RunId { get; init; }

    public required int Seq { get; init; }

    public required Guid Subject { get; init; }

    public required string Number { get; init; }

    public required string Href { get; init; }

    public BulkLineState State { get; private set; }

    /// <summary>Why not, as people read it.</summary>
    public string? Says { get; private set; }

    public bool Waits(BulkRunState run) => run == BulkRunState.Undoing ? State == BulkLineState.Good : State == BulkLineState.Waiting;

    public void Keep(bool undoing, string? refused)
    {
        State = (undoing, refused) switch { (false, null) => BulkLineState.Good, (false, _) => BulkLineState.Refused, (true, null) => BulkLineState.Undone, _ => BulkLineState.Stuck };
        Says = refused is { Length: > MostSays } ? refused[..MostSays] : refused;
    }
}
