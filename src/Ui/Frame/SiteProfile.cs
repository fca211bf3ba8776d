namespace Anmin.Ui.Frame;

/// <summary>What every page says about whose site this is; registered once in DI from the city pack.</summary>
/// <param name="CityTitle">宿迁市</param>
/// <param name="BureauName">宿迁市民政局</param>
/// <param name="Hotline">96444, dialled as written</param>
/// <param name="HotlineNote">昼夜有人接听，可以说宿迁话; the part before the first comma also stands in the top bar</param>
public sealed record SiteProfile(string CityTitle, string BureauName, string Hotline, string HotlineNote)
{
    /// <summary>The zone in which people here read their clocks.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The five tabs of the citizen frame, in order.</summary>
    public IReadOnlyList<CitizenTab> Tabs { get; init; } =
    [
        new("首页", "/"), new("办事", "/guide", "/pickup"), new("进度", "/progress", "/c"), new("公开", "/prices", "/bill-check", "/verify", "/records", "/cemeteries"), new("我的", "/me", "/my"),
    ];

    /// <summary>Where 请家人代办 leads.</summary>
    public string FamilyHref { get; init; } = "/my/share";

    /// <summary>无障碍说明.</summary>
    public string AccessibilityHref { get; init; } = "/accessibility";

    /// <summary>个人信息怎样使用.</summary>
    public string PrivacyHref { get; init; } = "/privacy";

    /// <summary>The same number as a link.</summary>
    public string HotlineHref => "tel:" + new string([.. Hotline.Where(c => char.IsAsciiDigit(c) || c == '+')]);

    internal string HotlineShortNote => HotlineNote.Split('，')[0];
}

/// <summary>A tab, current on its own path and below it, and on the further roots.</summary>
public sealed record CitizenTab(string Label, string Href, params string[] AlsoUnder)
{
    internal bool Covers(string path) =>
        Href == "/" ? path == "/" : Surfaces.Under(path, Href) || AlsoUnder.Any(root => Surfaces.Under(path, root));
}
