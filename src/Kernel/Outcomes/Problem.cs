namespace Anmin.Kernel.Outcomes;

/// <summary>
/// A refusal as a value: what a person reads and what a program compares.
/// </summary>
/// <param name="Code">Stable and dotted, <c>module.noun.reason</c>; never reused for another meaning.</param>
/// <param name="Message">One Chinese sentence that says what to do next.</param>
/// <param name="Kind">Which HTTP status and which page the refusal becomes.</param>
/// <param name="Field">The request property it belongs to, when there is one.</param>
public sealed record Problem(string Code, string Message, ProblemKind Kind = ProblemKind.Refused, string? Field = null)
{
    /// <summary>Further refusals found in the same look, so that a person mends all at once.</summary>
    public IReadOnlyList<Problem> Others { get; init; } = [];

    /// <summary>When it is worth trying again; becomes the header Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public IEnumerable<Problem> All() => [this, .. Others];

    public Problem At(string field) => this with { Field = field };

    public static Problem Many(IReadOnlyList<Problem> problems) => problems[0] with { Others = [.. problems.Skip(1)] };
}

public enum ProblemKind
{
    /// <summary>The request is malformed or a field is wrong: 400.</summary>
    Invalid,
    /// <summary>A business rule says no: 422.</summary>
    Refused,
    /// <summary>Somebody else changed it first, or it exists already: 409.</summary>
    Conflict,
    /// <summary>Not there, or not yours: 404. The two answer alike on purpose.</summary>
    NotFound,
    /// <summary>Not signed in: 401.</summary>
    SignInNeeded,
    /// <summary>Signed in, but the permission is missing: 403.</summary>
    Denied,
    /// <summary>A dependency is away for the moment: 503.</summary>
    Unavailable,
}
