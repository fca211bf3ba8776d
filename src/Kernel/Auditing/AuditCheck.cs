using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Auditing;

/// <summary>Every audit row against its own hash, and every sealed stretch against the root the journal keeps. One walk over the rows.</summary>
internal sealed class AuditCheck(AnminDb db)
{
    private readonly List<byte[]> leaves = [];
    private List<AuditStretch?> stretches = [];
    private int closed;

    public long Rows { get; private set; }

    public long Sealed { get; private set; }

    /// <returns>What and where, or null when everything fits.</returns>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var lines = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == AuditStretch.Subject).OrderBy(e => e.Seq).Select(e => e.Data).ToListAsync(ct);
        stretches = [.. lines.Select(AuditStretch.Read)];
        var suite = db.Parts.Vault.Suite;
        await foreach (var row in AuditSealer.Rows(db, 0, long.MaxValue).AsAsyncEnumerable().WithCancellation(ct))
        {
            while (closed < stretches.Count && (stretches[closed] is not { } stretch || row.Tx >= stretch.To))
                if (Close() is { } broken) return broken;
            if (FaultOf(row) is { } fault) return fault;
            Rows++;
            if (closed < stretches.Count) leaves.Add(AuditText.Leaf(row, suite));
        }
        while (closed < stretches.Count)
            if (Close() is { } broken) return broken;
        return null;
    }

    private string? Close()
    {
        var before = closed == 0 ? null : stretches[closed - 1];
        if (stretches[closed] is not { } stretch || stretch.Number != closed + 1 || stretch.From != (before?.To ?? 0)) return $"审计第{closed + 1}段：与前一段不衔接";
        var where = $"审计第{stretch.Number}段（{stretch.First.UtcDateTime:yyyy-MM-dd HH:mm:ss}至{stretch.Last.UtcDateTime:yyyy-MM-dd HH:mm:ss}，世界时）";
        if (leaves.Count != stretch.Count) return $"{where}：封存时{stretch.Count}条，现有{leaves.Count}条";
        if (Convert.ToHexStringLower(Merkle.Root(db.Parts.Vault.Suite, leaves)) != stretch.Root) return $"{where}：内容与封存时不同";
        Sealed += leaves.Count;
        leaves.Clear();
        closed++;
        return null;
    }

    /// <summary>Rows of before the seal have no hash of their own; their stretch names them.</summary>
    private string? FaultOf(AuditRow row) => row.Hash is null || row.Hash.AsSpan().SequenceEqual(AuditText.HashOf(row, db.Parts.Vault.Suite)) ? null
        : $"审计记录{row.Id:D}（{row.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}世界时，{row.ActorName}，{row.UseCase}）：内容与哈希不符";
}
