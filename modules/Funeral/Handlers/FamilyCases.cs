using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Handlers;

/// <summary>The cases in which a telephone is the 经办人's.</summary>
internal sealed class FamilyCases(CaseFile file) : IFamilyCases
{
    public async Task<IReadOnlyList<FamilyCaseLine>> OfHandlerAsync(PhoneNumber phone, CancellationToken ct)
    {
        var index = file.Db.BlindIndex(phone.Normal);
        var found = await file.Db.AcrossScopes<DeathCase>("经办人凭手机验证码查看自己经办的案卷").AsNoTracking()
            .Where(c => c.VoidedAt == null && !c.Unidentified && c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == index))
            .OrderByDescending(c => c.Id).Take(50).Select(c => new { c.Id, c.Number, c.Name, c.Status, c.ReportedAt }).ToListAsync(ct);
        var (ids, now) = (found.Select(c => c.Id).ToList(), file.Now);
        var shares = (await file.Db.CaseShares.AsNoTracking().Where(s => ids.Contains(s.CaseId) && s.EndedAt == null && s.ExpiresAt > now).ToListAsync(ct)).ToLookup(s => s.CaseId);
        return [.. found.Select(c => new FamilyCaseLine(c.Id, c.Number, c.Name?.Text, CaseLabels.Of(c.Status), c.ReportedAt, $"/my/case?id={c.Id:N}", [.. shares[c.Id].Select(s => new FamilyShareLine(s.For, s.ExpiresAt))]))];
    }
}
