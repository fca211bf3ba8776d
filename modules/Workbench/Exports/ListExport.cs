using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Workbench.Exports;

internal enum ListExportState
{
    Waiting,
    Running,
    Ready,
    Failed,
    Cancelled,

    /// <summary>Its time is over; the file is gone, that there was one stays.</summary>
    Gone,
}

/// <summary>
/// 后台导出: one list, one person, their reach and filter of the moment they asked. The row is the progress and the cursor, so a reload or a restart loses nothing
/// and writes nothing twice. It is its asker's alone: no unit owns it.
/// </summary>
internal sealed class ListExport
{
    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string FilterColumn = "workbench_export.filter";

    private ListExport()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string List { get; private init; } = "";

    public string Title { get; private init; } = "";

    /// <summary>Sealed: somebody may have searched for a number. Dropped as soon as the work has ended.</summary>
    public byte[]? Filter { get; private set; }

    public string Person { get; private init; } = "";

    public string PersonName { get; private init; } = "";

    public string Post { get; private init; } = "";

    public string? Institution { get; private init; }

    public string Division { get; private init; } = "";

    /// <summary>The scope the permission reached then; see <see cref="DataScope.Parse"/>.</summary>
    public string Reach { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public ListExportState State { get; private set; }

    /// <summary>Lines as counted at the beginning; what was made, once it is.</summary>
    public int Total { get; private set; }

    public int Made { get; private set; }

    public int Parts { get; private set; }

    public string? Cursor { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; private set; }

    public string? Failure { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? KeepUntil { get; private set; }

    public bool IsOpen => State is ListExportState.Waiting or ListExportState.Running;

    public static ListExport Ask(string list, string title, byte[] filter, int total, Actor by, DataScope reach, DateTimeOffset now) => new()
    {
        List = list,
        Title = title,
        Filter = filter,
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
    public Actor Asker(Permission permission) => new(Person, PersonName, Post, DataScope.Parse(Reach), new HashSet<string> { permission.Code }) { Institution = Institution, Division = Division, Device = "export" };

    /// <summary>One more part is written. Lines that came meanwhile may raise the total.</summary>
    public void Keep(int lines, long bytes, string? next)
    {
        (State, Cursor, Parts) = (ListExportState.Running, next, Parts + 1);
        Made += lines;
        Size += bytes;
        Total = Math.Max(Total, Made);
    }

    public void Finish(DateTimeOffset now, DateTimeOffset until)
    {
        (State, Total, KeepUntil) = (ListExportState.Ready, Made, until);
        End(now);
    }

    public void Fail(string why, DateTimeOffset now)
    {
        (State, Failure) = (ListExportState.Failed, why);
        End(now);
    }

    /// <summary>A second press is no fault.</summary>
    public Outcome<Done> Cancel(DateTimeOffset now)
    {
        if (State == ListExportState.Cancelled) return Done.It;
        if (!IsOpen) return WorkbenchProblems.NotOpen;
        State = ListExportState.Cancelled;
        End(now);
        return Done.It;
    }

    public void Forget() => State = ListExportState.Gone;

    private void End(DateTimeOffset now) => (EndedAt, Filter, Cursor) = (now, null, null);
}

/// <summary>A part of the file, sealed.</summary>
internal sealed class ListExportPart
{
    /// <summary>Part of what is authenticated, so never renamed.</summary>
    public const string Column = "workbench_export_part.content";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ExportId { get; init; }

    public required int Seq { get; init; }

    public required byte[] Content { get; init; }
}
