using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Register;

public enum RegisterState
{
    /// <summary>预检完成, nothing of it is loaded yet.</summary>
    Checked,

    /// <summary>Confirmed; batches are being written.</summary>
    Loading,
    Done,
    Cancelled,
}

/// <summary>旧墓册的一次导入: a file that was checked, then loaded batch by batch. Its chain holds a digest of every batch, so that the load is provable.</summary>
internal sealed class RegisterImport : JournalSubject, IOwnedByUnit
{
    private RegisterImport()
    {
    }

    public override string SubjectKind => "cemetery.register";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public string FileName { get; private init; } = "";

    /// <summary>SHA-256 of the file as uploaded, lower hex.</summary>
    public string FileDigest { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public RegisterState State { get; private set; }

    /// <summary>Rows of the file without its heading.</summary>
    public int Rows { get; private init; }

    /// <summary>Positions that the check let pass.</summary>
    public int Plots { get; private init; }

    /// <summary>Rows that come back in the error file.</summary>
    public int BadRows { get; private set; }

    /// <summary>Rows of positions that had been loaded before.</summary>
    public int KnownRows { get; private set; }

    /// <summary>Sections the file names and nobody has opened: opened with the confirmation. One a line: name, kind, largest capacity, with tabulators between.</summary>
    public string NewSections { get; private init; } = "";

    public int Batches { get; private set; }

    public int BatchesDone { get; private set; }

    public int LoadedPlots { get; private set; }

    public int LoadedRights { get; private set; }

    public int LoadedInterments { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public static RegisterImport Check(string institution, string division, string fileName, string digest, RegisterCounts counts, string newSections, Actor by, DateTimeOffset now)
    {
        var made = new RegisterImport
        {
            Institution = institution,
            Division = division,
            OpenedBy = by.Id,
            Origin = by.Institution,
            FileName = fileName,
            FileDigest = digest,
            At = now,
            Rows = counts.Rows,
            Plots = counts.Plots,
            BadRows = counts.BadRows,
            KnownRows = counts.KnownRows,
            Batches = counts.Batches,
            NewSections = newSections,
        };
        made.Note("register.checked", new { institution, digest, counts.Rows, counts.Plots, counts.BadRows, counts.KnownRows, counts.Batches });
        return made;
    }

    public Outcome<Done> Confirm(Actor by, DateTimeOffset now)
    {
        if (State != RegisterState.Checked) return RegisterProblems.NotWaiting;
        if (Plots == 0) return RegisterProblems.NothingNew;
        (State, ConfirmedAt, ConfirmedBy) = (RegisterState.Loading, now, by.Id);
        Note("register.confirmed", new { FileDigest, Plots });
        return Kernel.Outcomes.Done.It;
    }

    public Outcome<Done> Cancel()
    {
        if (State != RegisterState.Checked) return RegisterProblems.NotWaiting;
        State = RegisterState.Cancelled;
        Note("register.cancelled", new { FileDigest });
        return Kernel.Outcomes.Done.It;
    }

    /// <summary>One batch is in, in the commit of this line.</summary>
    public void Load(int batch, LoadedCounts loaded, string digest, DateTimeOffset now)
    {
        LoadedPlots += loaded.Plots;
        LoadedRights += loaded.Rights;
        LoadedInterments += loaded.Interments;
        KnownRows += loaded.KnownRows;
        BadRows += loaded.BadRows;
        BatchesDone++;
        Note("register.loaded", new { batch, loaded.Plots, loaded.Rights, loaded.Interments, loaded.KnownRows, loaded.BadRows, digest });
        Finish(now);
    }

    /// <summary>A batch that the database refused is tried in two halves; one plot alone becomes a fault.</summary>
    public void Split(int batch, bool gaveUp, int badRows, DateTimeOffset now)
    {
        if (gaveUp)
        {
            BadRows += badRows;
            BatchesDone++;
        }
        else Batches++;
        Note("register.split", new { batch, gaveUp, badRows });
        Finish(now);
    }

    public void Judge(RegisterMatch match) => Note("register.match-judged", new { match.IntermentId, match.CaseId, match.State });

    private void Finish(DateTimeOffset now)
    {
        if (BatchesDone < Batches) return;
        (State, DoneAt) = (RegisterState.Done, now);
        Note("register.done", new { LoadedPlots, LoadedRights, LoadedInterments, KnownRows, BadRows });
    }
}

internal sealed record RegisterCounts(int Rows, int Plots, int BadRows, int KnownRows, int Batches);

internal sealed record LoadedCounts(int Plots, int Rights, int Interments, int KnownRows, int BadRows);
