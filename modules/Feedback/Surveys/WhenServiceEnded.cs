using System.Globalization;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Feedback.Surveys;

/// <summary>When nothing is left to do for a case, its family is to be asked twice, by the rules of the place. A case that closes again plans nothing anew.</summary>
internal sealed class WhenServiceEnded(AnminDb db, RuleBook rules, IFamilyContacts contacts, TimeProvider clock) : IReaction<CaseClosed>
{
    public async Task HandleAsync(CaseClosed fact, CancellationToken ct)
    {
        if (fact.Outcome == "void" || await db.AcrossScopes<SatisfactionSurvey>("一个案卷只回访一轮").AnyAsync(s => s.CaseId == fact.CaseId, ct)) return;
        if (await contacts.OfAsync(fact.CaseId, ct) is not { Institution: { } institution } contact) return;
        foreach (var (wave, rule) in new[] { (SurveyWave.First, "survey.first"), (SurveyWave.Second, "survey.second") })
            if (Days(rule, contact.Division) is { } days) db.Add(SatisfactionSurvey.Plan(fact.CaseId, wave, contact.Division, institution, clock.GetUtcNow().AddDays(days)));
    }

    /// <summary>Plain days: this is a question, not a period of law that ends on a working day.</summary>
    private int? Days(string rule, string division)
        => rules.Find(rule, division, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Try(out var found, out _) && int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
}
