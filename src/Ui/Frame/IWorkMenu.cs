namespace Anmin.Ui.Frame;

/// <summary>What the staff frame asks of the host: who is here, and where they may go.</summary>
public interface IWorkMenu
{
    /// <summary>The rail for the person signed in, already cut to what they may open; empty when nobody is.</summary>
    ValueTask<IReadOnlyList<MenuItem>> ItemsAsync(CancellationToken ct);

    /// <summary>The administrators' list (<c>/admin</c>), cut to what this person may open.</summary>
    ValueTask<IReadOnlyList<MenuItem>> AdminItemsAsync(CancellationToken ct);

    /// <summary>Who is signed in; null for nobody.</summary>
    ValueTask<WorkPerson?> PersonAsync(CancellationToken ct);
}

/// <param name="Href">An absolute path; the item is current on it and below it.</param>
/// <param name="Label">Two to four characters.</param>
/// <param name="Icon">A name of <see cref="Icons"/>.</param>
/// <param name="Count">Things waiting; null or zero shows none.</param>
/// <param name="Group">Heading it stands below in the administrators' list.</param>
public sealed record MenuItem(string Href, string Label, string Icon, int? Count = null, string? Group = null);

/// <param name="Post">岗位, as the rota names it.</param>
/// <param name="Organisation">The unit they act for now.</param>
/// <param name="Unread">Messages not yet read.</param>
/// <param name="Tasks">Long work of theirs that waits or runs.</param>
public sealed record WorkPerson(string Name, string Post, string Organisation, int Unread = 0, int Tasks = 0);
