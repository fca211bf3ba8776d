namespace Anmin.Kernel.Personal;

/// <summary>Sex as coded on the national death certificate (GB/T 2261.1). The numbers are stored and exchanged: never renumber.</summary>
public enum Sex
{
    Unknown = 0,
    Male = 1,
    Female = 2,
    NotStated = 9,
}

public static class SexLabels
{
    /// <summary>The word on forms: 未知, 男, 女, 未说明. A code outside the standard reads as 未知.</summary>
    public static string Label(this Sex sex) => sex switch
    {
        Sex.Male => "男",
        Sex.Female => "女",
        Sex.NotStated => "未说明",
        _ => "未知",
    };
}
