using System.Diagnostics;
using System.Text.Json.Serialization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// The name of a person. Guarantees: 1 to 60 characters, NFC, Chinese characters of every extension, Latin letters, and
/// between them only <c>·</c>, blank, hyphen, apostrophe and full stop; nothing invisible, no digit, no markup.
/// Names stay searchable, so <see cref="ToString"/> is the clear name; public screens print <see cref="Masked"/>.
/// </summary>
[JsonConverter(typeof(PersonNameJson))]
[DebuggerDisplay("{Masked}")]
public sealed record PersonName
{
    public const int Longest = 60;

    private PersonName(string text) => Text = text;

    /// <summary>The name in its canonical spelling; two names are equal when this is.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text { get; }

    /// <summary>
    /// Reads a typed name: trims, narrows full-width letters, joins 周  兰 to 周兰, makes every middle dot <c>·</c>.
    /// Problems: <c>person-name.*</c> or <c>text.*</c>, all <see cref="ProblemKind.Invalid"/>.
    /// </summary>
    public static Outcome<PersonName> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return NameRules.Missing;
        if (TextGuard.Check(text.Trim(), "姓名") is { } hidden) return hidden;
        var name = NameRules.Canonical(text.Trim());
        return NameRules.Refusal(name) is { } problem ? problem : new PersonName(name);
    }

    /// <summary>周＊兰, 周＊, 欧＊＊兰; of 买买提·艾力 and John Smith the first part stays: 买买提·＊＊, John ＊＊.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Masked => NameRules.Mask(Text);

    public override string ToString() => Text;

    /// <summary>A name read back from our own table, where only parsed names go.</summary>
    public static PersonName FromStore(string text) => new(text);
}
