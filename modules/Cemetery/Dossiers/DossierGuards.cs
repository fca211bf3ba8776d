using Anmin.Kernel.Data;

namespace Anmin.Cemetery.Dossiers;

/// <summary>Triggers that keep dossiers and tallies in the commit of whatever changes them, whoever writes; and what no filed dossier lets pass.</summary>
internal static class DossierGuards
{
    private const string Kept = "new.dossier_id <> old.dossier_id or new.item <> old.item or new.hash <> old.hash or new.edition <> old.edition or (old.state <> 'Current' and new.state <> old.state)";
    private const string Filed = "exists (select 1 from cemetery_dossier_filing f where f.dossier_id = new.dossier_id and f.state = 'Filed')";

    public static IEnumerable<string> All(DatabaseKind kind) =>
    [
        .. CemeteryGuards.Triggers(kind, "cemetery_dossier_paper", "insert", [("guard_dossier_paper_late", $"new.late_for is null and {Filed}")]),
        .. CemeteryGuards.Triggers(kind, "cemetery_dossier_paper", "update", [("guard_dossier_paper_filed", $"new.state <> old.state and {Filed}"), ("guard_dossier_paper_kept", Kept)]),
        .. CemeteryGuards.Triggers(kind, "cemetery_dossier_paper", "delete", [("guard_dossier_paper_stays", kind == DatabaseKind.Sqlite ? "1 = 1" : "true")]),
        .. CemeteryGuards.Triggers(kind, "cemetery_dossier_filing", "update", [("guard_dossier_filing_kept", "old.state <> 'Asked' or new.dossier_id <> old.dossier_id or new.asked_by <> old.asked_by or new.missing <> old.missing")]),
        .. After(kind, "dossier_right_added", "insert", "cemetery_right", "new.state not in ('Held', 'Lapsed', 'Cancelled')", [Open, .. Recount(kind, "new.id")]),
        .. After(kind, "dossier_right_signed", "update of state", "cemetery_right", "old.state = 'Held' and new.state not in ('Held', 'Lapsed', 'Cancelled')", [Open, .. Recount(kind, "new.id")]),
        .. After(kind, "dossier_right_passed_on", "update of holder_name", "cemetery_right", "old.state in ('Paid', 'Active') and new.holder_name <> old.holder_name", ["update cemetery_dossier set passed_on = passed_on + 1 where id = new.id", .. Recount(kind, "new.id")]),
        .. After(kind, "dossier_right_turned", "update", "cemetery_right", "new.state <> 'Held' and (new.state <> old.state or new.basis is distinct from old.basis or new.certificate is distinct from old.certificate or new.case_id is distinct from old.case_id)", Recount(kind, "new.id")),
        .. After(kind, "dossier_term_added", "insert", "cemetery_right_term", "new.seq > 1", Recount(kind, "new.right_id")),
        .. After(kind, "dossier_interment_added", "insert", "cemetery_interment", null, Recount(kind, "new.right_id")),
        .. After(kind, "dossier_interment_removed", "update of removed_on", "cemetery_interment", null, Recount(kind, "new.right_id")),
        .. After(kind, "dossier_paper_added", "insert", "cemetery_dossier_paper", null, Recount(kind, "new.dossier_id")),
        .. After(kind, "dossier_paper_changed", "update of state", "cemetery_dossier_paper", "new.state <> old.state", Recount(kind, "new.dossier_id")),
        .. After(kind, "dossier_tally_added", "insert", "cemetery_dossier", null, [Joins]),
        .. After(kind, "dossier_tally_changed", "update of standing, score", "cemetery_dossier", "new.standing <> old.standing or new.score <> old.score", [Leaves, Joins]),
    ];

    private const string Open = """
        insert into cemetery_dossier (id, position_id, section_id, division, institution, opened_by, origin, standing, needed, held, score, missing, passed_on)
        select new.id, new.position_id, p.section_id, new.division, new.institution, new.opened_by, new.origin, 'Current', 0, 0, 100, '', 0 from cemetery_position p
        where p.id = new.position_id and not exists (select 1 from cemetery_dossier d where d.id = new.id)
        """;

    private const string Joins = """
        insert into cemetery_dossier_tally (id, division, institution, opened_by, origin, dossiers, score_sum, complete)
        select new.section_id, new.division, new.institution, null, new.institution, 1, new.score, case when new.score = 100 then 1 else 0 end where new.standing = 'Current'
        on conflict (id) do update set dossiers = cemetery_dossier_tally.dossiers + 1, score_sum = cemetery_dossier_tally.score_sum + excluded.score_sum, complete = cemetery_dossier_tally.complete + excluded.complete
        """;

