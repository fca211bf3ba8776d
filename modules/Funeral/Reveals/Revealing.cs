using Anmin.Funeral.Cases;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Outcomes;

namespace Anmin.Funeral.Reveals;

/// <summary>What all reveals have in common: a purpose from the list 查看目的, one fact of one case, shown once. The purpose goes into the audit row.</summary>
internal sealed class Revealing(CaseFile file, Reading reading, DictionaryBook dictionary)
{
    /// <param name="What"><c>id</c>; <c>address</c> or <c>pickup</c>; <c>phone-</c> and the rank of a 经办人.</param>
    /// <param name="Purpose">A word of the list 查看目的.</param>
    /// <param name="Detail">Further words; needed where the purpose is 其他.</param>
    public sealed record Request(Guid CaseId, string What, string Purpose, string? Detail = null) : IHasReason
    {
        public string Reason => string.IsNullOrWhiteSpace(Detail) ? Purpose : $"{Purpose}：{Detail}";
    }

    public sealed record Reply(string Label, string Value);

    /// <summary>Which right a fact needs; null for a word that names none.</summary>
    public static Kernel.Actors.Permission? Needs(string? what) => what switch
    {
        "id" => FuneralPermissions.RevealIdNumber,
        "address" or "pickup" => FuneralPermissions.RevealAddress,
        not null when what.StartsWith("phone-", StringComparison.Ordinal) => FuneralPermissions.RevealPhone,
        _ => null,
    };

    public async Task<Outcome<Reply>> ShowAsync(Request request, Kernel.Actors.Permission permission, CancellationToken ct)
    {
        var purpose = dictionary.Offered(FuneralLists.Purpose).FirstOrDefault(p => p.Label == request.Purpose?.Trim());
        if (purpose is null) reading.Refuse(FuneralProblems.PurposeNeeded);
        var detail = reading.Text(request.Detail, nameof(request.Detail), "说明", 200, required: purpose?.Code == "other");
        if (purpose?.Code == "other" && detail is { Length: < 4 }) reading.Refuse(FuneralProblems.ReasonTooShort);
        if (reading.Problem is { } bad) return bad;
        if (Needs(request.What) != permission) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return Find(opened, request.What) is { } found ? found : KernelProblems.NotFound;
    }

    private static Reply? Find(DeathCase c, string what) => what switch
    {
        "id" when c.PersonId is { IsKnown: true } id => new("逝者证件号码", id.Reveal()),
        "address" when c.Address is { } address => new("详细地址", address.Reveal()),
        "pickup" when c.Pickups.OrderByDescending(p => p.RequestedAt).FirstOrDefault()?.Address is { } address => new("接运地址", address.Reveal()),
        ['p', 'h', 'o', 'n', 'e', '-', .. var rank] when c.Handlers.Find(h => h.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture) == rank) is { Phone: { } phone } h => new($"经办人{h.Name}的电话", phone.Reveal()),
        _ => null,
    };
}
