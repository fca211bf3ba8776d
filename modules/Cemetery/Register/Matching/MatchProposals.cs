using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Register.Rows;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Names;

namespace Anmin.Cemetery.Register.Matching;

/// <summary>Asks the cases of the city about persons of an old register. A number decides; a name never does: a person confirms it.</summary>
internal sealed class MatchProposals(IDeceasedMatches matches)
{
    public async Task<PossibleCases> AskAsync(IReadOnlyList<OldPerson> persons, CancellationToken ct)
    {
        if (persons.Count == 0 || await matches.EarliestAsync(ct) is not { } earliest) return new([]);
        // whoever died before the first case is in none
        var recent = persons.Where(p => (p.DiedOn ?? p.BuriedOn ?? DateOnly.MaxValue) >= earliest).ToList();
        return new(await matches.FindAsync([.. recent.Select(p => p.Id).OfType<Kernel.Personal.IdNumber>()], [.. recent.Select(p => p.Name.Text)], [.. recent.Select(p => p.DiedOn).OfType<DateOnly>()], ct));
    }
}

internal sealed class PossibleCases(IReadOnlyList<DeceasedMatch> cases)
{
    private readonly Dictionary<string, DeceasedMatch> byNumber = cases.Where(c => c.PersonId is { IsKnown: true }).GroupBy(c => c.PersonId!.Normal).ToDictionary(g => g.Key, g => g.OrderBy(c => c.CaseId).Last());
    private readonly ILookup<string, DeceasedMatch> byName = cases.ToLookup(c => c.Name.Text);
    private readonly ILookup<DateOnly?, DeceasedMatch> byDay = cases.Where(c => c.DiedOn is not null).ToLookup(c => c.DiedOn);

    /// <summary>The case of somebody with the same number.</summary>
    public Guid? Exact(OldPerson person) => person.Id is { } id && byNumber.TryGetValue(id.Normal, out var found) ? found.CaseId : null;

    public IEnumerable<RegisterMatch> Propose(Guid import, IEnumerable<(Interment Interment, OldPerson Person)> resting)
    {
        foreach (var (interment, person) in resting)
        {
            if (interment.CaseId is not null) continue;
            foreach (var found in byName[person.Name.Text].Union(person.DiedOn is { } day ? byDay[day] : []))
                if (Strength(person, found) is { } strength)
                    yield return new() { ImportId = import, IntermentId = interment.Id, CaseId = found.CaseId, CaseNumber = found.Number, CaseName = found.Name, CaseDiedOn = found.DiedOn, Strength = strength };
        }
    }

    private static MatchStrength? Strength(OldPerson person, DeceasedMatch found)
    {
        if (person.Id is not null && found.PersonId is { IsKnown: true } other && other.Normal != person.Id.Normal) return null;
        var (sameName, sameDay) = (person.Name.Text == found.Name.Text, person.DiedOn is not null && person.DiedOn == found.DiedOn);
        if (sameName && sameDay) return MatchStrength.NameAndDay;
        if (sameName) return person.DiedOn is null || found.DiedOn is null ? MatchStrength.Weak : null;
        return sameDay && NameLikeness.Compare(person.Name, found.Name) >= NameLikeness.NearInShape ? MatchStrength.Weak : null;
    }
}
