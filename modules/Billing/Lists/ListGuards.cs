using Anmin.Kernel.Data;

namespace Anmin.Billing.Lists;

/// <summary>What keeps a published list as it was, and two lists of one institution apart, on both databases.</summary>
internal static class ListGuards
{
    private const string Counted = "('Published', 'Superseded')";

    private static readonly (string Table, string Name)[] Parts = [("billing_price_item", "guard_price_item"), ("billing_price_term", "guard_price_term"), ("billing_price_package", "guard_price_package"), ("billing_price_package_item", "guard_price_package_item")];

    public static IEnumerable<string> All(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "billing_price_list", "insert", [("guard_price_list_born", "new.state not in ('Draft', 'Published') or (new.state = 'Published' and new.drafted_by is not null)")]),
        .. GuardTriggers.Before(kind, "billing_price_list", "update", [("guard_price_list_steps", $"new.state <> old.state and not ({Steps})")]),
        .. GuardTriggers.Before(kind, "billing_price_list", "update", [("guard_price_list_kept", $"old.state in {Counted} and (new.code <> old.code or new.institution <> old.institution or new.title <> old.title or new.document <> old.document or new.\"from\" <> old.\"from\" or {Other("drafted_by")} or {Other("filing_number")} or {Other("filed_by")} or {Other("published_by")} or {Other("replaces")} or (old.until is not null and (new.until is null or new.until <> old.until)))")]),
        .. GuardTriggers.Before(kind, "billing_price_list", "delete", [("guard_price_list_deleted", "true")]),
        .. Parts.SelectMany(p => Lines(kind, p.Table, p.Name)),
        .. Apart(kind),
    ];

    private const string Steps = """
        (old.state = 'Draft' and new.state in ('Checked', 'Withdrawn')) or (old.state = 'Checked' and new.state in ('Draft', 'Filed', 'Withdrawn'))
        or (old.state = 'Filed' and new.state in ('Draft', 'Published', 'Withdrawn')) or (old.state = 'Published' and new.state = 'Superseded')
        """;

    private static string Other(string column) => $"coalesce(new.{column}, '') <> coalesce(old.{column}, '')";

    private static IEnumerable<string> Lines(DatabaseKind kind, string table, string name) =>
    [
        .. GuardTriggers.Before(kind, table, "insert", [(name + "_added", Closed("new"))]),
        .. GuardTriggers.Before(kind, table, "update", [(name + "_changed", $"{Closed("old")} or {Closed("new")}")]),
        .. GuardTriggers.Before(kind, table, "delete", [(name + "_deleted", Closed("old"))]),
    ];

    // a pack lays the lines before the list they belong to
    private static string Closed(string row) => $"exists (select 1 from billing_price_list l where l.code = {row}.list and l.state not in ('Draft', 'Checked'))";

    private static IEnumerable<string> Apart(DatabaseKind kind) => kind == DatabaseKind.Postgres
        ?
        [
            "create extension if not exists btree_gist",
            $"""
            do $$ begin
              if not exists (select 1 from pg_constraint where conname = 'guard_price_list_once') then
                alter table billing_price_list add constraint guard_price_list_once
                  exclude using gist (institution with =, daterange("from", until, '[]') with &&) where (state in {Counted});
              end if;
            end $$
            """,
        ]
        : [.. Once("insert", "insert"), .. Once("update", "update of state, institution, \"from\", until")];

    private static string[] Once(string name, string act) =>
    [
        $"drop trigger if exists guard_price_list_once_{name}",
        $"""
        create trigger guard_price_list_once_{name} before {act} on billing_price_list when new.state in {Counted} begin
          select raise(abort, 'guard_price_list_once') where exists (
            select 1 from billing_price_list r
            where r.institution = new.institution and r.id <> new.id and r.state in {Counted} and (r.until is null or r.until >= new."from") and (new.until is null or new.until >= r."from"));
        end
        """,
    ];
}
