using Anmin.Kernel.Data;

namespace Anmin.Cemetery.Deposits;

/// <summary>
/// Niches and their rights of the release before this one, copied from the tables they were kept in: rooms, positions, active rights with their term,
/// and who rests there. Run after every migration and harmless when run again; the old tables go in the next release.
/// </summary>
internal static class FormerNiches
{
    public static IEnumerable<string> Copy(DatabaseKind kind)
    {
        var sqlite = kind == DatabaseKind.Sqlite;
        var id = sqlite ? "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))" : "gen_random_uuid()";
        var cabinet = sqlite ? "cast(n.cabinet as integer)" : "case when n.cabinet ~ '^[0-9]{1,4}$' then n.cabinet::integer else 1 end";
        var (no, zero) = (sqlite ? "0" : "false", sqlite ? "0" : "timestamptz 'epoch'");
        return
        [
            $"""
            insert into cemetery_section (id, division, institution, code, name, kind, ordinal, use_item, made_at, total, free, version)
            select {id}, coalesce((select i.division from identity_institution i where i.id = r.institution), ''), r.institution, 'N' || r.rank || case when exists (select 1 from cemetery_section s where s.institution = r.institution and s.code = 'N' || r.rank) then 'X' else '' end, r.room, 'Niches', r.rank, 'niche', {zero}, 0, 0, 0
            from (select institution, room, row_number() over (partition by institution order by room) as rank from (select distinct institution, room from funeral_niche) d) r
            where not exists (select 1 from cemetery_section s where s.institution = r.institution and s.name = r.room)
            """,
            $"""
            insert into cemetery_position (id, section_id, division, institution, code, "row", layer, number, capacity, stone, area_cm2, for_body, turn, state, version)
            select {id}, s.id, s.division, s.institution, n.id, {cabinet}, n.layer, n.number, 1, 'None', 0, {no}, 0, 'Available', 1
            from funeral_niche n join cemetery_section s on s.institution = n.institution and s.name = n.room and s.kind = 'Niches'
            where not exists (select 1 from cemetery_position p where p.code = n.id)
              and not exists (select 1 from cemetery_position p where p.section_id = s.id and p."row" = {cabinet} and p.layer = n.layer and p.number = n.number)
            """,
            $"""
            insert into cemetery_right (id, division, institution, position_id, kind, state, number, held_at, holder_name, relation, basis, basis_number, case_id, user_name, signed_on, signed_by, term_from, term_until, use_fen, care_fen_per_year, certificate, version)
            select f.id, p.division, p.institution, p.id, case when a.status = 'Deposited' then 'Deposit' else 'Niche' end, 'Active', 'JC-' || a.number, a.since,
                coalesce((select h.name from funeral_handler h where h.case_id = f.case_id and h.name is not null order by h.rank limit 1), c.name, '无名氏'), '', 'CremationCertificate',
                coalesce((select x.number from funeral_certificate x where x.case_id = f.case_id and x.status = 'Issued'), a.number), f.case_id, coalesce(c.name, '无名氏'), f."from", a.custodian, f."from", f.until, 0, 0, 'JC-' || a.number, 0
            from {Active}
            where not exists (select 1 from cemetery_right r where r.id = f.id)
              and not exists (select 1 from cemetery_right r where r.position_id = p.id and r.state in ('Held', 'Signed', 'Paid', 'Active'))
              and not exists (select 1 from cemetery_right r where r.number = 'JC-' || a.number)
            """,
            """
            insert into cemetery_right_term (id, right_id, seq, "from", until, agreed_on, fen, "by")
            select f.id, f.id, 1, f."from", f.until, f."from", 0, r.signed_by from funeral_niche_right f join cemetery_right r on r.id = f.id
            where not exists (select 1 from cemetery_right_term t where t.right_id = f.id)
            """,
            $"""
            insert into cemetery_interment (id, division, institution, position_id, right_id, kind, person_name, initials, case_id, ashes, part, cremation_certificate, interred_on, interred_by)
            select f.id, p.division, p.institution, p.id, f.id, case when a.status = 'Deposited' then 'Deposit' else 'Urn' end, coalesce(c.name, '无名氏'), '', f.case_id, a.number,
                case when a.split_from is null then 0 else (select count(*) from funeral_ashes b where b.case_id = a.case_id and b.split_from is not null and b.number <= a.number) end, r.basis_number, f."from", a.custodian
            from {Active} join cemetery_right r on r.id = f.id and r.position_id = p.id and r.state = 'Active'
            where not exists (select 1 from cemetery_interment i where i.id = f.id or (i.ashes = a.number and i.removed_on is null))
            """,
            "update cemetery_position set state = 'Occupied', version = version + 1 where state = 'Available' and exists (select 1 from cemetery_interment i where i.position_id = cemetery_position.id and i.removed_on is null)",
        ];
    }

    /// <summary>Rights of the old table that still hold, as the custody of the ashes says it too.</summary>
    private const string Active = """
        funeral_niche_right f join funeral_ashes a on a.id = f.ashes_id and f.ended_on is null and a.status in ('Deposited', 'Placed') and a.place_id = f.niche_id
            join funeral_case c on c.id = f.case_id join cemetery_position p on p.code = f.niche_id
        """;
}
