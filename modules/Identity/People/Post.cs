namespace Anmin.Identity.People;

/// <summary>岗位: what somebody who holds it may do.</summary>
internal sealed class Post
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Permission codes, separated by spaces; <c>funeral.ashes.*</c> stands for all below it.</summary>
    public required string Permissions { get; set; }

    public IEnumerable<string> Codes() => Permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
