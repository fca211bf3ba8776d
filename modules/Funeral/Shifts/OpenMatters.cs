using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Transport;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Shifts;

/// <summary>What is open in a home now, straight from the records: nobody writes it down by hand, so nothing is forgotten.</summary>
internal sealed class OpenMatters(CaseFile file, CaseClocks clocks)
{
    private const int Named = 30;

    private static readonly BodyPlace[] InHome = [BodyPlace.Received, BodyPlace.ColdStored, BodyPlace.InPreparation, BodyPlace.InHall, BodyPlace.FurnaceQueue];

    public async Task<IReadOnlyList<OpenMatter>> OfAsync(string home, CancellationToken ct)
    {
        var (now, db) = (file.Now, file.Db);
        var here = db.DeathCases.AsNoTracking().Where(c => c.Institution == home);
        var open = here.Where(c => c.IsOpen);
        var matters = new List<OpenMatter>();
        async Task AddAsync(string what, IQueryable<string> numbers)
        {
            var count = await numbers.CountAsync(ct);
            matters.Add(new(what, count, count == 0 ? [] : await numbers.OrderBy(n => n).Take(Named).ToListAsync(ct)));
        }
        await AddAsync("遗体在馆", open.Where(c => InHome.Contains(c.Remains!.Place)).Select(c => c.Number));
        await AddAsync("遗体在路上", open.Where(c => c.Remains!.Place == BodyPlace.InVehicle).Select(c => c.Number));
        await AddAsync("接运待办", open.Where(c => c.Pickups.Any(p => TransportOrder.Open.Contains(p.Status))).Select(c => c.Number));
        await AddAsync("正在火化", open.Where(c => c.Cremation != null && c.Cremation.FinishedAt == null).Select(c => c.Number));
        await AddAsync("骨灰待领", db.Ashes.AsNoTracking().Where(a => a.Status == AshesStatus.Held && here.Any(c => c.Id == a.CaseId)).Select(a => a.Number));
        await AddAsync("火化逾期", open.Where(c => c.Cremation == null && c.Contract!.Disposition == Disposition.Cremation && c.Contract.DueAt < now).Select(c => c.Number));
        await AddAsync("骨灰逾期未领", db.Ashes.AsNoTracking().Where(a => a.Status == AshesStatus.Held && a.UnclaimedAt < now && here.Any(c => c.Id == a.CaseId)).Select(a => a.Number));
        var awaiting = await open.Where(c => c.Status == CaseStatus.Cremated && !c.Certificates.Any(x => x.Status == CertificateStatus.Issued)).OrderBy(c => c.Number).Select(c => new { c.Number, c.Division, At = c.Cremation!.FinishedAt!.Value }).ToListAsync(ct);
        var late = awaiting.Where(a => clocks.Certificate(a.Division, a.At) < now).Select(a => a.Number).ToList();
        matters.Add(new("火化证明逾期未签发", late.Count, [.. late.Take(Named)]));
        await AddAsync("暂停处置", open.Where(c => c.Holds.Any(h => h.LiftedAt == null)).Select(c => c.Number));
        return matters;
    }
}
