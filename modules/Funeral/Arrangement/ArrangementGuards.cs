using Anmin.Kernel.Data;

namespace Anmin.Funeral.Arrangement;

/// <summary>What the tables alone cannot say of signed editions and of belongings, as triggers on both providers.</summary>
internal static class ArrangementGuards
{
    private static readonly (string Table, string Act, string Name, string Refuses)[] Guards =
    [
        ("funeral_arrangement", "insert", "guard_arrangement_replaces", "new.replaces is not null and not exists (select 1 from funeral_arrangement a where a.id = new.replaces and a.case_id = new.case_id and a.state = 'Signed')"),
        // signed, or withdrawn: nothing of it changes any more
        ("funeral_arrangement", "update", "guard_arrangement_kept", "old.state <> 'Quoted'"),
        ("funeral_arrangement", "update", "guard_arrangement_terms", "new.case_id <> old.case_id or new.edition <> old.edition or new.number <> old.number or new.disposition <> old.disposition or coalesce(new.hall, '') <> coalesce(old.hall, '') or coalesce(new.cremator, '') <> coalesce(old.cremator, '') or new.people <> old.people or new.wishes <> old.wishes"),
        ("funeral_arrangement", "delete", "guard_arrangement_deleted", "{true}"),
        // what was given away or recorded is not rewritten: only a check, then one fate
        ("funeral_belonging", "update", "guard_belonging_kept", "old.fate <> 'Kept' or new.name <> old.name or new.quantity <> old.quantity or new.feature <> old.feature or new.recorded_by <> old.recorded_by or (old.checked_by is not null and new.checked_by <> old.checked_by)"),
        ("funeral_belonging", "delete", "guard_belonging_deleted", "{true}"),
    ];

    public static IEnumerable<string> All(DatabaseKind kind) => Guards.SelectMany(g => GuardTriggers.Before(kind, g.Table, g.Act, [(g.Name, g.Refuses)]));
}
