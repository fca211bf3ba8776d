namespace Anmin.Kernel.Data;

/// <summary>What a module's tables refuse beyond checks and indexes, written once for both providers.</summary>
public static class GuardTriggers
{
    /// <summary>
    /// One trigger a guard, before the act, for each row. A violated one raises its own name, which the module's constraints turn into a sentence.
    /// <c>{true}</c> and <c>{false}</c> in a condition are the provider's own.
    /// </summary>
    /// <param name="act">insert, delete, update or update of columns.</param>
    public static IEnumerable<string> Before(DatabaseKind kind, string table, string act, IEnumerable<(string Name, string Refuses)> guards)
    {
        var (yes, no) = kind == DatabaseKind.Postgres ? ("true", "false") : ("1", "0");
        foreach (var (name, refuses) in guards)
        {
            var when = refuses.Replace("{true}", yes, StringComparison.Ordinal).Replace("{false}", no, StringComparison.Ordinal);
            if (kind == DatabaseKind.Sqlite)
            {
                yield return $"drop trigger if exists {name}";
                yield return $"create trigger {name} before {act} on {table} when {when} begin select raise(abort, '{name}'); end";
                continue;
            }
            yield return $"create or replace function {name}() returns trigger language plpgsql as $$ begin if {when} then raise exception '{name}' using errcode = 'AN001'; end if; return coalesce(new, old); end $$";
            yield return $"create or replace trigger {name} before {act} on {table} for each row execute function {name}()";
        }
    }
}
