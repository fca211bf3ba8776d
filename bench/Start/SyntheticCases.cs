using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Bench.Start;

/// <summary>Rows for their number alone: one real case, made through the Gate, copied by SQL under new keys. Nothing but size is real about them.</summary>
internal static class SyntheticCases
{
    public static async Task WriteAsync(BenchDatabase database, int count, CancellationToken ct)
    {
        await Journal.CommitBench.CasesAsync(database, 1);
        await database.WithAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(ct);
            var connection = db.Database.GetDbConnection();
            var copied = await ColumnsAsync(connection, ct);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 900;
            command.CommandText = $"""
                pragma synchronous=off;
                with recursive n(i) as (select 2 union all select i + 1 from n where i < {count})
                insert into funeral_case ({string.Join(", ", copied)}) select {string.Join(", ", copied.Select(Value))} from n, (select * from funeral_case limit 1) c;
                pragma synchronous=full; pragma wal_checkpoint(truncate);
                """;
            await command.ExecuteNonQueryAsync(ct);
        });
    }

    private static string Value(string column) => column switch
    {
        "id" => "upper(printf('01900000-0000-7000-8000-%012x', i))",
        "number" => "'SYN' || printf('%09d', i)",
        "reported_at" => "c.reported_at - (cast(i as integer) * 1000000)",
        "initials" => "char(97 + i % 26, 97 + i / 26 % 26, 97 + i / 676 % 26)",
        _ => "c." + column,
    };

    private static async Task<List<string>> ColumnsAsync(DbConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name from pragma_table_info('funeral_case')";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }
}
