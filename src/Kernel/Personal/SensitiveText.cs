using System.Diagnostics;
using System.Text;
using System.Text.Json.Serialization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// Free text about a person that nobody may read by accident: an address, a cause of death. At most 200 characters on one line,
/// NFC, nothing invisible. Prints <c>＊＊＊</c>; <see cref="Reveal"/> gives the text.
/// </summary>
[JsonConverter(typeof(SensitiveTextJson))]
[DebuggerDisplay("＊＊＊")]
public sealed record SensitiveText
{
    public const int Longest = 200;

    /// <summary>What is printed instead of the text.</summary>
    public const string Mask = "＊＊＊";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    private SensitiveText(string text) => _text = text;

    /// <param name="text">What was typed; trimmed and composed (NFC), otherwise kept as it is.</param>
    /// <param name="what">How a refusal calls it, such as 住址.</param>
    /// <returns>The text, or <c>sensitive-text.*</c> / <c>text.*</c>, all <see cref="ProblemKind.Invalid"/>.</returns>
    public static Outcome<SensitiveText> Parse(string? text, string what = "内容")
    {
        if (string.IsNullOrWhiteSpace(text)) return TextGuard.Invalid("sensitive-text.missing", $"请填写{what}");
        var trimmed = text.Trim();
        if (trimmed == Mask) return TextGuard.Invalid("sensitive-text.masked", $"这是隐去的内容，请重新填写{what}");
        if (TextGuard.Check(trimmed, what) is { } hidden) return hidden;
        var composed = trimmed.Normalize();
        return composed.EnumerateRunes().Count() > Longest ? TextGuard.TooLong(what, Longest) : new SensitiveText(composed);
    }

    /// <summary>The clear text. Every caller shows it on purpose and is audited.</summary>
    public string Reveal() => _text;

    /// <summary>A text read back from our own table, where only parsed texts go.</summary>
    public static SensitiveText FromStore(string text) => new(text);

    public override string ToString() => Mask;
}
