using Anmin.Cemetery.Rights;

namespace Anmin.Cemetery.Dossiers;

/// <summary>What of a right the checklist looks at.</summary>
/// <param name="People">Everybody laid to rest under it, those taken out again too.</param>
/// <param name="PeopleOfCases">Those of them who came through cases of this platform.</param>
internal sealed record DossierFacts(RightKind Kind, RightState State, RightBasis? Basis, bool Numbered, bool Certified, bool OfCase, int People, int PeopleOfCases, int Removed, int Renewals, int PassedOn);

/// <param name="Need">How many there should be; 0 where the item does not apply.</param>
/// <param name="Made">How many the platform made itself.</param>
internal sealed record ChecklistLine(DossierItem Item, int Need, int Made, int Scans)
{
    public bool Applies => Need > 0;

    public bool Present => Need > 0 ? Made + Scans >= Need : Scans > 0;
}

internal sealed record Completeness(int Needed, int Held, int Score, string Missing);

/// <summary>The checklist read in code. The triggers of <see cref="DossierGuards"/> say the same in SQL; a test and the nightly recount hold the two together.</summary>
internal static class Checklist
{
    /// <param name="scans">Papers that count, by item.</param>
    public static IReadOnlyList<ChecklistLine> Of(DossierFacts facts, IEnumerable<DossierItem> items, IReadOnlyDictionary<string, int> scans) =>
        [.. items.Where(i => i.IsFor(facts.Kind, facts.Basis)).OrderBy(i => i.Place).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new ChecklistLine(i, Need(facts, i.Per), Made(facts, i.Shown), scans.GetValueOrDefault(i.Id)))];

    public static Completeness Count(IReadOnlyList<ChecklistLine> lines)
    {
        var asked = lines.Where(l => l.Applies && l.Item.Required).ToList();
        var (needed, held) = (asked.Sum(l => l.Item.Weight), asked.Where(l => l.Present).Sum(l => l.Item.Weight));
        return new(needed, held, needed == 0 ? 100 : held * 100 / needed, Codes(asked.Where(l => !l.Present).Select(l => l.Item.Id)));
    }

    public static DossierStanding StandingOf(RightState state) => state switch { RightState.Ended => DossierStanding.Ended, RightState.Lapsed or RightState.Cancelled => DossierStanding.Void, _ => DossierStanding.Current };

    public static string Codes(IEnumerable<string> codes) => string.Concat(codes.Select(c => $" {c} "));

    public static IReadOnlyList<string> Read(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Need(DossierFacts f, ItemPer per) => per switch
    {
        ItemPer.Right => 1,
        ItemPer.Person => Math.Max(f.People, f.Basis is RightBasis.CremationCertificate or RightBasis.DeathCertificate or RightBasis.OldRegister ? 1 : 0),
        ItemPer.Exception => f.Basis is { } basis && PlotRight.NeedsApproval(basis) ? 1 : 0,
        ItemPer.Renewal => f.Renewals,
        ItemPer.NameChange => f.PassedOn,
        ItemPer.Removal => f.Removed > 0 ? 1 : 0,
        ItemPer.Ending => f.State == RightState.Ended ? 1 : 0,
        _ => 0,
    };

    private static int Made(DossierFacts f, ItemShown shown) => shown switch
    {
        ItemShown.Contract => f.Numbered && f.Basis != RightBasis.OldRegister ? 1 : 0,
        ItemShown.Certificate => f.Certified && f.Basis != RightBasis.OldRegister ? 1 : 0,
        ItemShown.Case => Math.Max(f.PeopleOfCases, f.OfCase ? 1 : 0),
        _ => 0,
    };
}
