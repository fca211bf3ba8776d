using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Search;

/// <summary>Cases by number or name, for the audit: who looks there sees no case, and must still be able to ask who did.</summary>
internal sealed class CaseNames(AnminDb db) : IRecordNames
{
    private const int Most = 20;
    private const string Why = "审计按编号或姓名查找";

    public async Task<IReadOnlyList<RecordName>> FindAsync(string text, CancellationToken ct)
    {
        var name = PersonName.Parse(text).Try(out var parsed, out _) ? parsed : null;
        return await ShapeAsync(db.AcrossScopes<DeathCase>(Why).Where(c => c.Number == text || (name != null && c.Name == name)), ct);
    }

    public async Task<IReadOnlyList<RecordName>> NamesAsync(IReadOnlyCollection<Guid> records, CancellationToken ct)
        => records.Count == 0 ? [] : await ShapeAsync(db.AcrossScopes<DeathCase>(Why).Where(c => records.Contains(c.Id)), ct, records.Count);

    private static async Task<IReadOnlyList<RecordName>> ShapeAsync(IQueryable<DeathCase> cases, CancellationToken ct, int most = Most)
        => [.. (await cases.AsNoTracking().OrderByDescending(c => c.Id).Take(most).Select(c => new { c.Id, c.Number, c.Name, c.Unidentified }).ToListAsync(ct))
            .Select(c => new RecordName(c.Id, c.Number, c.Name?.Text ?? (c.Unidentified ? "无名氏" : "姓名待补")))];
}
