using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Rights.Approvals;

/// <summary>What a second person has to agree to: an exception the law names, or a change of the holder.</summary>
internal enum ApprovalMatter
{
    LivingSpouse,
    ChildlessElder,
    Aged,
    CriticallyIll,
    Relocation,
    OtherSpecial,
    Rename,
    Transfer,
}

public enum ApprovalState
{
    Asked,
    Approved,
    Refused,

    /// <summary>A contract or a change was made on it.</summary>
    Used,
}

/// <summary>特殊情形审批、更名审批: one asks with evidence, another decides; used once. Two persons by check, the course by trigger.</summary>
internal sealed class RightApproval : IOwnedByUnit
{
    private RightApproval()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; } = "";

    public string? OpenedBy { get; private init; }

    public string? Origin { get; private init; }

    public Guid RightId { get; private init; }

    public ApprovalMatter Matter { get; private init; }

    /// <summary>What was shown: kinds of papers and their numbers, no ID numbers.</summary>
    public string Evidence { get; private init; } = "";

    public string AskedBy { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public ApprovalState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused; a remark where it was approved.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static RightApproval Ask(PlotRight right, ApprovalMatter matter, string evidence, Actor by, DateTimeOffset now) => new()
    {
        Division = right.Division,
        Institution = right.Institution,
        OpenedBy = by.Id,
        Origin = by.Institution,
        RightId = right.Id,
        Matter = matter,
        Evidence = evidence,
        AskedBy = by.Id,
        AskedAt = now,
    };

    public Outcome<Done> Decide(bool approve, string? answer, Actor by, DateTimeOffset now)
    {
        if (State != ApprovalState.Asked) return RightProblems.ExceptionDecided;
        if (by.Id == AskedBy) return RightProblems.ExceptionTwo;
        if (!approve && string.IsNullOrWhiteSpace(answer)) return RightProblems.ExceptionAnswer;
        (State, DecidedBy, DecidedAt, Answer) = (approve ? ApprovalState.Approved : ApprovalState.Refused, by.Id, now, answer);
        return Done.It;
    }

    public Outcome<Done> Use(DateTimeOffset now)
    {
        if (State == ApprovalState.Used) return RightProblems.ExceptionUsed;
        if (State != ApprovalState.Approved) return CemeteryProblems.ExceptionUnapproved;
        (State, UsedAt) = (ApprovalState.Used, now);
        return Done.It;
    }
}

internal static class ApprovalWords
{
    public static ApprovalMatter MatterOf(RightBasis basis) => basis switch
    {
        RightBasis.LivingSpouse => ApprovalMatter.LivingSpouse,
        RightBasis.ChildlessElder => ApprovalMatter.ChildlessElder,
        RightBasis.Aged => ApprovalMatter.Aged,
        RightBasis.CriticallyIll => ApprovalMatter.CriticallyIll,
        RightBasis.Relocation => ApprovalMatter.Relocation,
        _ => ApprovalMatter.OtherSpecial,
    };

    public static string Of(ApprovalMatter matter) => matter switch
    {
        ApprovalMatter.LivingSpouse => "健在配偶合葬",
        ApprovalMatter.ChildlessElder => "无子女老年人",
        ApprovalMatter.Aged => "高龄",
        ApprovalMatter.CriticallyIll => "危重",
        ApprovalMatter.Relocation => "迁葬",
        ApprovalMatter.Rename => "更名",
        ApprovalMatter.Transfer => "转让",
        _ => "其他特殊情形",
    };

    public static string Of(ApprovalState state) => state switch { ApprovalState.Asked => "等审批", ApprovalState.Approved => "已同意", ApprovalState.Refused => "不同意", _ => "已使用" };
}
