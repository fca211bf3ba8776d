using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>Answers other rooms about ashes, and moves them in their commit. A ground lays to rest whom any home of the city cremated, so the case is found beyond the actor's scope, which the audit tells.</summary>
internal sealed class AshesCustody(CaseFile file) : IAshesCustody
{
    private const string Reason = "骨灰安葬、寄存、迁移";

    public async Task<AshesCard?> FindAsync(string number, CancellationToken ct) => await CardsAsync(file.Db.Ashes.Where(a => a.Number == number), ct) is [var found, ..] ? found : null;

    public Task<IReadOnlyList<AshesCard>> OfCaseAsync(Guid caseId, CancellationToken ct) => CardsAsync(file.Db.Ashes.Where(a => a.CaseId == caseId), ct);

    public Task<IReadOnlyList<AshesCard>> OfCertificateAsync(string certificate, CancellationToken ct)
    {
        var cases = file.Db.AcrossScopes<DeathCase>(Reason);
        return CardsAsync(file.Db.Ashes.Where(a => cases.Any(c => c.Id == a.CaseId && c.Certificates.Any(x => x.Number == certificate && x.Status == CertificateStatus.Issued))), ct);
    }

    public async Task<Outcome<Done>> MoveAsync(AshesStep step, CancellationToken ct)
    {
        if (StatusOf(step.To) is not { } status) return FuneralProblems.PlaceUnknown;
        if (await file.Db.Ashes.Where(a => a.Number == step.Number).Select(a => (Guid?)a.CaseId).FirstOrDefaultAsync(ct) is not { } id) return FuneralProblems.AshesNotReady;
        if (await CaseFile.Whole(file.Db.AcrossScopes<DeathCase>(Reason)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } opened) return FuneralProblems.AshesNotReady;
        file.Context.About(id);
        var was = opened.IsOpen;
        if (!opened.RestAshes(step.Number, status, step.From, step.Place, step.Until, step.Witness, step.Receiver, file.By, file.Now).Try(out var ashes, out var problem)) return problem;
        file.Context.Announce(new AshesPlaced(id, ashes.Id, step.To, step.Place.Length > 0 ? step.Place : null));
        if (was && !opened.IsOpen) file.Context.Announce(new CaseClosed(id, "ashes"));
        return Done.It;
    }

    private static AshesStatus? StatusOf(string to) => to switch
    {
        "grave" => AshesStatus.Interred,
        "niche" => AshesStatus.Placed,
        "deposit" => AshesStatus.Deposited,
        "scattered" or "sea" => AshesStatus.Scattered,
        "family" => AshesStatus.HandedOver,
        _ => null,
    };

    private async Task<IReadOnlyList<AshesCard>> CardsAsync(IQueryable<AshesContainer> containers, CancellationToken ct)
    {
        var found = await containers.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct);
        var cards = new List<AshesCard>();
        foreach (var a in found)
        {
            var whole = file.Db.AcrossScopes<DeathCase>(Reason).AsNoTracking().Include(c => c.Certificates).Include(c => c.Handlers).Include(c => c.Ashes).AsSplitQuery();
            if (await whole.FirstOrDefaultAsync(c => c.Id == a.CaseId, ct) is not { } c) continue;
            var handlers = c.Handlers.OrderBy(h => h.Rank).ToList();
            cards.Add(new(a.Id, c.Id, a.Number, a.Status.ToString(), a.PlaceId, c.PartOf(a), c.Name, c.PersonId, c.DiedAt is { } died ? LocalClock.DateOf(died, file.Zone) : null, c.Certificates.Find(x => x.Status == CertificateStatus.Issued)?.Number, c.Division,
                [.. handlers.Select(h => new HandlerCard(h.Id, h.Name?.Text ?? "", h.Relation, h.Phone?.ToString() ?? ""))], handlers.Find(h => h.Phone is not null)?.Phone));
        }
        return cards;
    }
}
