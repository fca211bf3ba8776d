using System.Data.Common;
using System.Text.Json;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Lanes;

/// <summary>How a module reads back what its lane committed, so that the journal's digests can be computed again.</summary>
public interface ILaneRows
{
    /// <summary>As in <see cref="LaneKind{TTask,TReply}"/>.</summary>
    string Lane { get; }

    string SubjectKind { get; }

    /// <summary>
    /// Selects, for <c>@key</c> and the batches from <c>@first</c> to <c>@last</c>, one row for every line: batch, line, then whatever <see cref="Write"/> needs;
    /// ordered by batch and line.
    /// </summary>
    string Select { get; }

    /// <summary>The same bytes as were under the digest.</summary>
    void Write(DbDataReader row, LaneText text);

    /// <summary>A query for the first row whose sums do not fit, as one text column; no row where all is well.</summary>
    string Sums { get; }
}

/// <summary>Every commit of every lane: the rows of today give the digest that the journal had then, none is missing and none was added.</summary>
internal sealed class LaneCheck(AnminDb db)
{
    private const int Chunk = 4096;

    public long Lines { get; private set; }

    /// <returns>What does not fit and where, or null.</returns>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        foreach (var rows in db.Parts.Modules.SelectMany(m => m.LaneRows))
        {
            var subjects = await db.Set<JournalEntry>().Where(e => e.SubjectKind == rows.SubjectKind).Select(e => e.SubjectId).Distinct().ToListAsync(ct);
            var lanes = await db.Set<LaneRow>().AsNoTracking().Where(l => l.Partition.StartsWith(rows.Lane + ":")).ToListAsync(ct);
            if (subjects.Find(s => !lanes.Exists(l => l.Subject == s)) is var lost && lost != Guid.Empty) return $"成组提交{rows.Lane}：流转日志主体{lost}没有对应的分区。";
            foreach (var lane in lanes)
                if (await WalkAsync(rows, lane, ct) is { } broken) return $"成组提交{lane.Partition}：{broken}";
            if (await SumsAsync(rows, ct) is { } odd) return $"成组提交{rows.Lane}：{odd}";
        }
        return null;
    }

    private async Task<string?> WalkAsync(ILaneRows rows, LaneRow lane, CancellationToken ct)
    {
        var (from, suite, text) = (0, db.Parts.Vault.Suite, new LaneText());
        while (true)
        {
            var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == lane.Subject && e.Seq > from).OrderBy(e => e.Seq).Take(Chunk).Select(e => new { e.Seq, e.Data }).ToListAsync(ct);
            if (entries.Count == 0) return null;
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = rows.Select;
            command.CommandTimeout = 600;
            foreach (var (name, value) in ((string, object)[])[("key", lane.Partition[(rows.Lane.Length + 1)..]), ("first", from + 1), ("last", entries[^1].Seq)])
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
            await using var reader = await command.ExecuteReaderAsync(ct);
            var more = await reader.ReadAsync(ct);
            foreach (var entry in entries)
            {
                text.Clear();
                var count = 0;
                for (; more && reader.GetInt32(0) == entry.Seq; more = await reader.ReadAsync(ct))
                {
                    if (reader.GetInt32(1) != count) return $"第{entry.Seq}批第{count + 1}行缺失或重复。";
                    rows.Write(reader, text);
                    text.End();
                    count++;
                    Lines++;
                }
                if (!Says(entry.Data, count, suite.Hash(text.Bytes))) return $"第{entry.Seq}批{count}行与流转日志的摘要不符。";
            }
            if (more) return $"第{reader.GetInt32(0)}批不在流转日志里。";
            from = entries[^1].Seq;
        }
    }

    private static bool Says(string data, int count, byte[] digest)
    {
        using var said = JsonDocument.Parse(data);
        return said.RootElement.GetProperty("count").GetInt32() == count && said.RootElement.GetProperty("digest").GetString() == Convert.ToHexStringLower(digest);
    }

    private async Task<string?> SumsAsync(ILaneRows rows, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (rows.Sums, 600);
        return await command.ExecuteScalarAsync(ct) as string;
    }
}
