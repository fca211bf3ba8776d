using System.Data.Common;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Lists.Clerks;

namespace Anmin.Billing.Tests.Lists;

/// <summary>The database alone, asked by raw SQL, keeps published lists as they were.</summary>
public abstract class GuardTests(AppFixture fixture)
{
    private const string Columns = "institution, title, document, until, standing, drafted_by, filing_number, filed_on, filed_by, published_by, published_at, replaces, version";

    private TestApp App => fixture.App;

    private Clerks Clerks => new(App);

    private string Fresh => App.Kind == DatabaseKind.Postgres ? "gen_random_uuid()" : "'" + Guid.CreateVersion7().ToString().ToUpperInvariant() + "'";

    private async Task RefusedAsync(string sql, string guard)
        => (await Should.ThrowAsync<DbException>(() => App.SqlAsync(sql), sql)).Message.ShouldContain(guard);

    [Theory]
    [InlineData("update billing_price_list set title = 'x' where code = 'fh-1-2024'", "guard_price_list_kept")]
    [InlineData("update billing_price_list set document = 'x' where code = 'fh-1-2024'", "guard_price_list_kept")]
    [InlineData("update billing_price_list set \"from\" = '2020-01-01' where code = 'fh-1-2024'", "guard_price_list_kept")]
    [InlineData("update billing_price_list set published_by = 'x' where code = 'fh-1-2024'", "guard_price_list_kept")]
    [InlineData("update billing_price_list set state = 'Draft' where code = 'fh-1-2024'", "guard_price_list_steps")]
    [InlineData("delete from billing_price_list where code = 'fh-1-2024'", "guard_price_list_deleted")]
    [InlineData("update billing_price_item set most = most + 1 where list = 'fh-1-2024'", "guard_price_item_changed")]
    [InlineData("delete from billing_price_item where list = 'fh-1-2024'", "guard_price_item_deleted")]
    [InlineData("update billing_price_term set fen = fen + 1 where list = 'fh-1-2024'", "guard_price_term_changed")]
    [InlineData("delete from billing_price_term where list = 'fh-1-2024'", "guard_price_term_deleted")]
    [InlineData("insert into billing_price_term (list, item, ordinal, kind, \"from\", fen, percent) values ('fh-1-2024', 'hall', 99, 'Infectious', 0, 0, 200)", "guard_price_term_added")]
    [InlineData("insert into billing_price_package (list, code, name, fen) values ('fh-1-2024', 'p', 'p', 1)", "guard_price_package_added")]
    public Task What_was_published_stays(string sql, string guard) => RefusedAsync(sql, guard);

    [Fact]
    public async Task No_line_is_added_to_a_published_list_nor_moved_into_it()
    {
        var copy = $"insert into billing_price_item (list, code, ordinal, name, catalogue, class, way, unit, least, most, must_offer) select list, 'more', 99, name, catalogue, class, way, unit, least, most, must_offer from billing_price_item where list = 'fh-1-2024' and code = 'hall'";
        await RefusedAsync(copy, "guard_price_item_added");
        var draft = await Clerks.DraftAsync();
        await RefusedAsync($"update billing_price_item set list = 'fh-1-2024', code = 'moved' where list = '{draft}' and code = 'hall'", "guard_price_item_changed");
        (await App.SqlAsync($"update billing_price_item set most = most + 1 where list = '{draft}' and code = 'hall'")).ShouldBe(1, "a draft may change");
    }

    [Fact]
    public async Task An_end_once_set_is_not_moved()
    {
        await Clerks.PublishedAsync();
        var old = await Clerks.LoadAsync((await Clerks.LoadAsync(await Clerks.PublishedAsync())).Replaces!);
        await RefusedAsync($"update billing_price_list set until = '{Text(old.Until!.Value.AddDays(1))}' where code = '{old.Code}'", "guard_price_list_");
        await RefusedAsync($"update billing_price_list set until = null where code = '{old.Code}'", "guard_price_list_");
    }

    [Fact]
    public async Task Two_lists_of_one_institution_do_not_share_a_day()
    {
        Task<int> Insert(string code, string from, string until) => App.SqlAsync($"insert into billing_price_list (id, code, \"from\", state, {Columns}) select {Fresh}, '{code}', '{from}', 'Published', institution, title, document, {(until.Length == 0 ? "null" : $"'{until}'")}, null, null, null, null, null, null, null, null, 0 from billing_price_list where code = 'fh-2-2024'");
        (await Should.ThrowAsync<DbException>(() => Insert("fh-2-again", "2026-06-01", ""))).Message.ShouldContain("guard_price_list_once");
        (await Should.ThrowAsync<DbException>(() => Insert("fh-2-again", "2020-01-01", "2024-01-01"))).Message.ShouldContain("guard_price_list_once");
        (await Insert("fh-2-before", "2020-01-01", "2023-12-31")).ShouldBe(1);
        (await Should.ThrowAsync<DbException>(() => Insert("fh-2-once", "2023-12-31", "2023-12-31"))).Message.ShouldContain("guard_price_list_once");
    }

    [Fact]
    public async Task A_drafted_list_goes_its_way_by_two_people()
    {
        var list = await Clerks.FiledAsync();
        await RefusedAsync($"update billing_price_list set state = 'Published', published_by = drafted_by, \"from\" = '2000-01-01', until = '2000-01-02' where code = '{list}'", "billing_price_list_two");
        await RefusedAsync($"update billing_price_list set filing_number = null where code = '{list}'", "billing_price_list_filed");
        await RefusedAsync($"insert into billing_price_list (id, code, \"from\", state, {Columns}) select {Fresh}, 'sneaked', \"from\", 'Filed', {Columns} from billing_price_list where code = '{list}'", "guard_price_list_born");
        await RefusedAsync($"update billing_price_item set most = most + 1 where list = '{list}'", "guard_price_item_changed");
        var draft = await Clerks.DraftAsync();
        await RefusedAsync($"update billing_price_list set state = 'Published', \"from\" = '2000-01-01', until = '2000-01-02' where code = '{draft}'", "guard_price_list_steps");
        await RefusedAsync($"update billing_price_list set standing = 'fh-1' where code = '{draft}'", "billing_price_list_standing");
        await RefusedAsync($"update billing_price_item set least = most + 1 where list = '{draft}' and code = 'hall'", "billing_price_item_amounts");
    }

    [Fact]
    public async Task Marks_of_evaluation_are_only_added()
    {
        await App.SqlAsync($"insert into billing_price_evaluation (id, list, institution, kind, \"on\", \"by\", at, conclusion) values ({Fresh}, 'fh-1-2024', 'fh-1', 'Done', '2026-01-01', 'x', {(App.Kind == DatabaseKind.Postgres ? "now()" : "0")}, 'x')");
        await RefusedAsync("update billing_price_evaluation set conclusion = 'y'", "append-only");
        await RefusedAsync("delete from billing_price_evaluation", "append-only");
    }
}

public sealed class GuardTestsOnSqlite(SqliteApp f) : GuardTests(f), IClassFixture<SqliteApp>;

public sealed class GuardTestsOnPostgres(PostgresApp f) : GuardTests(f), IClassFixture<PostgresApp>;
