using System.Runtime.CompilerServices;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Divisions;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.CremationData;

/// <summary>Finished cremations of a local month in the order they ended, within what the permission reaches, some hundred at a time.</summary>
internal sealed class CremationReader(CaseFile file, Who who, IInstitutionDirectory institutions, DivisionBook divisions)
{
    /// <param name="Month">First day of the local month.</param>
    /// <param name="Institution">One home only; null for all that are reached.</param>
    /// <param name="Page">Rows in memory at a time.</param>
    public sealed record Range(DateOnly Month, string? Institution, int Page = 500);

    public Task<int> CountAsync(Range range, CancellationToken ct) => Of(range).CountAsync(ct);

    public async IAsyncEnumerable<CremationRow> ReadAsync(Range range, [EnumeratorCancellation] CancellationToken ct)
    {
        var furnaces = await file.Db.Resources.AsNoTracking().Where(r => r.Kind == ResourceKind.Cremator).ToDictionaryAsync(r => r.Id, ct);
        var (at, last) = (DateTimeOffset.MinValue, Guid.Empty);
        while (true)
        {
            var (after, beyond) = (at, last);
            var page = await Of(range).Where(x => x.FinishedAt > after || (x.FinishedAt == after && x.Id.CompareTo(beyond) > 0)).OrderBy(x => x.FinishedAt).ThenBy(x => x.Id).Take(range.Page).ToListAsync(ct);
            if (page.Count == 0) yield break;
            (at, last) = (page[^1].FinishedAt!.Value, page[^1].Id);
            var ids = page.ConvertAll(c => c.CaseId);
            var cases = await CaseFile.Whole(file.Db.DeathCases.AsNoTracking()).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
            foreach (var cremation in page)
            {
                var of = cases[cremation.CaseId];
                var home = institutions.Find(cremation.Institution);
                var row = new CremationRow(of, cremation, furnaces.GetValueOrDefault(cremation.Cremator), home, home, who.Name(cremation.FirstOperator), who.Name(cremation.SecondOperator), "", of.Contract is null ? "" : who.Name(of.Contract.RecordedBy), of.OpenedBy is null ? "" : who.Name(of.OpenedBy), file.Zone, divisions);
                yield return row with { IssuerName = row.Certificate is { } issued ? who.Name(issued.IssuedBy) : "" };
            }
        }
    }

    private IQueryable<Cremations.Cremation> Of(Range range)
    {
        var (from, until) = (LocalClock.StartOf(range.Month, file.Zone), LocalClock.StartOf(range.Month.AddMonths(1), file.Zone));
        var cases = file.Db.DeathCases;
        return file.Db.Cremations.AsNoTracking().Where(x => x.FinishedAt >= from && x.FinishedAt < until && (range.Institution == null || x.Institution == range.Institution) && cases.Any(c => c.Id == x.CaseId));
    }
}
