using Anmin.Funeral.Desk;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Arrangement;

/// <summary>Quoted: printed, waiting for the family. Signed: binding, never changed again. Withdrawn: another took its place before anybody signed.</summary>
internal enum ArrangementState { Quoted, Signed, Withdrawn }

/// <summary>骨骼处理, by the custom of the place.</summary>
internal enum BoneHandling { Whole, Selected, ByFamily, Crushed }

/// <summary>平板炉, 捡灰炉, or whichever is free.</summary>
internal enum FurnaceKind { Any, FlatBed, Carriage }

/// <summary>
/// What a family and the home settled at one desk, one edition of it. A change after signing is a new edition that names the signed one
/// it replaces; the current one is the signed one that none replaces.
/// </summary>
internal sealed class ArrangementVersion
{
    private ArrangementVersion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    public int Edition { get; private init; }

    public ArrangementState State { get; private set; }

    /// <summary>报价编号.</summary>
    public string Number { get; private init; } = "";

    /// <summary>合同编号.</summary>
    public string ContractNumber { get; private init; } = "";

    public Disposition Disposition { get; private init; }

    public string Institution { get; private init; } = "";

    public string? Hall { get; private init; }

    public DateTimeOffset? FarewellAt { get; private init; }

    public DateTimeOffset? FarewellUntil { get; private init; }

    /// <summary>How many come to the farewell; 0 for not said.</summary>
    public int People { get; private init; }

    public string? Cremator { get; private init; }

    public DateTimeOffset? CremationAt { get; private init; }

    public FurnaceKind Furnace { get; private init; }

    public BoneHandling Bones { get; private init; }

    /// <summary>自带骨灰盒: a right of the family, whatever the home sells.</summary>
    public bool OwnUrn { get; private init; }

    public string Wishes { get; private init; } = "";

    /// <summary>The signed edition that this one changes; null for the first.</summary>
    public Guid? Replaces { get; private init; }

    public DateTimeOffset QuotedAt { get; private init; }

    public string QuotedBy { get; private init; } = "";

    public DateTimeOffset? SignedAt { get; private set; }

    public Guid? SignedBy { get; private set; }

    /// <summary>The signed 报价单 and 服务合同.</summary>
    public Guid? QuotationPaper { get; private set; }

    public Guid? ContractPaper { get; private set; }

    public List<ArrangementItem> Items { get; } = [];

    public sealed record Choice(
        Disposition Disposition, string? Hall, DateTimeOffset? FarewellAt, DateTimeOffset? FarewellUntil, int People, string? Cremator, DateTimeOffset? CremationAt,
        FurnaceKind Furnace, BoneHandling Bones, bool OwnUrn, string Wishes, IReadOnlyList<ChosenItem> Items)
    {
        public static Choice Of(ArrangementVersion v) => new(v.Disposition, v.Hall, v.FarewellAt, v.FarewellUntil, v.People, v.Cremator, v.CremationAt, v.Furnace, v.Bones, v.OwnUrn, v.Wishes,
            [.. v.Items.OrderBy(i => i.Line).Select(i => new ChosenItem(i.Code, i.Name, i.Unit, i.Class, i.Quantity, i.Fen, i.PriceKind))]);

        public bool SameAs(Choice other) => this with { Items = [] } == other with { Items = [] } && Items.SequenceEqual(other.Items);
    }

    /// <param name="Fen">Price of one unit as quoted; null for 待定价.</param>
    public sealed record ChosenItem(string Code, string Name, string Unit, string Class, int Quantity, long? Fen, string PriceKind);

    public sealed record Numbers(string Quotation, string Contract, DateTimeOffset QuotedAt);

    public static ArrangementVersion Quote(Guid caseId, string institution, int edition, Guid? replaces, Choice choice, Numbers numbers, string by)
    {
        var version = new ArrangementVersion
        {
            CaseId = caseId,
            Edition = edition,
            Institution = institution,
            Replaces = replaces,
            State = ArrangementState.Quoted,
            Number = numbers.Quotation,
            ContractNumber = numbers.Contract,
            QuotedAt = numbers.QuotedAt,
            QuotedBy = by,
            Disposition = choice.Disposition,
            Hall = choice.Hall,
            FarewellAt = choice.FarewellAt,
            FarewellUntil = choice.FarewellUntil,
            People = choice.People,
            Cremator = choice.Cremator,
            CremationAt = choice.CremationAt,
            Furnace = choice.Furnace,
            Bones = choice.Bones,
            OwnUrn = choice.OwnUrn,
            Wishes = choice.Wishes,
        };
        version.Items.AddRange(choice.Items.Select((item, at) => new ArrangementItem
        {
            VersionId = version.Id,
            Line = at + 1,
            Code = item.Code,
            Name = item.Name,
            Unit = item.Unit,
            Class = item.Class,
            Quantity = item.Quantity,
            Fen = item.Fen,
            PriceKind = item.PriceKind,
        }));
        return version;
    }

    /// <summary>Both papers of this edition, signed by a handler of the case.</summary>
    public Outcome<Done> Sign(SignedPaper quotation, SignedPaper contract, Guid handler, DateTimeOffset now)
    {
        if (State != ArrangementState.Quoted) return ArrangementProblems.NotQuoted;
        if (quotation is not { Kind: PaperKind.Quotation } || contract is not { Kind: PaperKind.ServiceContract } || quotation.Subject != Id || contract.Subject != Id) return ArrangementProblems.PapersUnsigned;
        (State, SignedAt, SignedBy, QuotationPaper, ContractPaper) = (ArrangementState.Signed, now, handler, quotation.Id, contract.Id);
        return Done.It;
    }

    public Outcome<Done> Withdraw()
    {
        if (State != ArrangementState.Quoted) return ArrangementProblems.NotQuoted;
        State = ArrangementState.Withdrawn;
        return Done.It;
    }

    /// <summary>Of what has a price. What has none is not counted as nothing: <see cref="Unpriced"/> says how many.</summary>
    public long Total => Items.Sum(i => (i.Fen ?? 0) * i.Quantity);

    public int Unpriced => Items.Count(i => i.Fen is null);

    /// <summary>The signed edition that none replaces; null before the first signature.</summary>
    public static ArrangementVersion? Current(IReadOnlyCollection<ArrangementVersion> all)
        => all.SingleOrDefault(v => v.State == ArrangementState.Signed && !all.Any(o => o.State == ArrangementState.Signed && o.Replaces == v.Id));

    public static ArrangementVersion? Open(IReadOnlyCollection<ArrangementVersion> all) => all.SingleOrDefault(v => v.State == ArrangementState.Quoted);
}

/// <summary>One chosen item: code and quantity for whoever settles the account; name, unit and price as they stood on the paper. Append-only by trigger.</summary>
internal sealed class ArrangementItem
{
    public required Guid VersionId { get; init; }

    public required int Line { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required string Class { get; init; }

    public required int Quantity { get; init; }

    public long? Fen { get; init; }

    public string PriceKind { get; init; } = "";
}
