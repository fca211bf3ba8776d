using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Anmin.Ui.Frame;

/// <summary>How a person wants pages drawn: 大字版 and 高对比, kept in a cookie without a name in it.</summary>
public sealed record DisplayPreference(ElderMode Elder = ElderMode.Off, bool HighContrast = false)
{
    /// <summary>Neither.</summary>
    public static readonly DisplayPreference Plain = new();

    internal const string Cookie = "am-display";

    /// <summary>The value of <c>data-elder</c>; null leaves the attribute out.</summary>
    public string? ElderAttribute => Elder switch { ElderMode.Large => "", ElderMode.ExtraLarge => "xl", _ => null };

    /// <summary>The value of <c>data-contrast</c>; null leaves the attribute out.</summary>
    public string? ContrastAttribute => HighContrast ? "high" : null;

    /// <summary>The preference of this request; plain where the middleware did not run.</summary>
    public static DisplayPreference Of(HttpContext? context) => context?.Features.Get<DisplayPreference>() ?? Plain;

    /// <summary>The page shown now, with one switch turned and every other part of the address kept.</summary>
    public static string Link(HttpContext? context, string key, string value)
    {
        if (context is null) return $"?{key}={value}";
        var kept = context.Request.Query
            .Where(pair => !pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Select(one => KeyValuePair.Create(pair.Key, one)))
            .Append(KeyValuePair.Create(key, (string?)value));
        return QueryHelpers.AddQueryString(context.Request.PathBase + context.Request.Path, kept);
    }

    internal static DisplayPreference Read(string? cookie) => cookie is not { Length: 2 } ? Plain : new(
        cookie[0] switch { '1' => ElderMode.Large, '2' => ElderMode.ExtraLarge, _ => ElderMode.Off },
        cookie[1] == '1');

    internal string Write() => new StringBuilder(2).Append((char)('0' + (int)Elder)).Append(HighContrast ? '1' : '0').ToString();

    internal DisplayPreference Turned(IQueryCollection query) => new(
        query["elder"].ToString() switch { "1" => ElderMode.Large, "xl" => ElderMode.ExtraLarge, "0" => ElderMode.Off, _ => Elder },
        query["contrast"].ToString() switch { "high" => true, "normal" => false, _ => HighContrast });
}

/// <summary>长者版: off, 大字, 超大字.</summary>
public enum ElderMode
{
    Off,
    Large,
    ExtraLarge,
}
