using Anmin.Kernel.Actors;

namespace Anmin.Workbench.Filters;

/// <summary>保存的筛选: a name for what a list is cut to. It is its maker's; shared, everybody of the institution may use it.</summary>
internal sealed class SavedFilter
{
    public const int MostName = 20;
    public const int MostQuery = 500;

    private SavedFilter()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Person { get; private init; } = "";

    /// <summary>Where its maker worked then; null where they belong to a division only.</summary>
    public string? Institution { get; private init; }

    /// <summary>A path that a <c>FilteredPage</c> names.</summary>
    public string Page { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Begins with a question mark; only keys the page names, in its order.</summary>
    public string Query { get; private init; } = "";

    public bool Shared { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    public static SavedFilter Save(string page, string query, string name, Actor by, DateTimeOffset now) => new() { Page = page, Query = query, Name = name, Person = by.Id, Institution = by.Institution, MadeAt = now };

    public void Rename(string name) => Name = name;

    public void Share(bool shared) => Shared = shared;
}

/// <summary>With which one a page opens for a person.</summary>
internal sealed class PreferredFilter
{
    public required string Person { get; init; }

    public required string Page { get; init; }

    public required Guid FilterId { get; set; }
}
