namespace Anmin.Identity.Sessions;

/// <summary>From what a browser says of itself, the two things a person recognises: which browser, on what.</summary>
internal static class AgentWords
{
    // first hit wins: most browsers also call themselves Chrome, and that one also Safari
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("QQBrowser", "QQ浏览器"), ("360SE", "360浏览器"), ("QihooBrowser", "360浏览器"), ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("HarmonyOS", "鸿蒙"), ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("UnionTech", "统信"), ("Kylin", "麒麟"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent)) return "";
        var found = new[] { Name(Browsers, agent), Name(Systems, agent) }.OfType<string>();
        return string.Join(" · ", found) is { Length: > 0 } words ? words : "其他程序";
    }

    private static string? Name((string Mark, string Name)[] all, string agent) => Array.Find(all, a => agent.Contains(a.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
