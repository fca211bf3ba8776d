using Anmin.Kernel.Data;

namespace Anmin.Funeral.Custody;

/// <summary>What the tables alone cannot say about body and furnace (invariants I2 and I3), as triggers on both providers.</summary>
internal static class CustodyGuards
{
    /// <summary>name of the guard, condition under which it refuses a new cremation</summary>
    private static readonly (string Name, string Refuses)[] BeforeCremation =
    [
        ("guard_cremation_hold", "exists (select 1 from funeral_hold h where h.case_id = new.case_id and h.lifted_at is null)"),
        ("guard_cremation_evidence", "not exists (select 1 from funeral_evidence e join funeral_case c on c.id = e.case_id where e.id = new.evidence_id and e.case_id = new.case_id and (c.unnatural = {false} or e.kind <> 'MedicalCertificate'))"),
        ("guard_cremation_contract", "not exists (select 1 from funeral_contract k where k.id = new.contract_id and k.case_id = new.case_id and k.disposition = 'Cremation' and k.earliest_at <= new.started_at)"),
        ("guard_cremation_first", "not exists (select 1 from funeral_first_scan f where f.case_id = new.case_id and f.operator = new.first_operator and f.tag = new.first_scan and f.at <= new.started_at)"),
        ("guard_cremation_tag", "not exists (select 1 from funeral_remains r where r.case_id = new.case_id and r.tag = new.first_scan and r.tag = new.second_scan)"),
    ];

    /// <summary>A body that was cremated, released or buried does not move again; a furnace only takes what has a cremation.</summary>
    private static readonly (string Name, string Refuses)[] BeforeBodyMoves =
    [
        ("guard_body_final", "old.place in ('Cremated', 'Released', 'Buried') and (new.place <> old.place or new.place_id <> old.place_id)"),
        ("guard_body_tag", "old.tag is not null and (new.tag is null or new.tag <> old.tag)"),
        ("guard_body_furnace", "new.place in ('InFurnace', 'Cremated') and not exists (select 1 from funeral_cremation c where c.case_id = new.case_id)"),
    ];

    /// <summary>Of a cremation only its end is added, once.</summary>
    private static readonly (string Name, string Refuses)[] BeforeCremationChanges =
    [
        ("guard_cremation_kept", "old.finished_at is not null or new.case_id <> old.case_id or new.contract_id <> old.contract_id or new.evidence_id <> old.evidence_id or new.cremator <> old.cremator or new.first_operator <> old.first_operator or new.second_operator <> old.second_operator or new.first_scan <> old.first_scan or new.second_scan <> old.second_scan or new.earliest_at <> old.earliest_at or new.started_at <> old.started_at"),
    ];

    public static IEnumerable<string> All(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "funeral_cremation", "insert", BeforeCremation),
        .. GuardTriggers.Before(kind, "funeral_cremation", "update", BeforeCremationChanges),
        .. GuardTriggers.Before(kind, "funeral_cremation", "delete", [("guard_cremation_deleted", "true")]),
        .. GuardTriggers.Before(kind, "funeral_remains", "update", BeforeBodyMoves),
        .. GuardTriggers.Before(kind, "funeral_remains", "delete", [("guard_body_deleted", "true")]),
    ];
}
