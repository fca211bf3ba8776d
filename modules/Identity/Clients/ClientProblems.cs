using Anmin.Kernel.Outcomes;

namespace Anmin.Identity.Clients;

/// <summary>Every way the registration of clients refuses.</summary>
internal static class ClientProblems
{
    public static readonly Problem NameTaken = new("identity.client.name-taken", "已经有一个接入系统叫这个名称。请换一个名称，或者打开那一条修改。", ProblemKind.Conflict, "Name");

    public static readonly Problem NeedsRedirect = new("identity.client.needs-redirect", "请填写至少一个登录后返回的地址。对方系统的技术人员知道这个地址。", ProblemKind.Invalid, "Redirects");

    public static readonly Problem NeedsPermission = new("identity.client.needs-permission", "请为程序接口选择至少一项权限。", ProblemKind.Invalid, "Permissions");

    public static readonly Problem MixedKinds = new("identity.client.mixed-kinds", "一个程序接口只能有一类权限：业务、系统、安全、审计不能混在一起。请分开登记。", ProblemKind.Invalid, "Permissions");

    public static readonly Problem NotForPrograms = new("identity.client.not-for-programs", "查看完整个人信息要由人写明用途，不能给程序。请去掉这项权限。", ProblemKind.Invalid, "Permissions");

    public static readonly Problem UnknownPermission = new("identity.client.unknown-permission", "列表中没有这项权限。请从列表中选择。", ProblemKind.Invalid, "Permissions");

    public static readonly Problem UnknownScope = new("identity.client.unknown-scope", "能提供的资料只有：openid、profile、roles、offline_access。请从列表中选择。", ProblemKind.Invalid, "Scopes");

    public static readonly Problem TwoScopes = new("identity.client.two-scopes", "数据范围请只选一种：区划或者机构。", ProblemKind.Invalid, "Institution");

    public static readonly Problem UnknownInstitution = new("identity.client.unknown-institution", "没有这个机构编号。请从列表中选择。", ProblemKind.Invalid, "Institution");

    public static readonly Problem BadRate = new("identity.client.bad-rate", "每分钟调用次数请填1至60000之间的整数。", ProblemKind.Invalid, "PerMinute");

    public static readonly Problem NoSecret = new("identity.client.no-secret", "这一类系统不使用密钥，不能更换。", ProblemKind.Refused);

    public static readonly Problem Unproved = new("identity.client.unproved", "接入系统出示的密钥不对，已拒绝。请核对对方使用的密钥。", ProblemKind.Refused);

    public static Problem TooManyAddresses(string field) => new("identity.client.too-many-addresses", $"地址最多{ClientAddresses.Most}个。请删去不用的。", ProblemKind.Invalid, field);

    public static Problem BadAddress(string field, string text) => new("identity.client.bad-address", $"地址“{text}”不完整或写法不规范。请写完整的地址，如https://oa.example.gov.cn/callback，不带用户名、空格和中文。", ProblemKind.Invalid, field);

    public static Problem Wildcard(string field) => new("identity.client.wildcard", "地址里不能用星号代替。请把每个地址完整写出，一行一个。", ProblemKind.Invalid, field);

    public static Problem Fragment(string field) => new("identity.client.fragment", "地址里不能有井号。请删去井号和后面的部分。", ProblemKind.Invalid, field);

    public static Problem NotHttps(string field, string text) => new("identity.client.not-https", $"地址“{text}”应以https://开头。只有本机调试可以用http://127.0.0.1。", ProblemKind.Invalid, field);
}
