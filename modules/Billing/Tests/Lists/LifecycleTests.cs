using Anmin.Billing.Lists;
using Anmin.Billing.Lists.Drafts;
using Anmin.Billing.Pricing;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Billing.Tests.Lists.Clerks;

namespace Anmin.Billing.Tests.Lists;

/// <summary>From the copy of the list in force to the day after, and every step that is refused on the way.</summary>
public abstract class LifecycleTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Clerks Clerks => new(App);

    [Fact]
    public async Task A_list_goes_from_draft_to_published_and_the_one_before_ends_the_day_before()
    {
        var before = await Clerks.PublishedAsync();
        var list = await Clerks.DraftAsync();
        Must(await Clerks.ItemAsync(list, "cremation", r => r with { Name = "火化费", Catalogue = "cremation", Class = ItemClass.Basic, Way = PricingWay.GovGuided, Unit = "具", Most = "110", MustOffer = true, Terms = "不满7周岁按50%；一级上浮30%" }));
        Must(await Clerks.CheckAsync(list)).Checked.ShouldBeTrue();
        Must(await Clerks.FileAsync(list));
        var day = Clerks.NextDay();
        Must(await Clerks.PublishAsync(list, from: day)).Published.ShouldBeTrue();
        var (old, now) = (await Clerks.LoadAsync(before), await Clerks.LoadAsync(list));
        (old.State, old.Until, old.Standing).ShouldBe((PriceListState.Superseded, day.AddDays(-1), null));
        (now.State, now.From, now.Until, now.Replaces, now.PublishedBy, now.FilingNumber).ShouldBe((PriceListState.Published, day, null, before, "chief", "备〔2026〕1号"));
        (await Clerks.EventsAsync(list)).ShouldContain("billing.price-list-published.v1");
        (await App.ReadAsync(db => db.PriceListItems.CountAsync(i => i.List == list))).ShouldBe(20);
        (await App.CountAsync($"select count(*) from kernel_journal where kind = 'list.published' and data like '%{Text(day)}%'")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_drafted_it_does_not_publish_it()
    {
        var list = Must(await Clerks.TryDraftAsync(Chief)).Code;
        Must(await Clerks.CheckAsync(list));
        Must(await Clerks.FileAsync(list));
        (await Clerks.PublishAsync(list, Chief)).Problem!.Code.ShouldBe("billing.list.second-person");
    }

    [Fact]
    public async Task No_step_can_be_skipped()
    {
        var list = await Clerks.DraftAsync();
        (await Clerks.FileAsync(list)).Problem!.Code.ShouldBe("billing.list.not-checked");
        (await Clerks.PublishAsync(list)).Problem!.Code.ShouldBe("billing.list.not-filed");
        Must(await Clerks.CheckAsync(list));
        (await Clerks.PublishAsync(list)).Problem!.Code.ShouldBe("billing.list.not-filed");
        Must(await Clerks.ItemAsync(list, "basket"));
        (await Clerks.FileAsync(list)).Problem!.Code.ShouldBe("billing.list.not-checked", "a change undoes the check");
    }

    [Fact]
    public async Task Not_from_today_and_not_before_the_list_in_force_began()
    {
        var before = await Clerks.LoadAsync(await Clerks.PublishedAsync());
        var list = await Clerks.FiledAsync();
        (await Clerks.PublishAsync(list, from: new DateOnly(2026, 4, 15))).Problem!.Code.ShouldBe("billing.list.from");
        (await Clerks.PublishAsync(list, from: before.From)).Problem!.Code.ShouldBe("billing.list.overlaps");
        (await Clerks.PublishAsync(list, from: before.From.AddDays(-1))).Problem!.Message.ShouldContain("最早可以从");
        (await Clerks.TryDraftAsync(Clerk, from: new DateOnly(2026, 4, 15))).Problem!.Code.ShouldBe("billing.list.from");
    }

    [Fact]
    public async Task Two_chiefs_publish_at_once_and_one_day_has_one_list()
    {
        var (one, other, day) = (await Clerks.FiledAsync(), await Clerks.FiledAsync(), Clerks.NextDay());
        var both = await Task.WhenAll(Task.Run(() => Clerks.PublishAsync(one, from: day)), Task.Run(() => Clerks.PublishAsync(other, from: day)));
        both.Count(o => o.Ok).ShouldBe(1);
        both.Single(o => !o.Ok).Problem!.Code.ShouldBeOneOf("billing.list.overlaps", "kernel.changed-meanwhile");
    }

    [Fact]
    public async Task An_item_that_is_not_in_the_catalogue_keeps_the_list_a_draft()
    {
        var list = await Clerks.DraftAsync();
        Must(await Clerks.ItemAsync(list, "feng-shui", r => r with { Name = "看风水", Catalogue = "feng-shui" }));
        var reply = Must(await Clerks.CheckAsync(list));
        (reply.Checked, reply.Faults.Single().Item, reply.Faults.Single().Code).ShouldBe((false, "feng-shui", "catalogue"));
        (await Clerks.LoadAsync(list)).State.ShouldBe(PriceListState.Draft);
    }

    [Fact]
    public async Task What_the_catalogue_no_longer_knows_on_the_first_day_is_sent_back_at_publishing()
    {
        var list = await Clerks.FiledAsync();
        var reply = Must(await Clerks.PublishAsync(list, from: new DateOnly(2027, 1, 1)));
        reply.Published.ShouldBeFalse();
        reply.Faults.Single().Item.ShouldBe("autopsy-room", "its catalogue line ends on 31 December 2026");
        (await Clerks.LoadAsync(list)).State.ShouldBe(PriceListState.Draft);
    }

    [Fact]
    public async Task A_package_dearer_than_its_items_is_refused_and_told()
    {
        var list = await Clerks.DraftAsync();
        Task<Outcome<Done>> Price(string yuan) => App.As(Clerk).RunAsync(s => s.GetRequiredService<ChangePricePackage>(), new ChangePricePackage.Request(list, "plain", "简办组合", yuan, "cremation 1\ntransport 1\nstorage-day 3"));
        Must(await Price("280.01"));
        var reply = Must(await Clerks.CheckAsync(list));
        reply.Faults.Single().Code.ShouldBe("dearer");
        reply.Faults.Single().Message.ShouldContain("280元");
        (await Clerks.EventsAsync(list)).ShouldBe(["billing.package-dearer-than-items.v1"]);
        Must(await Price("280"));
        Must(await Clerks.CheckAsync(list)).Checked.ShouldBeTrue();
        Must(await App.As(Clerk).RunAsync(s => s.GetRequiredService<RemovePricePackage>(), new RemovePricePackage.Request(list, "plain")));
        (await App.ReadAsync(db => db.PriceListPackageItems.CountAsync(p => p.List == list))).ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_basic_type_is_refused_and_told()
    {
        var list = await Clerks.DraftAsync();
        Must(await App.As(Clerk).RunAsync(s => s.GetRequiredService<RemovePriceItem>(), new RemovePriceItem.Request(list, "transport")));
        Must(await Clerks.CheckAsync(list)).Faults.Single().Code.ShouldBe("basic");
        (await Clerks.EventsAsync(list)).ShouldBe(["billing.basic-type-missing.v1"]);
    }

    [Fact]
    public async Task A_published_list_can_neither_be_changed_nor_withdrawn()
    {
        var list = await Clerks.PublishedAsync();
        (await Clerks.ItemAsync(list, "basket")).Problem!.Code.ShouldBe("billing.list.not-open");
        (await Clerks.CheckAsync(list)).Problem!.Code.ShouldBe("billing.list.not-open");
        (await App.As(Clerk).RunAsync(s => s.GetRequiredService<WithdrawDraft>(), new WithdrawDraft.Request(list, "不要了"))).Problem!.Code.ShouldBe("billing.list.not-open");
        (await App.As(Clerk).RunAsync(s => s.GetRequiredService<RemovePriceItem>(), new RemovePriceItem.Request(list, "cremation"))).Problem!.Code.ShouldBe("billing.list.not-open");
    }

    [Fact]
    public async Task Every_fault_of_a_form_is_told_at_once()
    {
        var list = await Clerks.DraftAsync();
        var problem = (await Clerks.ItemAsync(list, "Bad Code", r => r with { Name = " ", Most = "-5", Least = "12.345", Terms = "随便收" })).Problem!;
        problem.All().Select(p => p.Field).ShouldBe(["Item", "Name", "Most", "Least", "Terms"], ignoreOrder: true);
        (await App.ReadAsync(db => db.PriceListItems.CountAsync(i => i.List == list))).ShouldBe(20);
    }
}

public sealed class LifecycleTestsOnSqlite(SqliteApp f) : LifecycleTests(f), IClassFixture<SqliteApp>;

public sealed class LifecycleTestsOnPostgres(PostgresApp f) : LifecycleTests(f), IClassFixture<PostgresApp>;
