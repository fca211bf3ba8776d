namespace Anmin.Ui.Status;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    Ahead,
    Now,
    Done,
}

/// <param name="Name">逝, or 冷藏: one to four characters.</param>
/// <param name="Note">When, or what it waits for.</param>
public sealed record StepMark(string Name, string Note, StepState State = StepState.Ahead);
