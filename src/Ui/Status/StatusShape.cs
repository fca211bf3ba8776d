namespace Anmin.Ui.Status;

/// <summary>The drawn shape of a status; the word beside it says which.</summary>
public enum StatusShape
{
    /// <summary>Ring: nobody has begun.</summary>
    Todo,
    /// <summary>Half disc: being done.</summary>
    Run,
    /// <summary>Bars: waits for somebody else.</summary>
    Wait,
    /// <summary>Tick: done or in order.</summary>
    Ok,
    /// <summary>Diamond: something is wrong. Red is for this only.</summary>
    Bad,
}

/// <summary>A status to show: its shape and its word.</summary>
public sealed record StatusMark(StatusShape Shape, string Word);

internal static class StatusShapes
{
    internal static string Name(this StatusShape shape) => shape switch
    {
        StatusShape.Run => "run",
        StatusShape.Wait => "wait",
        StatusShape.Ok => "ok",
        StatusShape.Bad => "bad",
        _ => "todo",
    };
}
