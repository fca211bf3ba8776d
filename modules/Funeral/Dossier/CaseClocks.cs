using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Rules;

namespace Anmin.Funeral.Dossier;

/// <summary>The legal clocks that run for a case, from its rows or from the rules of the day they began.</summary>
internal sealed class CaseClocks(RuleBook rules)
{
    public DateTimeOffset? Evidence(string division, DateTimeOffset reportedAt) => rules.DueOrNone("evidence.supplement", division, reportedAt);

    /// <summary>Before anything is signed: the days the law allows from the arrival.</summary>
    public DateTimeOffset? Cremation(string division, DateTimeOffset arrivedAt) => rules.DueOrNone("cremation.deadline", division, arrivedAt);

    public DateTimeOffset? Certificate(string division, DateTimeOffset finishedAt) => rules.DueOrNone("certificate.issue.deadline", division, finishedAt);

    public DateTimeOffset? Notice(string division, DateTimeOffset reportedAt) => rules.DueOrNone("unidentified.notice", division, reportedAt);

    /// <summary>Soonest first; none for a case that is over.</summary>
    public IReadOnlyList<CaseClock> Of(DeathCase c)
    {
        if (!c.IsOpen) return [];
        var running = new List<CaseClock>();
        void Add(string what, DateTimeOffset from, DateTimeOffset? due)
        {
            if (due is { } at) running.Add(new(what, from, at));
        }
        if (c.Pickups.Find(p => p.IsOpen) is { } order) Add("接运时限", order.RequestedAt, order.DueAt);
        if (!c.HasValidEvidence) Add("补齐死亡证明", c.ReportedAt, Evidence(c.Division, c.ReportedAt));
        if (c.Unidentified) Add("无名遗体公告", c.ReportedAt, Notice(c.Division, c.ReportedAt));
        if (c.Cremation is null && c.Remains!.InHome && c.Contract is not { Disposition: Disposition.Burial })
            Add("火化时限", Arrived(c), Later(c.Contract is null ? Cremation(c.Division, Arrived(c)) : c.Contract.DueAt, c.ExtendedUntil));
        if (c.Cremation is { FinishedAt: { } finished } && !c.Certificates.Exists(x => x.Status == CertificateStatus.Issued)) Add("签发火化证明", finished, Certificate(c.Division, finished));
        foreach (var held in c.Ashes.Where(a => a.Status == AshesStatus.Held)) Add("领取骨灰", held.Since, held.UnclaimedAt);
        return [.. running.OrderBy(r => r.Due)];
    }

    private static DateTimeOffset? Later(DateTimeOffset? due, DateTimeOffset? extended) => extended > due ? extended : due;

    private static DateTimeOffset Arrived(DeathCase c) => c.Pickups.Max(p => p.PickedUpAt) ?? c.Remains!.Since;
}
