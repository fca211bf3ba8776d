namespace Anmin.Ui.Frame;

/// <summary>How long the session of who looks at the page lasts; answered by the room that keeps sessions.</summary>
public interface ISessionTime
{
    /// <returns>Null where nobody is signed in on this side of the house.</returns>
    ValueTask<SessionTime?> OfAsync(Surface surface, CancellationToken ct);
}

/// <param name="Idle">Without doing anything it ends after this long.</param>
/// <param name="Left">At the latest it ends after this long, whatever is done.</param>
public sealed record SessionTime(TimeSpan Idle, TimeSpan Left);
