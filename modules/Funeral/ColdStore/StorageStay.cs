using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.ColdStore;

/// <summary>
/// One stay in one box, read off the custody lines: it begins with the move in and ends with the body's next move. Nothing is stored
/// beside the append-only lines, so a stay cannot disagree with them.
/// </summary>
/// <param name="Until">Null while the body is there.</param>
internal sealed record StorageStay(Guid CaseId, string Box, DateTimeOffset From, DateTimeOffset? Until, string BroughtBy, string? TakenBy)
{
    public static Task<List<StorageStay>> OfCaseAsync(AnminDb db, Guid caseId, CancellationToken ct) => Read(db, m => m.Where(x => x.CaseId == caseId), 200).ToListAsync(ct);

    /// <summary>Newest first; within the reader's scope.</summary>
    public static Task<List<StorageStay>> OfBoxAsync(AnminDb db, string box, int most, CancellationToken ct)
        => Read(db, m => m.Where(x => x.ToId == box && db.Set<DeathCase>().Any(c => c.Id == x.CaseId)), most).ToListAsync(ct);

    private static IQueryable<StorageStay> Read(AnminDb db, Func<IQueryable<CustodyMove>, IQueryable<CustodyMove>> which, int most)
    {
        var moves = db.CustodyMoves.AsNoTracking();
        return from entered in which(moves).Where(m => m.Item == CustodyMove.Body && m.ToPlace == nameof(BodyPlace.ColdStored)).OrderByDescending(m => m.At).Take(most)
               join next in moves on new { entered.CaseId, entered.Item, Seq = entered.Seq + 1 } equals new { next.CaseId, next.Item, next.Seq } into nexts
               from left in nexts.DefaultIfEmpty()
               orderby entered.At descending
               select new StorageStay(entered.CaseId, entered.ToId, entered.At, left == null ? null : left.At, entered.TakenBy, left == null ? null : left.TakenBy);
    }
}
