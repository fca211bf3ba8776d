using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Contracts.Workbench;

/// <summary>A list that can be taken out as CSV in the background, part by part. Registered as scoped by the room whose list it is.</summary>
public interface IListExport
{
    /// <summary>Stable, <c>module.list</c>.</summary>
    string List { get; }

    /// <summary>案卷清单</summary>
    string Title { get; }

    /// <summary>Latin, without ending.</summary>
    string FileName { get; }

    /// <summary>Names of the columns as CSV, without the line's end.</summary>
    string Heading { get; }

    /// <summary>Held when it was asked for, while it is made, and when the file is taken.</summary>
    Permission Permission { get; }

    /// <summary>The lines after the one the cursor names, through the Gate, with the scope of whoever acts now.</summary>
    /// <param name="filter">As it was given to <see cref="IExportDesk"/>.</param>
    /// <param name="after">Null for the first part.</param>
    Task<Outcome<ListPart>> ReadAsync(string filter, string? after, int most, CancellationToken ct);
}

/// <param name="Lines">CSV, each line ended; cells by CsvCell.</param>
/// <param name="Next">Cursor of the last line; null where nothing follows.</param>
public sealed record ListPart(string Lines, int Count, string? Next);

/// <summary>Where a list leaves an export that is too long to be answered at once.</summary>
public interface IExportDesk
{
    /// <summary>Lines that a list answers at once; more become a task of the tray.</summary>
    int AtOnce { get; }

    /// <summary>A task for the person at hand, with their reach as it is now; it leaves with the commit of the use case that asks.</summary>
    Task<Outcome<Guid>> AskAsync(ExportOrder order, CancellationToken ct);
}

/// <param name="Says">What the list is cut to, in words without personal data; empty for all.</param>
/// <param name="Filter">Kept sealed, and only until the file is made.</param>
/// <param name="Total">Lines as counted now.</param>
public sealed record ExportOrder(string List, string Says, string Filter, int Total);
