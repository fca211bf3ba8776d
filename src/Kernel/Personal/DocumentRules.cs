using System.Text.RegularExpressions;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Personal;

/// <summary>
/// Shapes of documents other than the identity card. Wide on purpose: a family at the counter with a true document must never
/// be sent away by a pattern, so only what cannot be a number of that kind is refused.
/// </summary>
internal static partial class DocumentRules
{
    public static Problem Missing(IdType type) => type == IdType.Other
        ? Invalid("missing", "请填写证件号码，没有证件的请把证件类型选为“不详”")
        : Invalid("missing", $"请填写{type.Label()}号码，没有证件的请把证件类型选为“不详”");

    /// <summary>What is wrong before the kind of document matters.</summary>
    public static Problem? Unreadable(IdType type, string text)
    {
        if (type == IdType.Unknown) return Invalid("type-missing", "请先选择证件类型，再填写号码");
        if (!Enum.IsDefined(type)) return Invalid("type-unknown", "没有这种证件类型，请从列表里选择");
        if (text.AsSpan().IndexOfAny('*', '＊') >= 0) return Invalid("masked", "这是带星号的号码，请填写完整号码");
        return TextGuard.Check(text.Trim(), "证件号码");
    }

    /// <param name="type">Not the identity card.</param>
    /// <param name="compact">Narrowed, upper case, without separators.</param>
    public static Problem? Refusal(IdType type, string compact) => type switch
    {
        _ when compact.Length == 0 => Missing(type),
        IdType.HouseholdRegister => Household().IsMatch(compact) ? null : Shape("户口簿号码应是6到20位数字或字母，请对照户口簿首页核对"),
        IdType.Passport => Passport().IsMatch(compact) ? null : Shape("护照号码应是5到15位字母和数字，请对照护照资料页核对"),
        IdType.OfficerCard => Officer().IsMatch(compact) ? null : Shape("军官证号码应像“军字第1234567号”，请对照证件核对"),
        IdType.DrivingLicence => Licence().IsMatch(compact) ? null : Shape("驾驶证号码应是8到20位数字或字母，请对照证件核对"),
        IdType.HongKongMacaoPermit => HongKongMacao().IsMatch(compact) ? null : Shape("港澳通行证号码应是一个字母加8位或10位数字，请对照证件核对"),
        IdType.TaiwanPermit => Taiwan().IsMatch(compact) ? null : Shape("台湾通行证号码应是8位或10位数字，请对照证件核对"),
        _ => Other().IsMatch(compact) ? null : Shape("证件号码应是3到30位汉字、字母或数字，请对照证件核对"),
    };

    /// <summary>At most four characters at each end stay, and always at least half of the number goes.</summary>
    public static string Mask(string text)
    {
        var keep = Math.Min(4, text.Length / 4);
        return string.Concat(text.AsSpan(0, keep), new string('*', text.Length - (2 * keep)), text.AsSpan(text.Length - keep));
    }

    private static Problem Shape(string message) => Invalid("shape", message);

    private static Problem Invalid(string reason, string message) => TextGuard.Invalid("id-number." + reason, message);

    [GeneratedRegex(@"^[0-9A-Z]{6,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Household();

    [GeneratedRegex(@"^(?=.*[0-9])[0-9A-Z]{5,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Passport();

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{0,6}[0-9]{4,12}号?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Officer();

    [GeneratedRegex(@"^[0-9A-Z]{8,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Licence();

    // H/M: 来往内地通行证 of 8 digits, or 10 with the issue count; C/W: 往来港澳通行证, whose second place became a letter
    [GeneratedRegex(@"^(?:[HM][0-9]{8}(?:[0-9]{2})?|[CW][0-9A-Z][0-9]{7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex HongKongMacao();

    // 台胞证 of 8 digits, or 10 and a letter before 2015; T/L: 大陆居民往来台湾通行证
    [GeneratedRegex(@"^(?:[0-9]{8}(?:[0-9]{2}[A-Z]?)?|[TL][0-9]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Taiwan();

    [GeneratedRegex(@"^[0-9A-Z\u4E00-\u9FFF./]{3,30}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
