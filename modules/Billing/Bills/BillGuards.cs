using Anmin.Kernel.Data;

namespace Anmin.Billing.Bills;

/// <summary>What columns, checks and foreign keys of bills cannot hold, as triggers on both providers.</summary>
internal static class BillGuards
{
    /// <summary>The list is published, of the bill's institution, and in force on its service day.</summary>
    private const string Listed = """
        not exists (select 1 from billing_price_list p join billing_bill b on b.institution = p.institution where b.id = new.bill_id and p.code = new.list
        and p.state in ('Published', 'Superseded') and p."from" <= b.service_day and (p.until is null or p.until >= b.service_day))
        """;

    /// <summary>However the line was made: no unit costs more than the printed row with its own terms allows.</summary>
    private const string Ceiling = """
        new.unit_fen > (select case when i.way = 'Markup'
          then coalesce(new.cost_fen, 0) * (100 + coalesce((select max(cast(t.percent as double precision)) from billing_price_term t where t.list = i.list and t.item = i.code and t.kind = 'MarkupCap'), 0)) / 100
          else (case when i.most >= coalesce((select max(t.fen) from billing_price_term t where t.list = i.list and t.item = i.code and t.kind in ('Amount', 'Tier')), 0) then i.most
            else (select max(t.fen) from billing_price_term t where t.list = i.list and t.item = i.code and t.kind in ('Amount', 'Tier')) end)
            * (100 + coalesce((select max(cast(t.percent as double precision)) from billing_price_term t where t.list = i.list and t.item = i.code and t.kind = 'Float'), 0)) / 100 end
          from billing_price_item i where i.list = new.list and i.code = new.item)
        """;

    private const string Relief = """
        new.kind = 'Relief' and coalesce((select sum(l.amount_fen) from billing_bill_line l where l.bill_id = new.bill_id and l.edition = new.edition and (l.line = new."of" or l."of" = new."of")), 0) + new.amount_fen < 0
        """;

    private const string Signature = """
        not exists (select 1 from billing_bill_edition e join billing_bill b on b.id = e.bill_id where e.bill_id = new.bill_id and e.number = new.edition and e.hash = new.hash and b.edition = e.number
        and e.due_fen = (select coalesce(sum(l.amount_fen), 0) from billing_bill_line l where l.bill_id = e.bill_id and l.edition = e.number))
        """;

    public static IEnumerable<string> All(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "billing_bill_line", "insert",
        [
            ("guard_bill_line_listed", Listed),
            ("guard_bill_line_ceiling", Ceiling),
            ("guard_bill_line_relief", Relief),
            ("guard_bill_line_signed", "exists (select 1 from billing_bill_signature s where s.bill_id = new.bill_id and s.edition = new.edition)"),
        ]),
        .. GuardTriggers.Before(kind, "billing_bill_signature", "insert", [("guard_bill_signature", Signature)]),
        .. GuardTriggers.Before(kind, "billing_bill", "update",
        [
            ("guard_bill_settled", "new.state in ('Settled', 'Paid') and not exists (select 1 from billing_bill_signature s where s.bill_id = new.id and s.edition = new.edition)"),
            ("guard_bill_kept", "new.subject <> old.subject or new.institution <> old.institution or new.service_day <> old.service_day or new.number <> old.number or (old.state in ('Settled', 'Paid') and (new.edition <> old.edition or new.due_fen <> old.due_fen or new.state = 'Quoted' or new.state = 'Signed' or (old.state = 'Paid' and new.state <> 'Paid') or new.paid_fen < old.paid_fen or new.refunded_fen < old.refunded_fen))"),
            ("guard_bill_due", "new.state in ('Signed', 'Settled', 'Paid') and not exists (select 1 from billing_bill_edition e where e.bill_id = new.id and e.number = new.edition and e.due_fen = new.due_fen and e.relief_fen = new.relief_fen)"),
        ]),
        .. GuardTriggers.Before(kind, "billing_bill", "delete", [("guard_bill_deleted", "1 = 1")]),
    ];
}
