namespace Anmin.Kernel.Lanes;

/// <summary>What one commit writes: the module's statements, and the lines whose digest goes into the journal.</summary>
public sealed class LaneBatch
{
    private readonly List<LaneStatement> statements = [];

    /// <summary>Number of the journal line of this commit; rows keep it, so that the digest can be computed again.</summary>
    public int Number { get; internal set; }

    /// <summary>One time for all rows of the commit, from this node's clock.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>The line now being written, 0 for the first; rows keep it beside <see cref="Number"/>.</summary>
    public int Line { get; private set; }

    /// <summary>The bytes under the digest: <see cref="LaneText.End"/> closes a line.</summary>
    public LaneText Text { get; } = new();

    internal IReadOnlyList<LaneStatement> Statements => statements;

    internal bool IsEmpty => Line == 0;

    /// <summary>Which statements, in order; a book says it once for each batch it adds to. Those without rows are left out.</summary>
    public void Use(LaneStatement statement)
    {
        if (!statements.Contains(statement)) statements.Add(statement);
    }

    /// <summary>One change is complete.</summary>
    public void EndLine()
    {
        Text.End();
        Line++;
    }

    internal void Clear()
    {
        foreach (var statement in statements) statement.Clear();
        statements.Clear();
        Text.Clear();
        Line = 0;
    }
}
