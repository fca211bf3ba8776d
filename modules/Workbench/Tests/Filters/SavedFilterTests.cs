using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Anmin.Ui.Frame;
using Anmin.Workbench.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Workbench.Tests.Filters;

/// <summary>What a list is cut to, under a name: one's own, shared with an institution, never an address elsewhere and never a person's number.</summary>
public abstract class SavedFilterTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_the_page_names_is_kept_in_one_order_and_nothing_people_searched_for()
    {
        var saved = Must(await SaveAsync("馆长", "?q=周建国&after=1f-abc&county=321302&status=open&evil=//elsewhere", "在办的"));
        saved.Href.ShouldBe("/work/cases?status=open&county=321302");
        var shelf = await ShelfAsync("馆长");
        shelf.Chips.ShouldContain(new SavedFilterChip("在办的", saved.Href, false, false));
        (await ShelfAsync("前台")).Chips.ShouldNotContain(c => c.Name == "在办的");
        Must(await DropAsync("馆长", saved.FilterId));
    }

    [Theory]
    [InlineData("/work/elsewhere", "?status=open", "workbench.filter.page")]
    [InlineData("https://example.org/work/cases", "?status=open", "workbench.filter.page")]
    [InlineData("//example.org", "?status=open", "workbench.filter.page")]
    [InlineData("/work/cases", "?q=周建国", "workbench.filter.empty")]
    [InlineData("/work/cases", "?status=13812345678", "workbench.filter.personal")]
    [InlineData("/work/cases", "?status=１３８１２３４５６７８", "workbench.filter.personal")]
    [InlineData("/work/cases", "?county=11010519491231002X", "workbench.filter.personal")]
    public async Task What_is_no_filter_of_a_page_of_ours_or_names_a_person_is_refused(string page, string query, string code)
        => (await App.As("馆长").RunAsync(s => s.GetRequiredService<SaveFilter>(), new SaveFilter.Request(page, query, "甲"))).Problem!.Code.ShouldBe(code);

    [Fact]
    public async Task A_name_that_is_a_number_is_refused_and_so_are_an_empty_one_and_one_used_before()
    {
        (await SaveAsync("馆长", "?status=open", "13812345678")).Problem.ShouldBe(FilterProblems.Personal);
        (await SaveAsync("馆长", "?status=open", " ")).Problem!.Field.ShouldBe("Name");
        var saved = Must(await SaveAsync("馆长", "?status=open", "同名"));
        (await SaveAsync("馆长", "?status=Reported", "同名")).Problem.ShouldBe(FilterProblems.NameTaken);
        var other = Must(await SaveAsync("馆长", "?status=Reported", "另一个"));
        (await App.As("馆长").RunAsync(s => s.GetRequiredService<RenameFilter>(), new RenameFilter.Request(other.FilterId, "同名"))).Problem.ShouldBe(FilterProblems.NameTaken);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<RenameFilter>(), new RenameFilter.Request(other.FilterId, "我的"))).Problem.ShouldBe(KernelProblems.NotFound);
        (await Should.ThrowAsync<Exception>(() => App.SqlAsync("update workbench_filter set query = 'https://example.org'"))).Message.ShouldContain("workbench_filter_query");
        Must(await DropAsync("馆长", saved.FilterId));
        Must(await DropAsync("馆长", other.FilterId));
    }

    [Fact]
    public async Task Shared_by_who_may_it_is_used_in_the_institution_and_changed_by_its_maker_only()
    {
        var saved = Must(await SaveAsync("馆长", "?status=Verified", "待处理"));
        (await App.As("前台").RunAsync(s => s.GetRequiredService<ShareFilter>(), new ShareFilter.Request(saved.FilterId, true))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await ShareAsync("馆长", saved.FilterId, true));
        (await ShelfAsync("前台")).Chips.ShouldContain(new SavedFilterChip("待处理", saved.Href, false, true));
        (await ShelfAsync("外前台")).Chips.ShouldNotContain(c => c.Name == "待处理");
        (await DropAsync("前台", saved.FilterId)).Problem.ShouldBe(KernelProblems.NotFound);
        (await PreferAsync("外前台", saved.FilterId, true)).Problem.ShouldBe(KernelProblems.NotFound);

        Must(await PreferAsync("前台", saved.FilterId, true));
        (await ShelfAsync("前台")).Chips.Single(c => c.Preferred).Name.ShouldBe("待处理");
        (await ShelfAsync("馆长")).Chips.ShouldNotContain(c => c.Preferred);
        // no longer shared, it is no longer anybody else's default
        Must(await ShareAsync("馆长", saved.FilterId, false));
        (await ShelfAsync("前台")).Chips.ShouldNotContain(c => c.Name == "待处理");
        (await App.ReadAsync(db => db.PreferredFilters.CountAsync(p => p.FilterId == saved.FilterId, Ct))).ShouldBe(0);
        Must(await PreferAsync("馆长", saved.FilterId, true));
        Must(await DropAsync("馆长", saved.FilterId));
        (await ShelfAsync("馆长")).Chips.ShouldNotContain(c => c.Preferred);
    }

    [Fact]
    public async Task One_default_a_page_and_person_and_repeated_with_one_key_it_is_one()
    {
        var request = new SaveFilter.Request("/work/cases", "?hold=true", "暂停的");
        var first = Must(await App.As("前台").RunAsync(s => s.GetRequiredService<SaveFilter>(), request, "hold"));
        Must(await App.As("前台").RunAsync(s => s.GetRequiredService<SaveFilter>(), request, "hold")).ShouldBe(first);
        var second = Must(await SaveAsync("前台", "?status=Closed", "办结的"));
        Must(await PreferAsync("前台", first.FilterId, true));
        Must(await PreferAsync("前台", second.FilterId, true));
        (await ShelfAsync("前台")).Chips.Single(c => c.Preferred).Name.ShouldBe("办结的");
        Must(await PreferAsync("前台", second.FilterId, false));
        (await ShelfAsync("前台")).Chips.ShouldNotContain(c => c.Preferred);
        (await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<FindFilters>(), new FindFilters.Request())).Problem!.Kind.ShouldBe(ProblemKind.SignInNeeded);
        // a page this person cannot open shows and keeps nothing
        (await App.As("接线员").RunAsync(s => s.GetRequiredService<SaveFilter>(), new SaveFilter.Request("/work/cemetery/rights", "?state=Held", "甲"))).Problem.ShouldBe(FilterProblems.NoPage);
        Must(await DropAsync("前台", first.FilterId));
        Must(await DropAsync("前台", second.FilterId));
    }

    private Task<Outcome<SaveFilter.Reply>> SaveAsync(string persona, string query, string name) => App.As(persona).RunAsync(s => s.GetRequiredService<SaveFilter>(), new SaveFilter.Request("/work/cases", query, name));

    private Task<Outcome<Done>> DropAsync(string persona, Guid id) => App.As(persona).RunAsync(s => s.GetRequiredService<DropFilter>(), new DropFilter.Request(id));

    private Task<Outcome<Done>> ShareAsync(string persona, Guid id, bool shared) => App.As(persona).RunAsync(s => s.GetRequiredService<ShareFilter>(), new ShareFilter.Request(id, shared));

    private Task<Outcome<Done>> PreferAsync(string persona, Guid id, bool preferred) => App.As(persona).RunAsync(s => s.GetRequiredService<PreferFilter>(), new PreferFilter.Request(id, preferred));

    private async Task<SavedFilterShelf> ShelfAsync(string persona)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = App.As(persona).Actor;
        return await scope.ServiceProvider.GetRequiredService<ISavedFilters>().OfAsync("/work/cases", Ct);
    }

    private static T Must<T>(Outcome<T> outcome) => outcome.Try(out var value, out var problem) ? value : throw new InvalidOperationException($"{problem.Code} {problem.Message}");
}

public sealed class SavedFiltersOnSqlite(SqliteApp f) : SavedFilterTests(f), IClassFixture<SqliteApp>;

public sealed class SavedFiltersOnPostgres(PostgresApp f) : SavedFilterTests(f), IClassFixture<PostgresApp>;
