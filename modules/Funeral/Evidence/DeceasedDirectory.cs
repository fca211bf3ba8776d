using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Evidence;

/// <summary>Answers from the cases that stand and the papers on them.</summary>
internal sealed class DeceasedDirectory(AnminDb db) : IDeceasedDirectory
{
    public async Task<bool> IsDeceasedAsync(IReadOnlyCollection<IdNumber> persons, PhoneNumber? phone, CancellationToken ct)
    {
        var indexes = persons.Where(p => p.IsKnown).Select(p => db.BlindIndex(p.Normal)).ToList();
        if (phone is not null && await LastOwnerAsync(phone, ct) is { } owner) indexes.Add(owner);
        foreach (var index in indexes)
            if (await Verified().AnyAsync(c => EF.Property<byte[]>(c, "PersonIdIndex") == index, ct)) return true;
        return false;
    }

    public Task<IdNumber?> VerifiedOfAsync(Guid caseId, CancellationToken ct) => Verified().Where(c => c.Id == caseId).Select(c => c.PersonId).FirstOrDefaultAsync(ct);

    private IQueryable<DeathCase> Verified() => db.AcrossScopes<DeathCase>("核对收件人是否已去世").AsNoTracking()
        .Where(c => c.VoidedAt == null && c.Evidence.Any(e => !c.Unnatural || e.Kind != EvidenceKind.MedicalCertificate));

    /// <summary>Whoever was last registered with this telephone and a paper of their own.</summary>
    private async Task<byte[]?> LastOwnerAsync(PhoneNumber phone, CancellationToken ct)
    {
        var number = db.BlindIndex(phone.Normal);
        var papers = await db.Set<FuneralHandler>().AsNoTracking().Where(h => EF.Property<byte[]>(h, "PhoneIndex") == number && h.PersonId != null).OrderByDescending(h => h.Id).Select(h => h.PersonId).Take(20).ToListAsync(ct);
        return papers.Find(p => p is { IsKnown: true }) is { } last ? db.BlindIndex(last.Normal) : null;
    }
}
