using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>Answers other rooms about ashes.</summary>
internal sealed class AshesCustody(AnminDb db) : IAshesCustody
{
    public async Task<AshesCard?> FindAsync(string number, CancellationToken ct) => await CardsAsync(db.Ashes.Where(a => a.Number == number), ct) is [var found, ..] ? found : null;

    public Task<IReadOnlyList<AshesCard>> OfCaseAsync(Guid caseId, CancellationToken ct) => CardsAsync(db.Ashes.Where(a => a.CaseId == caseId), ct);

    public Task<IReadOnlyList<AshesCard>> OfCertificateAsync(string certificate, CancellationToken ct)
    {
        var cases = db.DeathCases;
        return CardsAsync(db.Ashes.Where(a => cases.Any(c => c.Id == a.CaseId && c.Certificates.Any(x => x.Number == certificate && x.Status == CertificateStatus.Issued))), ct);
    }

    public Task<Outcome<Done>> MoveAsync(AshesStep step, CancellationToken ct) => throw new NotSupportedException();

    private async Task<IReadOnlyList<AshesCard>> CardsAsync(IQueryable<AshesContainer> containers, CancellationToken ct)
    {
        var found = await containers.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct);
        var cards = new List<AshesCard>();
        foreach (var a in found)
        {
            if (await db.DeathCases.AsNoTracking().Include(c => c.Certificates).Include(c => c.Handlers).FirstOrDefaultAsync(c => c.Id == a.CaseId, ct) is not { } c) continue;
            cards.Add(new(a.Id, c.Id, a.Number, a.Status.ToString(), a.PlaceId, 0, c.Name, c.PersonId, null, c.Certificates.Find(x => x.Status == CertificateStatus.Issued)?.Number, c.Division,
                [.. c.Handlers.Select(h => new HandlerCard(h.Id, h.Name?.Text ?? "", h.Relation, h.Phone?.ToString() ?? ""))]));
        }
        return cards;
    }
}
