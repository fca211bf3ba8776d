using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Names;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Twins;

/// <summary>
/// Finds cases that may be the same person though the number differs or is missing: like-sounding or like-looking name,
/// and dates that fit. Keeps what it found for a person to settle.
/// </summary>
internal sealed class TwinFinder(AnminDb db, CaseFile file)
{
    private const double Enough = 0.7;
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<ReportDeath.Twin>> FindAndKeepAsync(DeathCase opened, CancellationToken ct)
    {
        if (opened.Name is not { } name) return [];
        var since = opened.ReportedAt - Window;
        // same initials finds homophones and near shapes; same text finds rare characters without a reading
        var candidates = await db.AcrossScopes<DeathCase>("查找可能重复的案卷")
            .Where(c => c.Id != opened.Id && c.ReportedAt >= since && c.VoidedAt == null && c.Initials == opened.Initials)
            .OrderByDescending(c => c.ReportedAt).Take(200)
            .Select(c => new Candidate(c.Id, c.Number, c.Name, c.BirthDate, c.DiedAt, c.Sex)).ToListAsync(ct);
        var found = new List<ReportDeath.Twin>();
        foreach (var other in candidates)
        {
            if (other.Name is null || Score(opened, name, other) is not { } score) continue;
            found.Add(new(other.Id, other.Number, other.Name.Masked, Math.Round(score.Likeness, 2), score.Why));
            db.Add(new SuspectedTwin { CaseId = opened.Id, OtherId = other.Id, Likeness = score.Likeness, Why = score.Why });
        }
        return [.. found.OrderByDescending(t => t.Likeness).Take(10)];
    }

    private (double Likeness, string Why)? Score(DeathCase opened, PersonName name, Candidate other)
    {
        var likeness = NameLikeness.Compare(name, other.Name!);
        if (likeness < Enough) return null;
        if (opened.Sex != Sex.Unknown && other.Sex != Sex.Unknown && opened.Sex != other.Sex) return null;
        if (opened.BirthDate is { } a && other.BirthDate is { } b) return a == b ? (Math.Min(1, likeness + 0.1), "姓名相近，出生日期相同") : null;
        if (opened.DiedAt is { } x && other.DiedAt is { } y) return (x - y).Duration() <= TimeSpan.FromDays(2) ? (likeness, "姓名相近，去世日期相近") : null;
        return (likeness - 0.1, $"姓名相近，{(file.Now - opened.ReportedAt < Window ? "一个月内" : "")}先后报告，日期不全");
    }

    private sealed record Candidate(Guid Id, string Number, PersonName? Name, DateOnly? BirthDate, DateTimeOffset? DiedAt, Sex Sex);
}
