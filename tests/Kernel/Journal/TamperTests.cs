using System.Data.Common;
using System.Globalization;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Journal;

/// <summary>Somebody with the database's own password, who first takes the triggers away: whatever one value they change, the verifier finds.</summary>
public sealed class TamperTests(ITestOutputHelper output)
{
    private static readonly int Flips = Environment.GetEnvironmentVariable("ANMIN_LONG") is null ? 150 : 2000;

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["kernel_journal"] = ["id", "tx", "subject_kind", "subject_id", "seq", "kind", "at", "actor", "device", "data", "hash"],
        ["kernel_journal_block"] = ["number", "from_mark", "to_mark", "count", "root", "hash", "at", "epoch"],
        ["kernel_journal_day"] = ["day", "first_block", "last_block", "root", "hash"],
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Any_one_changed_byte_is_found(DatabaseKind kind)
    {
        await using var app = await SealedAsync(kind);
        (await app.VerifyAsync()).Broken.ShouldBeNull();
        const int seed = 20260415;
        var random = new Random(seed);
        var unfound = new List<string>();
        var flips = 0;
        while (flips < Flips)
        {
            var (table, columns) = Columns.ElementAt(flips % 4 == 3 ? 1 + random.Next(2) : 0);
            if (await FlipAsync(app, table, columns[random.Next(columns.Length)], random) is not { } result) continue;
            flips++;
            if (!result.Found) unfound.Add(result.What);
        }
        output.WriteLine($"{kind}: {flips} flips, {unfound.Count} unfound");
        unfound.ShouldBeEmpty($"seed {seed}");
        (await app.VerifyAsync()).Broken.ShouldBeNull("every flip was undone");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_line_taken_out_put_in_or_swapped_is_found_and_named(DatabaseKind kind)
    {
        await using var app = await SealedAsync(kind);
        string[] acts =
        [
            "delete from kernel_journal where seq = 1 and id = (select min(id) from kernel_journal)",
            "delete from kernel_journal where id = (select max(id) from kernel_journal)",
            "delete from kernel_journal where seq = 2",
            "delete from kernel_journal_block where number = 1",
            "delete from kernel_journal_block where number = 2",
            "delete from kernel_journal_day where day = (select min(day) from kernel_journal_day)",
            "insert into kernel_journal (subject_kind, subject_id, seq, kind, at, actor, device, data, hash) select subject_kind, subject_id, seq + 1, kind, at, actor, device, data, hash from kernel_journal where id = (select max(id) from kernel_journal)",
            "update kernel_journal_day set last_block = last_block - 1 where day = (select max(day) from kernel_journal_day)",
        ];
        foreach (var act in acts)
        {
            var broken = await app.ReadAsync(async db =>
            {
                await using var undone = await db.Database.BeginTransactionAsync();
                (await db.Database.ExecuteSqlRawAsync(act)).ShouldBeGreaterThan(0, act);
                return (await new JournalVerifier(db).RunAsync(default)).Broken;
            });
            broken.ShouldNotBeNull(act);
        }
    }

    /// <summary>Three days, several blocks, everything sealed; the triggers gone.</summary>
    private static async Task<TestApp> SealedAsync(DatabaseKind kind)
    {
        var app = await NotebookApp.MakeAsync(kind);
        for (var day = 0; day < 3; day++)
        {
            for (var block = 0; block < 2; block++)
            {
                await app.WrittenAsync(3);
                await app.WrittenAsync(2);
                await SealerTests.SealAsync(app);
            }
            app.Clock.Advance(TimeSpan.FromDays(1));
            await SealerTests.RoundAsync(app);
        }
        foreach (var table in Columns.Keys)
            foreach (var trigger in kind == DatabaseKind.Postgres ? (string[])["no_change", "no_truncate"] : ["no_update", "no_delete"])
                await app.SqlAsync($"drop trigger {table}_{trigger}{(kind == DatabaseKind.Postgres ? " on " + table : "")}");
        return app;
    }

    private static Task<(bool Found, string What)?> FlipAsync(TestApp app, string table, string column, Random random) => app.ReadAsync<(bool Found, string What)?>(async db =>
    {
        await using var undone = await db.Database.BeginTransactionAsync();
        var key = table switch { "kernel_journal" => "id", "kernel_journal_block" => "number", _ => "day" };
        await using var read = Command(db, undone, $"select {key}, {column} from {table} order by {key}");
        var rows = new List<(object Key, object Value)>();
        await using (var reader = await read.ExecuteReaderAsync())
            while (await reader.ReadAsync()) rows.Add((reader.GetValue(0), reader.GetValue(1)));
        var (row, value) = rows[random.Next(rows.Count)];
        var flipped = Flipped(value, random);
        await using var write = Command(db, undone, $"update {table} set {column} = @value where {key} = @key");
        Bind(write, "@value", flipped);
        Bind(write, "@key", row);
        try
        {
            await write.ExecuteNonQueryAsync();
        }
        catch (DbException e) when (db.Violation(e) is not null)
        {
            return null; // a key already taken: the database refused it even without triggers
        }
        string? broken;
        try
        {
            broken = (await new JournalVerifier(db).RunAsync(default)).Broken;
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            return (false, $"{table}.{column} at {row}: {Show(value)} → {Show(flipped)} broke the verifier itself: {e.GetType().Name}");
        }
        return (broken is not null, $"{table}.{column} at {row}: {Show(value)} → {Show(flipped)}");
    });

    private static DbCommand Command(AnminDb db, IDbContextTransaction transaction, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction.GetDbTransaction());
        return command;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>One bit of one byte, or for typed columns the least step.</summary>
    private static object Flipped(object value, Random random) => value switch
    {
        byte[] bytes => bytes.Select((b, i) => i == 5 ? (byte)(b ^ (1 << random.Next(8))) : b).ToArray(),
        long number => number ^ (1L << random.Next(20)),
        int number => number ^ (1 << random.Next(8)),
        Guid id => new Guid([.. id.ToByteArray().Select((b, i) => i == 3 ? (byte)(b ^ 1) : b)]),
        DateTime day => DateOnly.FromDateTime(day.AddDays(1 + random.Next(40))),
        DateOnly day => day.AddDays(1 + random.Next(40)),
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => day.AddDays(1 + random.Next(40)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text when Guid.TryParse(text, out var id) => new Guid([.. id.ToByteArray().Select((b, i) => i == 3 ? (byte)(b ^ 1) : b)]).ToString().ToUpperInvariant(),
        string { Length: 0 } => "x",
        string text when random.Next(text.Length) is var at => text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..],
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string Show(object value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : value.ToString()!;
}
