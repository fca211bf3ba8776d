using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Drafts;
using Anmin.Billing.Lists.Evaluation;
using Anmin.Billing.Lists.Showing;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Lists.Clerks;

namespace Anmin.Billing.Tests.Lists;

/// <summary>Every use case of lists: works, is denied without the permission, is as if not there for another unit, and done once when sent twice.</summary>
public abstract class UseCaseTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Clerks Clerks => new(App);

    public static readonly TheoryData<string> Commands = [nameof(DraftPriceList), nameof(ChangePriceItem), nameof(RemovePriceItem), nameof(ReplacePriceItems), nameof(ChangePricePackage), nameof(RemovePricePackage), nameof(CheckPriceList), nameof(FilePriceList), nameof(PublishPriceList), nameof(WithdrawDraft), nameof(RecordEvaluation)];

    public static readonly TheoryData<string> Questions = [nameof(GetPriceList), nameof(ComparePriceLists), nameof(ExportPriceList)];

    private sealed record Ready(Actor Who, string List, Func<Actor, string?, Task<Problem?>> Run);

    private static byte[] Sheet => ExportPriceList.Commas([["编码", "项目", "目录编码", "类别", "管理方式", "单位", "最高价（元）"], ["hall", "告别厅", "hall", "非基础项目", "政府指导价", "次", "300"]]);

    private async Task<Ready> ReadyAsync(string name)
    {
        switch (name)
        {
            case nameof(DraftPriceList):
                var first = Clerks.NextDay();
                return Of(Clerk, "", s => s.GetRequiredService<DraftPriceList>(), new DraftPriceList.Request("fh-1", "清单", "文件", Text(first), true));
            case nameof(ChangePriceItem):
                var a = await Clerks.DraftAsync();
                return Of(Clerk, a, s => s.GetRequiredService<ChangePriceItem>(), new ChangePriceItem.Request(a, "basket", "花篮", "hall", ItemClass.Optional, PricingWay.Range, "次", "10", "20", false, "", null, null));
            case nameof(RemovePriceItem):
                var b = await Clerks.DraftAsync();
                return Of(Clerk, b, s => s.GetRequiredService<RemovePriceItem>(), new RemovePriceItem.Request(b, "hall"));
            case nameof(ReplacePriceItems):
                var c = await Clerks.DraftAsync();
                return Of(Clerk, c, s => s.GetRequiredService<ReplacePriceItems>(), new ReplacePriceItems.Request(c, Sheet));
            case nameof(ChangePricePackage):
                var d = await Clerks.DraftAsync();
                return Of(Clerk, d, s => s.GetRequiredService<ChangePricePackage>(), new ChangePricePackage.Request(d, "plain", "组合", "100", "cremation 1\ntransport 1"));
            case nameof(RemovePricePackage):
                var e = await Clerks.DraftAsync();
                Must(await App.As(Clerk).RunAsync(s => s.GetRequiredService<ChangePricePackage>(), new ChangePricePackage.Request(e, "plain", "组合", "100", "cremation 1\ntransport 1")));
                return Of(Clerk, e, s => s.GetRequiredService<RemovePricePackage>(), new RemovePricePackage.Request(e, "plain"));
            case nameof(CheckPriceList):
                var f = await Clerks.DraftAsync();
                return Of(Clerk, f, s => s.GetRequiredService<CheckPriceList>(), new CheckPriceList.Request(f));
            case nameof(FilePriceList):
                var g = await Clerks.CheckedAsync();
                return Of(Bureau, g, s => s.GetRequiredService<FilePriceList>(), new FilePriceList.Request(g, "备1", "2026-04-15", "文件"));
            case nameof(PublishPriceList):
                var h = await Clerks.FiledAsync();
                return Of(Chief, h, s => s.GetRequiredService<PublishPriceList>(), new PublishPriceList.Request(h, null));
            case nameof(WithdrawDraft):
                var i = await Clerks.DraftAsync();
                return Of(Clerk, i, s => s.GetRequiredService<WithdrawDraft>(), new WithdrawDraft.Request(i, "另起一份"));
            case nameof(RecordEvaluation):
                var on = new DateOnly(2026, 1, 1).AddDays(Clerks.NextDay().DayNumber % 100);
                return Of(Bureau, "fh-1-2024", s => s.GetRequiredService<RecordEvaluation>(), new RecordEvaluation.Request("fh-1-2024", Text(on), "价格合理"));
            case nameof(GetPriceList):
                return Of(Clerk, "fh-1-2024", s => s.GetRequiredService<GetPriceList>(), new GetPriceList.Request("fh-1-2024"));
            case nameof(ComparePriceLists):
                return Of(Clerk, "fh-1-2024", s => s.GetRequiredService<ComparePriceLists>(), new ComparePriceLists.Request(await Clerks.DraftAsync(), "fh-1-2024"));
            default:
                return Of(Clerk, "fh-1-2024", s => s.GetRequiredService<ExportPriceList>(), new ExportPriceList.Request("fh-1-2024", "xlsx"));
        }
    }

    private Ready Of<TRequest, TReply>(Actor who, string list, Func<IServiceProvider, IUseCase<TRequest, TReply>> useCase, TRequest request)
        => new(who, list, async (by, key) => (await App.As(by).RunAsync(useCase, request, key)).Problem);

    [Theory, MemberData(nameof(Commands)), MemberData(nameof(Questions))]
    public async Task Works(string name)
    {
        var ready = await ReadyAsync(name);
        (await ready.Run(ready.Who, null)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Commands)), MemberData(nameof(Questions))]
    public async Task Denied_without_the_permission(string name) => (await (await ReadyAsync(name)).Run(Nobody, null))!.Code.ShouldBe("kernel.denied");

    [Theory, MemberData(nameof(Commands)), MemberData(nameof(Questions))]
    public async Task Another_unit_finds_nothing(string name)
        => (await (await ReadyAsync(name)).Run(Stranger, null))!.Code.ShouldBe(name == nameof(DraftPriceList) ? "billing.list.institution" : "kernel.not-found");

    [Theory, MemberData(nameof(Commands))]
    public async Task Sent_twice_it_is_done_once(string name)
    {
        var ready = await ReadyAsync(name);
        var key = Guid.NewGuid().ToString("N");
        (await ready.Run(ready.Who, key)).ShouldBeNull();
        var lines = await App.CountAsync("select count(*) from kernel_journal");
        var version = ready.List.Length == 0 ? 0 : (await Clerks.LoadAsync(ready.List)).Version;
        (await ready.Run(ready.Who, key)).ShouldBeNull();
        (await App.CountAsync("select count(*) from kernel_journal")).ShouldBe(lines);
        if (ready.List.Length > 0) (await Clerks.LoadAsync(ready.List)).Version.ShouldBe(version);
    }

    [Theory]
    [InlineData(nameof(RemovePriceItem), "billing.list.item-gone"), InlineData(nameof(RemovePricePackage), "billing.list.package-gone"), InlineData(nameof(WithdrawDraft), "billing.list.not-open"), InlineData(nameof(RecordEvaluation), "billing.list.evaluated")]
    [InlineData(nameof(FilePriceList), "billing.list.not-checked"), InlineData(nameof(PublishPriceList), "billing.list.not-filed")]
    public async Task A_second_time_anew_is_refused(string name, string code)
    {
        var ready = await ReadyAsync(name);
        (await ready.Run(ready.Who, null)).ShouldBeNull();
        (await ready.Run(ready.Who, null))!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task The_list_of_lists_is_of_those_within_reach()
    {
        Task<Outcome<FindPriceLists.Reply>> Find(Actor by) => App.As(by).RunAsync(s => s.GetRequiredService<FindPriceLists>(), new FindPriceLists.Request());
        Must(await Find(Clerk)).Rows.Select(r => r.Institution).Distinct().ShouldBe(["fh-1"]);
        Must(await Find(Stranger)).Rows.Select(r => r.Institution).Distinct().ShouldBe(["fh-2"]);
        (await Find(Nobody)).Problem!.Code.ShouldBe("kernel.denied");
        Must(await Find(Bureau)).ShouldSatisfyAllConditions(r => r.Without.ShouldBeEmpty(), r => r.Rows.Select(x => x.Institution).Distinct().ShouldBe(["ce-1", "co-1", "fh-1"], ignoreOrder: true));
    }

    [Theory]
    [InlineData("2023-12-31"), InlineData("2026-04-16")]
    public async Task An_evaluation_of_no_day_of_the_list_is_refused(string on)
        => (await App.As(Bureau).RunAsync(s => s.GetRequiredService<RecordEvaluation>(), new RecordEvaluation.Request("fh-1-2024", on, "合理"))).Problem!.Code.ShouldBe("billing.list.evaluation-day");

    [Fact]
    public async Task Lists_of_two_institutions_are_not_compared()
    {
        var everywhere = Bureau with { Grants = Grants.Of(DataScope.Everything, [BillingPermissions.ReadLists.Code]) };
        (await App.As(everywhere).RunAsync(s => s.GetRequiredService<ComparePriceLists>(), new ComparePriceLists.Request("fh-1-2024", "fh-2-2024"))).Problem!.Code.ShouldBe("billing.list.other-institution");
    }
}

public sealed class UseCaseTestsOnSqlite(SqliteApp f) : UseCaseTests(f), IClassFixture<SqliteApp>;

public sealed class UseCaseTestsOnPostgres(PostgresApp f) : UseCaseTests(f), IClassFixture<PostgresApp>;
