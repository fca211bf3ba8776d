namespace Anmin.Kernel.Actors;

/// <summary>One thing somebody may do. Declared by the module that owns it, checked by the Gate only.</summary>
/// <param name="Code"><c>module.noun.verb</c>, stable.</param>
/// <param name="Label">What the role screen shows, in Chinese.</param>
public sealed record Permission(string Code, string Label)
{
    /// <summary>Whose it may be: a role holds permissions of one kind only, so that no administrator sees business data (三员分立).</summary>
    public PermissionKind Kind { get; init; } = PermissionKind.Business;

    /// <summary>Open to everybody, signed in or not: the public front door.</summary>
    public static readonly Permission Anyone = new("public", "公众");

    /// <summary>Open to every member of staff who is signed in: their own settings, sessions, messages. Reaches no rows by itself.</summary>
    public static readonly Permission SignedIn = new("signed-in", "登录后使用");
}

/// <summary>等保三级 keeps three administrators apart from each other and from the business.</summary>
[Flags]
public enum PermissionKind
{
    /// <summary>业务: the bureau's and its institutions' work.</summary>
    Business = 1,

    /// <summary>系统管理员: organisations, accounts, menus, parameters, jobs. No business data.</summary>
    System = 2,

    /// <summary>安全管理员: roles, grants, sign-in rules, clients and keys. No business data.</summary>
    Security = 4,

    /// <summary>审计管理员: reads what the others did, and changes nothing.</summary>
    Audit = 8,

    /// <summary>Shows nobody's data: any role may hold it.</summary>
    Any = Business | System | Security | Audit,
}
