using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Lanes;

/// <summary>What became of a request: an answer, or the news that the partition is another node's.</summary>
/// <param name="Doubt">It had reached a commit here that nobody knows the end of.</param>
internal readonly record struct LaneAnswer<TReply>(Outcome<TReply> Outcome, bool Moved = false, bool Doubt = false);

/// <summary>One request in line. Whoever asked goes on elsewhere: the writer never runs their code.</summary>
internal sealed class LaneTicket<TTask, TReply>(TTask task, CancellationToken ct) : TaskCompletionSource<LaneAnswer<TReply>>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public TTask Asked => task;

    /// <summary>Asks for nothing but that the partition be given back.</summary>
    public bool IsRest { get; init; }

    /// <summary>What <see cref="ILaneBook{TTask,TReply}.Weigh"/> said, until it may be told.</summary>
    public Outcome<TReply> Verdict { get; set; }

    public bool IsAnswered => Task.IsCompleted;

    public void Answer(Outcome<TReply> outcome) => TrySetResult(new(outcome));

    public void Move(bool doubt) => TrySetResult(new(default, true, doubt));

    /// <summary>Who left the line before their turn is not served.</summary>
    public bool Left()
    {
        if (!ct.IsCancellationRequested) return false;
        TrySetCanceled(ct);
        return true;
    }
}
