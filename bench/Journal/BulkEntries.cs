using System.Text;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Anmin.Bench.Journal;

/// <summary>
/// Chains of twelve lines as a case has them, written past the Gate for their number alone, in many transactions.
/// Keeps every text that was hashed: what a bare hash is measured over.
/// </summary>
internal sealed class BulkEntries
{
    private const int PerSubject = 12;
    private const int PerCommit = 3_000;
    private const string Columns = "subject_kind, subject_id, seq, kind, at, actor, device, data, hash";

    /// <summary>The pre-images of all lines, one array.</summary>
    public required byte[] Bytes { get; init; }

    public required IReadOnlyList<(int At, int Length)> Texts { get; init; }

    public int Count => Texts.Count;

    public static async Task<BulkEntries> WriteAsync(BenchDatabase database, int count, CancellationToken ct)
    {
        var suite = database.Services.GetRequiredService<PersonalVault>().Suite;
        var entries = Invent(suite, count).ToList();
        using var all = new MemoryStream();
        var texts = new List<(int, int)>(count);
        var previous = JournalEntry.Genesis;
        foreach (var entry in entries)
        {
            if (entry.Seq == 1) previous = JournalEntry.Genesis;
            var text = JournalBlock.Preimage(previous, entry.Text());
            texts.Add(((int)all.Length, text.Length));
            all.Write(text);
            previous = Convert.ToHexStringLower(entry.Hash);
        }
        await database.WithAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(ct);
            foreach (var chunk in entries.Chunk(PerCommit))
            {
                if (db.Database.GetDbConnection() is NpgsqlConnection postgres) await CopyAsync(postgres, chunk, ct);
                else await InsertAsync((SqliteConnection)db.Database.GetDbConnection(), chunk, ct);
            }
        });
        if (database.Kind == DatabaseKind.Postgres) await database.SqlAsync("vacuum analyze kernel_journal");
        return new() { Bytes = all.ToArray(), Texts = texts };
    }

    private static IEnumerable<JournalEntry> Invent(ICipherSuite suite, int count)
    {
        var chance = new Random(7);
        var (subject, previous, at) = (Guid.Empty, JournalEntry.Genesis, 1_760_000_000_000_000L);
        for (var i = 0; i < count; i++)
        {
            var seq = (i % PerSubject) + 1;
            if (seq == 1) (subject, previous) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddTicks(at * 10)), JournalEntry.Genesis);
            at += chance.Next(1, 5_000_000);
            var data = $$"""{"number":"DEMO{{i:D9}}","from":"冷藏柜 {{chance.Next(1, 99)}} 号","to":"告别厅 {{chance.Next(1, 9)}}","tag":"{{chance.NextInt64():x16}}","name":"{{Convert.ToHexStringLower(BitConverter.GetBytes(chance.NextInt64()))}}{{chance.NextInt64():x16}}{{chance.NextInt64():x16}}{{chance.NextInt64():x16}}"}""";
            var text = JournalEntry.TextOf("funeral.case", subject, seq, "remains.moved", at, "staff-0042", "10.0.0.7 tablet-3", data);
            var hash = suite.Hash(JournalBlock.Preimage(previous, text));
            previous = Convert.ToHexStringLower(hash);
            yield return new() { SubjectKind = "funeral.case", SubjectId = subject, Seq = seq, Kind = "remains.moved", At = at, Actor = "staff-0042", Device = "10.0.0.7 tablet-3", Data = data, Hash = hash };
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<JournalEntry> entries, CancellationToken ct)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy kernel_journal ({Columns}) from stdin (format binary)", ct);
        foreach (var e in entries) await writer.WriteRowAsync(ct, e.SubjectKind, e.SubjectId, e.Seq, e.Kind, e.At, e.Actor, e.Device, e.Data, e.Hash);
        await writer.CompleteAsync(ct);
    }

    private static async Task InsertAsync(SqliteConnection connection, IEnumerable<JournalEntry> entries, CancellationToken ct)
    {
        await using var commit = (SqliteTransaction)await connection.BeginTransactionAsync(ct);
        await using var command = connection.CreateCommand();
        command.Transaction = commit;
        command.CommandText = $"insert into kernel_journal ({Columns}, tx) values (@a, @b, @c, @d, @e, @f, @g, @h, @i, 0)";
        foreach (var name in "abcdefghi") command.Parameters.Add(new SqliteParameter("@" + name, null));
        foreach (var e in entries)
        {
            object[] values = [e.SubjectKind, e.SubjectId, e.Seq, e.Kind, e.At, e.Actor, e.Device, e.Data, e.Hash];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            await command.ExecuteNonQueryAsync(ct);
        }
        await commit.CommitAsync(ct);
    }
}
