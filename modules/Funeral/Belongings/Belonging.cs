using Anmin.Funeral.Signatures;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Belongings;

/// <summary>Kept: with us. Returned: signed for. WithAshes: goes with the ashes, as the family wished.</summary>
internal enum BelongingFate { Kept, Returned, WithAshes }

/// <summary>随身物品: what came with a body. Recorded by one, checked by another, then one way out.</summary>
internal sealed class Belonging
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required int Line { get; init; }

    public required string Name { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Colour, material, engraving; as seen, without a guess at its worth.</summary>
    public string Feature { get; init; } = "";

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset? CheckedAt { get; private set; }

    public string? CheckedBy { get; private set; }

    public BelongingFate Fate { get; private set; }

    public DateTimeOffset? FateAt { get; private set; }

    public string? FateBy { get; private set; }

    /// <summary>The list the receiver signed.</summary>
    public Guid? Paper { get; private set; }

    public Outcome<Done> Check(Actor by, DateTimeOffset now)
    {
        if (CheckedBy is not null) return BelongingProblems.CheckedAlready;
        if (RecordedBy == by.Id) return FuneralProblems.SameTwo;
        (CheckedBy, CheckedAt) = (by.Id, now);
        return Done.It;
    }

    public Outcome<Done> Return(SignedPaper paper, Actor by, DateTimeOffset now) => Leave(BelongingFate.Returned, paper.Id, by, now);

    public Outcome<Done> GoWithAshes(Actor by, DateTimeOffset now) => Leave(BelongingFate.WithAshes, null, by, now);

    private Outcome<Done> Leave(BelongingFate fate, Guid? paper, Actor by, DateTimeOffset now)
    {
        if (Fate != BelongingFate.Kept) return BelongingProblems.GoneAlready;
        if (CheckedBy is null) return BelongingProblems.CheckFirst;
        (Fate, FateAt, FateBy, Paper) = (fate, now, by.Id, paper);
        return Done.It;
    }

    public static string Label(BelongingFate fate) => fate switch { BelongingFate.Returned => "已交还", BelongingFate.WithAshes => "随骨灰", _ => "由馆保管" };
}

internal static class BelongingProblems
{
    public static readonly Problem Nothing = new("funeral.belongings.nothing", "请至少填写一件物品。没有随身物品的，不用登记。", ProblemKind.Invalid, "Items");

    public static readonly Problem Line = new("funeral.belongings.line", "每行写一件：物品、数量、特征，用空格或逗号分开，如“戒指 1 金黄色”。数量为1到99。", ProblemKind.Invalid, "Items");

    public static readonly Problem TooMany = new("funeral.belongings.too-many", "一次最多登记60件。请分几次登记。", ProblemKind.Invalid, "Items");

    public static readonly Problem CheckedAlready = new("funeral.belongings.checked", "这件物品已经核对过。请刷新后再看。", ProblemKind.Conflict);

    public static readonly Problem CheckFirst = new("funeral.belongings.check-first", "物品还没有第二人核对。请先由另一位同事核对，再交还或者随骨灰。");

    public static readonly Problem GoneAlready = new("funeral.belongings.gone", "这件物品已有去向。请刷新后再看。", ProblemKind.Conflict);

    public static readonly Problem Unsigned = new("funeral.belongings.unsigned", "交还物品要由领取人签名。请在签名板上签名，或者在纸质清单上签名后勾选。", ProblemKind.Refused, "Signature");

    public static readonly Problem NoneLeft = new("funeral.belongings.none", "没有可以办理的物品。请刷新后再看。");
}
