using System.Text.RegularExpressions;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>The numbering plan as far as a form needs it: 010 and 02x have three digits, other area codes four.</summary>
internal static partial class PhoneRules
{
    public static readonly Problem Missing = TextGuard.Invalid("phone.missing", "请填写电话号码");

    public static readonly Problem IsMasked = TextGuard.Invalid("phone.masked", "这是带星号的号码，请填写完整号码");

    private static readonly Problem Shape = TextGuard.Invalid("phone.shape", "电话号码没有认出来，请填11位手机号，或带区号的座机号");

    private static readonly Problem AreaMissing = TextGuard.Invalid("phone.area-code", "座机号前请加区号，如0527");

    public static Outcome<string> Canonical(string text)
    {
        var typed = TypedText.Compact(text.Replace("转", "X", StringComparison.Ordinal));
        var digits = Home().Replace(typed, "");
        if (IsMobile(digits) || Service().IsMatch(digits)) return digits;
        if (digits.Length > 0 && digits[0] == '+') return Abroad().IsMatch(digits) ? digits : Shape;
        // +86 527 … is written without the trunk zero
        if (digits.Length < typed.Length && digits.Length > 0 && digits[0] != '0') digits = "0" + digits;
        var landline = Landline().Match(digits);
        if (landline.Success) return Join(landline.Groups[1].Value, landline.Groups[2].Value, landline.Groups[3].Value);
        return Local().IsMatch(digits) ? AreaMissing : Shape;
    }

    public static bool IsMobile(string text) => Mobile().IsMatch(text);

    public static string Mask(string text)
    {
        var parts = text.Split('-');
        if (parts.Length > 1) return $"{parts[0]}-****{parts[1][^4..]}";
        var keep = text.Length >= 11 ? 3 : 2;
        return text.Length < 8 ? new string('*', text.Length) : $"{text[..keep]}{new string('*', text.Length - keep - 4)}{text[^4..]}";
    }

    private static string Join(string area, string number, string extension) =>
        extension.Length == 0 ? $"{area}-{number}" : $"{area}-{number}-{extension}";

    [GeneratedRegex(@"^(?:\+86|0086)(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Home();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^[48]00[0-9]{7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Service();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Abroad();

    // digits beyond a full number are an extension only after 转 or X: 0527-8000-1120 and 0527-80001120-8 must not be confused
    [GeneratedRegex(@"^(010|02[0-9]|0[3-9][0-9]{2})([2-8][0-9]{6,7})(?:X([0-9]{1,6}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Landline();

    [GeneratedRegex(@"^[2-8][0-9]{6,7}(?:X[0-9]{1,6})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Local();
}
