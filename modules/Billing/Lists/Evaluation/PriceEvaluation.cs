namespace Anmin.Billing.Lists.Evaluation;

internal enum EvaluationKind
{
    /// <summary>到期未评估: marked by the clock, on the day it was due.</summary>
    Overdue,

    /// <summary>已评估: by the price authority, on the day it was done.</summary>
    Done,
}

/// <summary>定期评估 of a list: what was due and what was done. Append-only; the list itself stays as published.</summary>
internal sealed class PriceEvaluation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string List { get; init; }

    public required string Institution { get; init; }

    public required EvaluationKind Kind { get; init; }

    public required DateOnly On { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the evaluation found; empty for an overdue mark.</summary>
    public string Conclusion { get; init; } = "";
}
