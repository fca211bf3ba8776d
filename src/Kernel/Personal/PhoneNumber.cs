using System.Diagnostics;
using System.Text.Json.Serialization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// A telephone number on which somebody can be reached: mobile, landline with area code and perhaps an extension, 400/800, or
/// abroad with <c>+</c>. Prints masked; <see cref="Reveal"/> gives the number.
/// </summary>
[JsonConverter(typeof(PhoneNumberJson))]
[DebuggerDisplay("{Masked}")]
public sealed record PhoneNumber
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    private PhoneNumber(string text) => _text = text;

    /// <summary>Reads a typed number: full-width, blanks, dashes and brackets accepted, +86 and 0086 stripped.</summary>
    /// <returns>The number, or <c>phone.*</c> / <c>text.*</c>, all <see cref="ProblemKind.Invalid"/>. Sentences never repeat the number.</returns>
    public static Outcome<PhoneNumber> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return PhoneRules.Missing;
        if (text.AsSpan().IndexOfAny('*', '＊') >= 0) return PhoneRules.IsMasked;
        if (TextGuard.Check(text.Trim(), "电话号码") is { } hidden) return hidden;
        return PhoneRules.Canonical(text.Trim()).Try(out var canonical, out var problem) ? new PhoneNumber(canonical) : problem;
    }

    /// <summary>Whether a text message can reach it.</summary>
    public bool IsMobile => PhoneRules.IsMobile(_text);

    /// <summary><c>138****5521</c>, <c>0527-****1120</c>; of an extension nothing stays.</summary>
    public string Masked => PhoneRules.Mask(_text);

    /// <summary>The canonical number for the blind index: <c>13812345521</c>, <c>0527-80001120</c>, <c>0527-80001120-8</c>, <c>+81312345678</c>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Normal => _text;

    /// <summary>The clear number. Every caller shows it on purpose and is audited.</summary>
    public string Reveal() => _text;

    /// <summary>A number read back from our own table, where only parsed numbers go.</summary>
    public static PhoneNumber FromStore(string text) => new(text);

    public override string ToString() => Masked;
}
