using Anmin.Kernel.Data;

namespace Anmin.Cemetery;

internal static class CemeteryGuards
{
    /// <summary>One trigger a guard, before the act, alike on both providers.</summary>
    public static IEnumerable<string> Triggers(DatabaseKind kind, string table, string act, (string Name, string Refuses)[] guards)
    {
        foreach (var (name, refuses) in guards)
        {
            if (kind == DatabaseKind.Sqlite)
            {
                yield return $"drop trigger if exists {name}";
                yield return $"create trigger {name} before {act} on {table} when {refuses} begin select raise(abort, '{name}'); end";
                continue;
            }
            yield return $"create or replace function {name}() returns trigger language plpgsql as $$ begin if {refuses} then raise exception '{name}' using errcode = 'AN001'; end if; return coalesce(new, old); end $$";
            yield return $"create or replace trigger {name} before {act} on {table} for each row execute function {name}()";
        }
    }
}
