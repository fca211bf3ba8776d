using System.Diagnostics;
using System.Text.Json.Serialization;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// The number on an identity document, with the kind of document. Prints masked everywhere: only <see cref="Reveal"/> gives the
/// text, and only <see cref="Pack"/> and <see cref="Normal"/> carry it on, sealed or hashed by <c>PersonalVault</c>.
/// A citizen number keeps GB 11643-1999: real date of birth, ISO 7064 MOD 11-2 check character.
/// </summary>
[JsonConverter(typeof(IdNumberJson))]
[DebuggerDisplay("{Masked}")]
public sealed record IdNumber
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    private IdNumber(IdType type, string text) => (Type, _text) = (type, text);

    /// <summary>No document and no number. Two of these are equal as values but never the same person: do not index it.</summary>
    public static IdNumber Unknown { get; } = new(IdType.Unknown, "");

    public IdType Type { get; }

    public bool IsKnown => Type != IdType.Unknown;

    /// <summary>True for a citizen number, which household registers and driving licences carry too.</summary>
    public bool IsResident => Type is IdType.IdCard or IdType.HouseholdRegister or IdType.DrivingLicence && ResidentNumber.LooksLike(_text);

    /// <summary>Reads a typed number of the given kind.</summary>
    /// <param name="type">The kind; <see cref="IdType.Unknown"/> with no text gives <see cref="Unknown"/>.</param>
    /// <param name="text">Full-width, blanks, dashes, brackets and lower case are accepted.</param>
    /// <param name="today">Local date: nobody is born after it.</param>
    /// <param name="divisionKnown">Whether the six digits of a county are or ever were in force; null checks the province only.</param>
    /// <returns>The number, or <c>id-number.*</c> / <c>text.*</c>, all <see cref="ProblemKind.Invalid"/>. Sentences never repeat the number.</returns>
    public static Outcome<IdNumber> Parse(IdType type, string? text, DateOnly today, Func<string, bool>? divisionKnown = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return type == IdType.Unknown ? Unknown : DocumentRules.Missing(type);
        if (DocumentRules.Unreadable(type, text) is { } unreadable) return unreadable;
        var compact = TypedText.Compact(text);
        var resident = type == IdType.IdCard
            || (type is IdType.HouseholdRegister or IdType.DrivingLicence && ResidentNumber.LooksLike(compact));
        var problem = resident
            ? ResidentNumber.Refusal(compact, today, divisionKnown)
            : DocumentRules.Refusal(type, compact);
        return problem is null ? new IdNumber(type, compact) : problem;
    }

    /// <summary>Reads a citizen number, 18 digits or the 15 of cards issued before October 1999.</summary>
    public static Outcome<IdNumber> ParseResident(string? text, DateOnly today, Func<string, bool>? divisionKnown = null) =>
        Parse(IdType.IdCard, text, today, divisionKnown);

    /// <summary>Date of birth of a citizen number, else null.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public DateOnly? BirthDate => IsResident ? ResidentNumber.BirthDate(ResidentNumber.To18(_text)) : null;

    /// <summary>Sex of a citizen number (odd order number: male), else <see cref="Sex.Unknown"/>.</summary>
    public Sex Sex => !IsResident ? Sex.Unknown : (ResidentNumber.To18(_text)[16] & 1) == 1 ? Sex.Male : Sex.Female;

    /// <summary>Six digits of the county of first registration, perhaps retired since; null when not a citizen number.</summary>
    public string? DivisionCode => IsResident ? _text[..6] : null;

    /// <summary>The same number with 18 characters; anything but a 15-digit citizen number comes back unchanged.</summary>
    public IdNumber To18() => IsResident && _text.Length == 15 ? new(Type, ResidentNumber.To18(_text)) : this;

    /// <summary>
    /// One text per document for the blind index: <c>1:</c> and 18 characters for a citizen number on whatever document it stands,
    /// else the code, a colon and the number. Empty when unknown, which the vault refuses to index.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Normal => !IsKnown ? "" : IsResident ? "1:" + ResidentNumber.To18(_text) : $"{(int)Type}:{_text}";

    /// <summary><c>3213**********4526</c>; shorter numbers keep less; 不详 when unknown.</summary>
    public string Masked => !IsKnown ? IdType.Unknown.Label() : DocumentRules.Mask(_text);

    /// <summary>The last four characters, for reading back at a counter; of short numbers fewer.</summary>
    public string LastFour => _text[^Math.Min(4, _text.Length / 3)..];

    /// <summary>The clear number. Every caller shows it on purpose and is audited.</summary>
    public string Reveal() => _text;

    /// <summary>Clear text of kind and number for sealing into one column; <see cref="Unpack"/> is its inverse.</summary>
    public string Pack() => $"{(int)Type}:{_text}";

    /// <summary>Reads what <see cref="Pack"/> wrote, without judging it again: rules may have changed since.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="Pack"/>.</exception>
    public static IdNumber Unpack(string packed) =>
        packed.Length >= 2 && packed[1] == ':' && char.IsAsciiDigit(packed[0])
            ? packed[0] == '0' ? Unknown : new((IdType)(packed[0] - '0'), packed[2..])
            : throw new FormatException("Not a packed identity number.");

    public bool Equals(IdNumber? other) => other is not null && Normal == other.Normal;

    public override int GetHashCode() => Normal.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Masked;
}
