using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Data;

/// <summary>
/// What columns, checks and indexes cannot hold, triggers hold. They follow from the model and the modules,
/// and are laid again after every migration, so a migration cannot forget them.
/// </summary>
public static class Guards
{
    public static async Task ApplyAsync(AnminDb db, CancellationToken ct)
    {
        // all or nothing: a table is never left without its guard
        await using var commit = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        foreach (var statement in All(db)) await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);
        if (commit is not null) await commit.CommitAsync(ct);
    }

    public static IEnumerable<string> All(AnminDb db)
    {
        if (db.Kind == DatabaseKind.Postgres) yield return RefuseFunction;
        foreach (var table in AppendOnlyTables(db))
            foreach (var statement in AppendOnly(db.Kind, table)) yield return statement;
        foreach (var module in db.Parts.Modules)
            foreach (var statement in module.Guards(db.Kind)) yield return statement;
    }

    public static IEnumerable<string> AppendOnlyTables(AnminDb db)
        => db.Model.GetEntityTypes().Where(t => t.FindAnnotation(TableGuards.AppendOnlyAnnotation) is not null).Select(t => t.GetTableName()!);

    private const string RefuseFunction = """
        create or replace function anmin_refuse() returns trigger language plpgsql as
        $$ begin raise exception 'append-only: % of %', tg_op, tg_table_name using errcode = 'AN001'; end $$
        """;

    private static IEnumerable<string> AppendOnly(DatabaseKind kind, string table)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            foreach (var act in (string[])["update", "delete"])
            {
                // dropped first: a database of an earlier release would keep its old wording
                yield return $"drop trigger if exists {table}_no_{act}";
                yield return $"create trigger {table}_no_{act} before {act} on {table} begin select raise(abort, 'append-only: {act} of {table}'); end";
            }
            yield break;
        }
        yield return $"create or replace trigger {table}_no_change before update or delete on {table} for each row execute function anmin_refuse()";
        yield return $"create or replace trigger {table}_no_truncate before truncate on {table} for each statement execute function anmin_refuse()";
    }
}
