using Anmin.Kernel.Messages;

namespace Anmin.Kernel.Commands;

/// <summary>What one run of a use case gathers for the Gate to write in the same commit.</summary>
public sealed class CommandContext
{
    internal List<IEvent> Events { get; } = [];

    internal List<string> ScopeLifts { get; } = [];

    internal Guid? Subject { get; set; }

    internal string? AuditNote { get; set; }

    /// <summary>Announces a fact to other modules; it leaves with the commit, or not at all.</summary>
    public void Announce(IEvent fact) => Events.Add(fact);

    /// <summary>Names whose data this run is about, for "who looked at this person".</summary>
    public void About(Guid subject, string? note = null) => (Subject, AuditNote) = (subject, note ?? AuditNote);

    /// <summary>Set for an <see cref="ILaneUseCase{TRequest,TReply}"/>.</summary>
    public Submission Submission { get; internal set; }

    internal bool ReferenceTouched { get; private set; }

    /// <summary>This run changes what is held in memory (people, roles, settings, menus): after the commit this node reads it afresh at once, the others within seconds.</summary>
    public void ReferenceChanged() => ReferenceTouched = true;

    /// <summary>
    /// True while many runs share one transaction and one set of tracked rows (filling a new database with demonstration data):
    /// what an earlier run loaded is still at hand.
    /// </summary>
    public bool KeepsTracked { get; internal set; }

    /// <summary>
    /// Set where a page is only drawn again with what was typed before: every command is answered with this and does nothing; questions are answered as ever.
    /// </summary>
    public Outcomes.Problem? OnlyShow { get; set; }

    internal void Reset()
    {
        Events.Clear();
        ScopeLifts.Clear();
        Subject = null;
        AuditNote = null;
        ReferenceTouched = false;
    }
}
