using Anmin.Kernel.Data;

namespace Anmin.Cemetery.Dossiers;

/// <summary>Triggers that keep dossiers and tallies in the commit of whatever changes them, whoever writes; and what no filed dossier lets pass.</summary>
internal static class DossierGuards
{
    private const string Kept = "new.dossier_id <> old.dossier_id or new.item <> old.item or new.hash <> old.hash or new.edition <> old.edition or (old.state <> 'Current' and new.state <> old.state)";
    private const string Filed = "exists (select 1 from cemetery_dossier_filing f where f.dossier_id = new.dossier_id and f.state = 'Filed')";

    public static IEnumerable<string> All(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "cemetery_dossier_paper", "insert", [("guard_dossier_paper_late", $"new.late_for is null and {Filed}")]),
        .. GuardTriggers.Before(kind, "cemetery_dossier_paper", "update", [("guard_dossier_paper_filed", $"new.state <> old.state and {Filed}"), ("guard_dossier_paper_kept", Kept)]),
        .. GuardTriggers.Before(kind, "cemetery_dossier_paper", "delete", [("guard_dossier_paper_stays", kind == DatabaseKind.Sqlite ? "1 = 1" : "true")]),
        .. GuardTriggers.Before(kind, "cemetery_dossier_filing", "update", [("guard_dossier_filing_kept", "old.state <> 'Asked' or new.dossier_id <> old.dossier_id or new.asked_by <> old.asked_by or new.missing <> old.missing")]),
        .. kind == DatabaseKind.Sqlite ? EachRow(kind) : AllRows(),
        // counted once more by the next one
        .. CemeteryGuards.AfterEach(kind, "dossier_right_signed", "update of state", "cemetery_right", $"old.state = 'Held' and {Opens("new")}", [Open(kind, "new", "cemetery_position p cross join", "p.id = new.position_id")]),
        .. CemeteryGuards.AfterEach(kind, "dossier_right_turned", "update", "cemetery_right", "new.state <> 'Held' and (new.state <> old.state or new.basis is distinct from old.basis or new.certificate is distinct from old.certificate or new.case_id is distinct from old.case_id)", Recount(kind, "new.id")),
        .. CemeteryGuards.AfterEach(kind, "dossier_right_passed_on", "update of holder_name", "cemetery_right", "old.state in ('Paid', 'Active') and new.holder_name <> old.holder_name", ["update cemetery_dossier set passed_on = passed_on + 1 where id = new.id", .. Recount(kind, "new.id")]),
        .. CemeteryGuards.AfterEach(kind, "dossier_interment_removed", "update of removed_on", "cemetery_interment", null, Recount(kind, "new.right_id")),
        .. CemeteryGuards.AfterEach(kind, "dossier_paper_added", "insert", "cemetery_dossier_paper", null, Recount(kind, "new.dossier_id")),
        .. CemeteryGuards.AfterEach(kind, "dossier_paper_changed", "update of state", "cemetery_dossier_paper", "new.state <> old.state", Recount(kind, "new.dossier_id")),
    ];

    /// <summary>What registers bring by the thousand, where triggers know single rows only.</summary>
    private static IEnumerable<string> EachRow(DatabaseKind kind) =>
    [
        .. CemeteryGuards.AfterEach(kind, "dossier_right_added", "insert", "cemetery_right", Opens("new"), [Open(kind, "new", "cemetery_position p cross join", "p.id = new.position_id")]),
        .. CemeteryGuards.AfterEach(kind, "dossier_term_added", "insert", "cemetery_right_term", $"new.seq > 1 and exists (select 1 from cemetery_dossier d where d.id = new.right_id and {Matters(kind, ItemPer.Renewal)})", Recount(kind, "new.right_id")),
        .. CemeteryGuards.AfterEach(kind, "dossier_interment_added", "insert", "cemetery_interment", $"new.case_id is not null or new.removed_on is not null or exists (select 1 from cemetery_dossier d where d.id = new.right_id and {Matters(kind, ItemPer.Person)})", Recount(kind, "new.right_id")),
        .. CemeteryGuards.AfterEach(kind, "dossier_tally_added", "insert", "cemetery_dossier", null, [Joins]),
        .. CemeteryGuards.AfterEach(kind, "dossier_tally_changed", "update of standing, score", "cemetery_dossier", "new.standing <> old.standing or new.score <> old.score", [Leaves, Joins]),
    ];

    /// <summary>The same, where one statement's rows are seen together.</summary>
    private static IEnumerable<string> AllRows() =>
    [
        .. CemeteryGuards.AfterAll("dossier_right_added", "insert", "cemetery_right", [Open(DatabaseKind.Postgres, "n", "added n join cemetery_position p on p.id = n.position_id cross join lateral", Opens("n"))]),
        .. CemeteryGuards.AfterAll("dossier_term_added", "insert", "cemetery_right_term", RecountAdded("a.seq > 1", "true", ItemPer.Renewal)),
        .. CemeteryGuards.AfterAll("dossier_interment_added", "insert", "cemetery_interment", RecountAdded("true", "a.case_id is null and a.removed_on is null", ItemPer.Person)),
        .. CemeteryGuards.AfterAll("dossier_tally_added", "insert", "cemetery_dossier", [JoinsOf("added n where n.standing = 'Current'")]),
        .. CemeteryGuards.AfterAll("dossier_tally_changed", "update", "cemetery_dossier",
        [
            $"""
            update cemetery_dossier_tally set dossiers = dossiers - l.n, score_sum = score_sum - l.sum, complete = complete - l.full_ones
            from (select o.section_id, count(*) as n, sum(o.score) as sum, count(*) filter (where o.score = 100) as full_ones from added n join was o on {Moved} where o.standing = 'Current' group by o.section_id) l
            where cemetery_dossier_tally.id = l.section_id
            """,
            JoinsOf($"added n join was o on {Moved} where n.standing = 'Current'"),
        ]),
    ];

    private const string Moved = "o.id = n.id and (n.standing <> o.standing or n.score <> o.score)";

    private static string Opens(string right) => $"{right}.state not in ('Held', 'Lapsed', 'Cancelled')";

    /// <summary>The dossier of a right, counted as it is written: a blank row counted afterwards would go through every index and the section's sums twice.</summary>
    private static string Open(DatabaseKind kind, string right, string from, string where) => $"""
        insert into cemetery_dossier (id, position_id, section_id, division, institution, opened_by, origin, standing, needed, held, score, missing, passed_on)
        select {right}.id, {right}.position_id, p.section_id, {right}.division, {right}.institution, {right}.opened_by, {right}.origin, z.standing, z.needed, z.held, {ChecklistSql.Score}, z.missing, 0
        from {from} ({ChecklistSql.Count(kind, right + ".id")}) z where {where} and not exists (select 1 from cemetery_dossier d where d.id = {right}.id)
        """;

    /// <summary>
    /// Whether one more renewal or person can change the dossier <c>d</c> at all: what is missing stays missing when more of it is asked for, so only an item that is not missing matters.
    /// Of the rows of an old register, which come without papers, hardly any does.
    /// </summary>
    private static string Matters(DatabaseKind kind, ItemPer per)
        => $"exists (select 1 from cemetery_dossier_item i where i.per = '{per}' and i.required and {(kind == DatabaseKind.Sqlite ? "instr" : "strpos")}(d.missing, ' ' || i.id || ' ') = 0)";

    private const string Joins = """
        insert into cemetery_dossier_tally (id, division, institution, opened_by, origin, dossiers, score_sum, complete)
        select new.section_id, new.division, new.institution, null, new.institution, 1, new.score, case when new.score = 100 then 1 else 0 end where new.standing = 'Current'
        on conflict (id) do update set dossiers = cemetery_dossier_tally.dossiers + 1, score_sum = cemetery_dossier_tally.score_sum + excluded.score_sum, complete = cemetery_dossier_tally.complete + excluded.complete
        """;

    private static string JoinsOf(string rows) => $"""
        insert into cemetery_dossier_tally (id, division, institution, opened_by, origin, dossiers, score_sum, complete)
        select n.section_id, min(n.division), min(n.institution), null, min(n.institution), count(*), sum(n.score), count(*) filter (where n.score = 100) from {rows} group by n.section_id order by n.section_id
        on conflict (id) do update set dossiers = cemetery_dossier_tally.dossiers + excluded.dossiers, score_sum = cemetery_dossier_tally.score_sum + excluded.score_sum, complete = cemetery_dossier_tally.complete + excluded.complete
        """;

    // an insert of less than nothing would be refused by the check before its conflict is looked at
    private const string Leaves = "update cemetery_dossier_tally set dossiers = dossiers - 1, score_sum = score_sum - old.score, complete = complete - case when old.score = 100 then 1 else 0 end where id = old.section_id and old.standing = 'Current'";

    private const string Set = $"set standing = z.standing, needed = z.needed, held = z.held, score = {ChecklistSql.Score}, missing = z.missing";

    /// <summary>The checklist of one right, counted afresh.</summary>
    private static string[] Recount(DatabaseKind kind, string right)
    {
        var update = $"update cemetery_dossier {Set} from ({ChecklistSql.Count(kind, right)}) z where cemetery_dossier.id = {right}";
        // on PostgreSQL two commits that add papers to one dossier wait here for each other, and the later one counts both
        return kind == DatabaseKind.Sqlite ? [update] : [$"perform 1 from cemetery_dossier where id = {right} for update", update];
    }

    /// <summary>Those of the rows just added that matter. Locked before that is asked: what another commit held meanwhile is seen.</summary>
    private static string[] RecountAdded(string which, string plain, ItemPer per) =>
    [
        $"perform 1 from cemetery_dossier d where d.id in (select a.right_id from added a where {which}) order by d.id for update",
        $"""
        update cemetery_dossier {Set}
        from (select distinct d.id from added a join cemetery_dossier d on d.id = a.right_id where {which} and (not ({plain}) or {Matters(DatabaseKind.Postgres, per)})) s
          cross join lateral ({ChecklistSql.Count(DatabaseKind.Postgres, "s.id")}) z
        where cemetery_dossier.id = s.id
        """,
    ];
}
