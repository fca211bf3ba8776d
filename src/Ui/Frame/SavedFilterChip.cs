namespace Anmin.Ui.Frame;

/// <summary>A list of the staff whose filters can be kept under a name. The module of the page registers one as a singleton.</summary>
/// <param name="Path">The page's own address.</param>
/// <param name="Title">What the page is called.</param>
/// <param name="Permission">Held by those who can open it.</param>
/// <param name="Keys">Names in the address that may be kept. What people search for in words is never among them: it names persons.</param>
public sealed record FilteredPage(string Path, string Title, Kernel.Actors.Permission Permission, IReadOnlyList<string> Keys);

/// <param name="Href">The page with this filter.</param>
/// <param name="Preferred">The page opens with it for this person.</param>
/// <param name="Theirs">Somebody else of the institution shares it.</param>
public sealed record SavedFilterChip(string Name, string Href, bool Preferred, bool Theirs);

/// <summary>Who the page belongs to now: what this person may use there.</summary>
/// <param name="MayShare">They may share filters with their institution.</param>
public sealed record SavedFilterShelf(IReadOnlyList<SavedFilterChip> Chips, bool MayShare);

/// <summary>What people kept of the filters of a page. Answered in a scope of its own, because page and frame are drawn at once.</summary>
public interface ISavedFilters
{
    ValueTask<SavedFilterShelf> OfAsync(string path, CancellationToken ct);

    /// <summary>What of a query can be kept on this page, in one order, so that two that mean the same read the same; empty for nothing.</summary>
    string Keep(string path, string query);
}
