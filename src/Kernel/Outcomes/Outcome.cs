using System.Diagnostics.CodeAnalysis;

namespace Anmin.Kernel.Outcomes;

/// <summary>Either a value or the <see cref="Problem"/> that stood in its way. Never both, never neither.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public Problem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    /// <summary>True with the value, or false with the problem: for straight-down reading.</summary>
    public bool Try([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out Problem problem)
    {
        value = Value;
        problem = Problem;
        return problem is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem ?? throw new ArgumentNullException(nameof(problem)));
}

/// <summary>The reply of a command that has nothing to say.</summary>
public readonly record struct Done
{
    public static readonly Done It;
}
