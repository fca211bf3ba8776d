using System.Text;
using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Accounts;

/// <summary>用户名: 2 to 32 letters, digits, Chinese characters and <c>. - _ @</c>. Full width, half width, large and small are one.</summary>
internal static class UserName
{
    public static string Key(string typed) => typed.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    public static Problem? Check(string? typed)
    {
        var key = Key(typed ?? "");
        var good = key.Length is >= 2 and <= 32 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or (>= '\u4e00' and <= '\u9fff'));
        return good ? null : IdentityProblems.BadLogin;
    }
}
