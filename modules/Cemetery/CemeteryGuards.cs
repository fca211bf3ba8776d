using Anmin.Kernel.Data;

namespace Anmin.Cemetery;

internal static class CemeteryGuards
{
    /// <summary>After the act, for each row, alike on both providers.</summary>
    /// <param name="when">Of the row alone; null for every row.</param>
    public static string[] AfterEach(DatabaseKind kind, string name, string act, string table, string? when, IReadOnlyList<string> statements) => kind == DatabaseKind.Sqlite
        ?
        [
            $"drop trigger if exists {name}",
            $"create trigger {name} after {act} on {table} {(when is null ? "" : "when " + when)} begin {string.Join(";\n", statements)}; end",
        ]
        :
        [
            $"create or replace function {name}() returns trigger language plpgsql as $$ begin {string.Join(";\n", statements)}; return null; end $$",
            $"create or replace trigger {name} after {act} on {table} for each row {(when is null ? "" : $"when ({when})")} execute function {name}()",
        ];

    /// <summary>
    /// After the act, once for all its rows (<c>added</c>; those of an update as they were: <c>was</c>). PostgreSQL alone can: there a thousand updates of one counter in one
    /// transaction leave a thousand versions for each next one to walk past. SQLite changes the row in place.
    /// </summary>
    /// <param name="act">insert or update, without columns.</param>
    public static string[] AfterAll(string name, string act, string table, IReadOnlyList<string> statements) =>
    [
        $"create or replace function {name}() returns trigger language plpgsql as $$ begin {string.Join(";\n", statements)}; return null; end $$",
        $"create or replace trigger {name} after {act} on {table} referencing {(act == "update" ? "old table as was " : "")}new table as added for each statement execute function {name}()",
    ];
}