    // an insert of less than nothing would be refused by the check before its conflict is looked at
    private const string Leaves = "update cemetery_dossier_tally set dossiers = dossiers - 1, score_sum = score_sum - old.score, complete = complete - case when old.score = 100 then 1 else 0 end where id = old.section_id and old.standing = 'Current'";

    /// <summary>The checklist of one right, counted afresh; <see cref="Checklist"/> in SQL.</summary>
    private static string[] Recount(DatabaseKind kind, string right)
    {
        const string people = "(select count(*) from cemetery_interment x where x.right_id = r.id)";
        const string ofCases = "(select count(*) from cemetery_interment x where x.right_id = r.id and x.case_id is not null)";
        var (list, last) = kind == DatabaseKind.Sqlite ? ("group_concat(case when l.have < l.need then ' ' || l.code || ' ' end, '')", "") : ("string_agg(case when l.have < l.need then ' ' || l.code || ' ' end, '' order by l.place, l.code)", " collate \"C\"");
        var update = $"""
            update cemetery_dossier set standing = z.standing, needed = z.needed, held = z.held, score = case when z.needed = 0 then 100 else z.held * 100 / z.needed end, missing = z.missing
            from (select coalesce(sum(l.weight), 0) as needed, coalesce(sum(case when l.have >= l.need then l.weight else 0 end), 0) as held, coalesce({list}, '') as missing,
              (select case r.state when 'Ended' then 'Ended' when 'Lapsed' then 'Void' when 'Cancelled' then 'Void' else 'Current' end from cemetery_right r where r.id = {right}) as standing
            from (select i.id{last} as code, i.weight, i.place,
                case i.per when 'Right' then 1
                  when 'Person' then case when {people} = 0 and r.basis in ('CremationCertificate', 'DeathCertificate', 'OldRegister') then 1 else {people} end
                  when 'Exception' then case when r.basis in ('CremationCertificate', 'DeathCertificate', 'OldRegister') then 0 else 1 end
                  when 'Renewal' then (select count(*) from cemetery_right_term t where t.right_id = r.id and t.seq > 1)
                  when 'NameChange' then d.passed_on
                  when 'Removal' then case when exists (select 1 from cemetery_interment x where x.right_id = r.id and x.removed_on is not null) then 1 else 0 end
                  when 'Ending' then case when r.state = 'Ended' then 1 else 0 end else 0 end as need,
                (select count(*) from cemetery_dossier_paper y where y.dossier_id = r.id and y.item = i.id and y.state = 'Current') +
                case i.shown when 'Contract' then case when r.number is not null and r.basis <> 'OldRegister' then 1 else 0 end
                  when 'Certificate' then case when r.certificate is not null and r.basis <> 'OldRegister' then 1 else 0 end
                  when 'Case' then case when r.case_id is not null and {ofCases} = 0 then 1 else {ofCases} end else 0 end as have
              from cemetery_dossier_item i cross join cemetery_right r join cemetery_dossier d on d.id = r.id
              where r.id = {right} and i.required and (i.kinds = '' or ' ' || i.kinds || ' ' like '% ' || r.kind || ' %') and (i.bases = '' or ' ' || i.bases || ' ' like '% ' || r.basis || ' %')
              order by i.place, code) l where l.need > 0) z
            where cemetery_dossier.id = {right}
            """;
        // on PostgreSQL two commits that add papers to one dossier wait here for each other, and the later one counts both
        return kind == DatabaseKind.Sqlite ? [update] : [$"perform 1 from cemetery_dossier where id = {right} for update", update];
    }

    private static string[] After(DatabaseKind kind, string name, string act, string table, string? when, IReadOnlyList<string> statements)
    {
        var body = string.Join(";\n", statements);
        return kind == DatabaseKind.Sqlite
            ?
            [
                $"drop trigger if exists {name}",
                $"create trigger {name} after {act} on {table} {(when is null ? "" : "when " + when)} begin {body}; end",
            ]
            :
            [
                $"create or replace function {name}() returns trigger language plpgsql as $$ begin {body}; return null; end $$",
                $"create or replace trigger {name} after {act} on {table} for each row {(when is null ? "" : $"when ({when})")} execute function {name}()",
            ];
    }
}
