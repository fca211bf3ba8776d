namespace Anmin.Identity.SignIn;

/// <summary>What each persona of the demonstration does, in the order of a case.</summary>
internal static class PersonaWords
{
    public static readonly IReadOnlyList<(string Name, string Does)> All =
    [
        ("接线员", "接听来电，登记去世报告，请求接运"),
        ("调度", "安排接运车和人员"),
        ("司机", "到场接运，核对并系上腕带"),
        ("前台", "接收遗体，核对证明，与家属确认火化"),
        ("火化工甲", "扫描腕带，与第二人共同开始火化"),
        ("火化工乙", "扫描腕带，与第一人共同开始火化"),
        ("骨灰", "办理骨灰领取、寄存和安放"),
        ("县局", "查看本县案卷，复核暂停和撤销"),
        ("市局", "查看全市案卷，核验流转日志"),
        ("审计", "查谁在什么时候看过、办过什么"),
        ("管理员", "管理机构、人员和任职，看不到案卷"),
        ("安全管理员", "管理角色权限和登录规则，看不到案卷"),
    ];
}
