using Anmin.Contracts.Notifications;
using Anmin.Kernel.Outcomes;

namespace Anmin.Cemetery.Deposits.Unclaimed;

/// <summary>Letter and announcement, drawn up alike by a colleague and by the nightly round.</summary>
internal sealed class ClaimDesk(CemeteryDesk desk, IMessageDesk messages)
{
    private const string Nameless = "无名氏";

    public async Task<Outcome<DepositClaim>> NotifyAsync(OpenedDeposit deposit, CancellationToken ct)
    {
        var right = deposit.Right;
        if (right.DisputedSince is not null) return CemeteryProblems.Disputed;
        if (deposit.Claim is not null) return DepositProblems.ClaimOpen;
        if (right.TermUntil is not { } until || until >= desk.Today) return DepositProblems.NotOverdue;
        var rule = deposit.Interment.PersonName.Text == Nameless ? "ashes.unclaimed.nameless" : "ashes.unclaimed";
        if (!desk.Rules.Due(rule, right.Division, desk.Now).Try(out var due, out var problem)) return problem;
        if (!(await desk.NumberAsync("cemetery-letter", right.Institution!, ct)).Try(out var letter, out problem)) return problem;
        var claim = DepositClaim.Notify(right, letter, due, desk.By, desk.Now);
        desk.Db.Add(claim);
        if (right.HolderPhone is { } phone)
        {
            var values = new Dictionary<string, object?> { ["person"] = deposit.Interment.PersonName, ["home"] = desk.Institution(right.Institution)?.Name, ["until"] = until, ["phone"] = desk.Institution(right.Institution)?.Phone };
            await messages.QueueAsync(new("deposit.overdue", new ToPhone(phone, right.HolderId), values) { Subject = right.Id, About = deposit.Interment.PersonId }, ct);
        }
        return claim;
    }

    /// <summary>One announcement of one institution.</summary>
    public async Task<Outcome<AnnounceDeposits.Reply>> AnnounceAsync(IReadOnlyList<DepositClaim> claims, CancellationToken ct)
    {
        if (claims.Count == 0) return DepositProblems.NobodyToAnnounce;
        if (!desk.Rules.Due("stay.announcement", claims[0].Division, desk.Now).Try(out var until, out var problem)) return problem;
        if (!(await desk.NumberAsync("cemetery-letter", claims[0].Institution!, ct)).Try(out var number, out problem)) return problem;
        foreach (var claim in claims)
            if (!claim.Announce(number, until, desk.Now).Try(out _, out problem)) return problem;
        return new AnnounceDeposits.Reply(number, until);
    }
}
