using System.Text.RegularExpressions;
using Anmin.Kernel.Personal;

namespace Anmin.Hotline.Calls;

/// <summary>
/// 来电号码 as switchboards write it, besides what people type: <c>sip:13800001111@host</c>, a zero before a mobile from another city, and
/// <c>+86</c> whose plus became a blank on its way through an address.
/// </summary>
internal static partial class CallerNumber
{
    /// <summary>What is left for <see cref="PhoneNumber.Parse"/>; anything it does not know stays as it is.</summary>
    public static string? Plain(string? text)
    {
        if (text is null) return null;
        var bare = Address().Replace(text.Trim(), "$1");
        var digits = string.Concat(bare.Where(c => c is not (' ' or '-' or '－' or '　')));
        return Mobile().Match(digits) is { Success: true } mobile ? mobile.Groups[1].Value : bare;
    }

    /// <summary>Null for a number that is withheld, or a switchboard's word for it.</summary>
    public static PhoneNumber? Read(string? text) => PhoneNumber.Parse(Plain(text)).Try(out var phone, out _) ? phone : null;

    [GeneratedRegex(@"^(?:sips?|tel):([^@;]+).*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:\+?86|0086)?0?(1[3-9][0-9]{9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
