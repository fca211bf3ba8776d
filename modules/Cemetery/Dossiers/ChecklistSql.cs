using Anmin.Kernel.Data;

namespace Anmin.Cemetery.Dossiers;

/// <summary><see cref="Checklist"/> in SQL, for triggers. A random walk and the nightly recount hold the two together.</summary>
internal static class ChecklistSql
{
    /// <summary>Of a row <c>z</c> of <see cref="Count"/>.</summary>
    public const string Score = "case when z.needed = 0 then 100 else z.held * 100 / z.needed end";

    private const string Proved = "('CremationCertificate', 'DeathCertificate', 'OldRegister')";

    /// <summary>One row: standing, needed, held and missing of one right. What is known of the right is read once, then every item is looked at; papers only where there are any.</summary>
    /// <param name="right">Its id, as the statement around says it.</param>
    public static string Count(DatabaseKind kind, string right)
    {
        var (list, last) = kind == DatabaseKind.Sqlite ? ("group_concat(case when l.have < l.need then ' ' || l.code || ' ' end, '')", "") : ("string_agg(case when l.have < l.need then ' ' || l.code || ' ' end, '' order by l.place, l.code)", " collate \"C\"");
        return $"""
            select coalesce(sum(l.weight), 0) as needed, coalesce(sum(case when l.have >= l.need then l.weight else 0 end), 0) as held, coalesce({list}, '') as missing,
              (select case r.state when 'Ended' then 'Ended' when 'Lapsed' then 'Void' when 'Cancelled' then 'Void' else 'Current' end from cemetery_right r where r.id = {right}) as standing
            from (select i.id{last} as code, i.weight, i.place,
                case i.per when 'Right' then 1
                  when 'Person' then case when f.people = 0 and f.proved then 1 else f.people end
                  when 'Exception' then case when f.proved then 0 else 1 end
                  when 'Renewal' then f.renewals
                  when 'NameChange' then f.passed_on
                  when 'Removal' then case when f.removed > 0 then 1 else 0 end
                  when 'Ending' then f.ended else 0 end as need,
                case when f.scanned then (select count(*) from cemetery_dossier_paper y where y.dossier_id = f.id and y.item = i.id and y.state = 'Current') else 0 end +
                case i.shown when 'Contract' then f.numbered when 'Certificate' then f.certified
                  when 'Case' then case when f.of_case and f.of_cases = 0 then 1 else f.of_cases end else 0 end as have
              from (select r.id, r.kind, r.basis, r.basis in {Proved} as proved, r.case_id is not null as of_case,
                  case when r.state = 'Ended' then 1 else 0 end as ended,
                  case when r.number is not null and r.basis <> 'OldRegister' then 1 else 0 end as numbered,
                  case when r.certificate is not null and r.basis <> 'OldRegister' then 1 else 0 end as certified,
                  x.people, x.of_cases, x.removed,
                  (select count(*) from cemetery_right_term t where t.right_id = r.id and t.seq > 1) as renewals,
                  coalesce((select d.passed_on from cemetery_dossier d where d.id = r.id), 0) as passed_on,
                  exists (select 1 from cemetery_dossier_paper y where y.dossier_id = r.id and y.state = 'Current') as scanned
                from cemetery_right r cross join (select count(*) as people, count(i.case_id) as of_cases, count(i.removed_on) as removed from cemetery_interment i where i.right_id = {right}) x
                where r.id = {right} limit 1) f cross join cemetery_dossier_item i
              where i.required and (i.kinds = '' or ' ' || i.kinds || ' ' like '% ' || f.kind || ' %') and (i.bases = '' or ' ' || i.bases || ' ' like '% ' || f.basis || ' %')
              order by i.place, code) l where l.need > 0
            """;
    }
}
