using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Evidence;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Desk;

/// <summary>A desk's form once read: who, what is proven, what is chosen.</summary>
internal sealed record DeskWork(string Home, string Division, Parties Parties, ArrangementVersion.Choice Choice)
{
    /// <summary>Typed facts that the case does not have yet.</summary>
    public required TypedFacts Typed { get; init; }

    public required TypedHandler Handler { get; init; }

    public TypedEvidence? Evidence { get; init; }

    public bool Infectious { get; init; }

    public bool WantsPickup { get; init; }

    /// <summary>民族, which lawful burial asks for.</summary>
    public string? Ethnicity { get; init; }
}

/// <summary>As papers write them, whether typed just now or long on the case.</summary>
internal sealed record Parties(string? DeceasedName, Sex Sex, int? Age, IdNumber? DeceasedId, DateTimeOffset? DiedAt, string? HandlerName, string? Relation, PhoneNumber? Phone, IdNumber? HandlerId);

internal sealed record TypedFacts(PersonName? Name, IdNumber? Id, Sex Sex, DateOnly? Birth, DateTimeOffset? DiedAt);

/// <param name="Id">A registered 经办人; null registers the one typed.</param>
internal sealed record TypedHandler(Guid? Id, PersonName? Name, PhoneNumber? Phone, IdNumber? PersonId, string Relation);

internal sealed record TypedEvidence(EvidenceKind Kind, string Number, DateOnly IssuedOn, string Issuer);

internal static class DeskWords
{
    public static string Of(BoneHandling value) => value switch
    {
        BoneHandling.Whole => "全部装入骨灰盒",
        BoneHandling.Selected => "择取装入，其余由馆安葬",
        BoneHandling.ByFamily => "家属自己捡",
        _ => "研细后装入",
    };

    public static string Of(FurnaceKind value) => value switch { FurnaceKind.FlatBed => "平板炉", FurnaceKind.Carriage => "捡灰炉", _ => "不限炉型" };

    /// <summary>The variant of a cremator in the register; null for any.</summary>
    public static string? Variant(FurnaceKind value) => value switch { FurnaceKind.FlatBed => "flat-bed", FurnaceKind.Carriage => "carriage", _ => null };

    public static string Of(ArrangementState value) => value switch { ArrangementState.Quoted => "等签名", ArrangementState.Signed => "已签", _ => "未签，已代替" };
}
