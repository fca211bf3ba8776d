namespace Anmin.Notifications.Notices;

/// <summary>How notices are called on the pages.</summary>
internal static class NoticeWords
{
    public static string Of(NoticeAudience audience) => audience switch
    {
        NoticeAudience.Divisions => "这些区划的工作人员",
        NoticeAudience.Institutions => "这些机构的工作人员",
        NoticeAudience.Public => "所有人，公开",
        _ => "全体工作人员",
    };

    public static string State(string state) => state switch { "ahead" => "还没开始", "over" => "已到期", "withdrawn" => "已撤下", _ => "发布中" };
}
