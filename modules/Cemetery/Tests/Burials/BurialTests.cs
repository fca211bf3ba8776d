using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Burials;

/// <summary>登记安葬: who rests where, and that nobody rests in two places.</summary>
public abstract class BurialTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Ashes_are_buried_by_their_label_and_the_custody_of_the_case_follows()
    {
        var (of, position) = (await App.CrematedAsync(), (await App.PositionsAsync())[0]);
        var right = await App.ActiveAsync(position);
        var reply = Yard.Must(await App.BuryAsync(right, of.Ashes, key: "bury-by-label-0001"));
        Yard.Must(await App.BuryAsync(right, of.Ashes, key: "bury-by-label-0001")).ShouldBe(reply);
        var interment = await App.IntermentAsync(reply.Interment);
        (interment.PersonName.Text, interment.CremationCertificate, interment.Ashes, interment.CaseId, interment.Rests).ShouldBe(("周桂兰", of.Certificate, of.Ashes, of.Case, true));
        (await App.PositionAsync(position.Id)).State.ShouldBe(PositionState.Occupied);
        var container = await App.ContainerAsync(of.Ashes);
        (container.Status, container.PlaceId).ShouldBe((AshesStatus.Interred, position.Code));
        (await App.ReadAsync(db => db.Set<Funeral.Custody.CustodyMove>().CountAsync(m => m.Item == of.Ashes && m.ToPlace == "Interred" && m.ToId == position.Code))).ShouldBe(1);
        (await App.ReadAsync(db => db.Set<DeathCase>().IgnoreQueryFilters().Where(c => c.Id == of.Case).Select(c => c.Status).FirstAsync())).ShouldBe(CaseStatus.Closed);
    }

    [Fact]
    public async Task What_the_family_took_home_is_buried_though_the_case_is_closed()
    {
        var of = await App.CrematedAsync();
        await App.HandOverAsync(of);
        Yard.Must(await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), of.Ashes));
        (await App.ContainerAsync(of.Ashes)).Status.ShouldBe(AshesStatus.Interred);
    }

    [Fact]
    public async Task Nobody_is_buried_who_rests_elsewhere()
    {
        var (of, positions) = (await App.CrematedAsync(), await App.PositionsAsync(3));
        Yard.Must(await App.BuryAsync(await App.ActiveAsync(positions[0]), of.Ashes));
        var second = await App.ActiveAsync(positions[1]);
        (await App.BuryAsync(second, of.Ashes)).Code().ShouldBe("cemetery.interment.elsewhere");
        // somebody from elsewhere by the number of their card, which the database alone knows
        var id = Kin.IdNumber(500 + App.Next());
        Yard.Must(await App.BuryAsync(second, null, name: "周桂兰", certificate: "WD-1-" + App.Next(), id: id));
        (await App.BuryAsync(await App.ActiveAsync(positions[2]), null, name: "周桂兰", certificate: "WD-2-" + App.Next(), id: id)).Code().ShouldBe("cemetery.interment.elsewhere");
    }

    [Fact]
    public async Task Of_two_graves_that_bury_one_container_at_once_one_has_it()
    {
        var (of, positions) = (await App.CrematedAsync(), await App.PositionsAsync(2));
        var rights = new[] { await App.ActiveAsync(positions[0]), await App.ActiveAsync(positions[1]) };
        var outcomes = await Task.WhenAll(rights.Select(r => Task.Run(() => App.BuryAsync(r, of.Ashes))));
        outcomes.Count(o => o.Ok).ShouldBe(1);
        outcomes.First(o => !o.Ok).Code().ShouldBeOneOf("cemetery.interment.elsewhere", "kernel.changed-meanwhile", "funeral.ashes.elsewhere");
        (await App.ReadAsync(db => db.Interments.IgnoreQueryFilters().CountAsync(i => i.Ashes == of.Ashes && i.RemovedOn == null))).ShouldBe(1);
    }

    [Fact]
    public async Task The_second_in_a_double_plot_is_related_to_the_first_and_a_third_finds_no_room()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync(capacity: 2))[0]);
        Yard.Must(await App.BuryAsync(right, (await App.CrematedAsync()).Ashes));
        (await App.BuryAsync(right, null, name: "周建业", certificate: "WD-3-" + App.Next())).Code().ShouldBe("cemetery.burial.relation");
        var joint = Yard.Must(await App.BuryAsync(right, null, name: "周建业", certificate: "WD-4-" + App.Next(), relation: "配偶"));
        (await App.IntermentAsync(joint.Interment)).Relation.ShouldBe("配偶");
        (await App.BuryAsync(right, null, name: "周建设", certificate: "WD-5-" + App.Next(), relation: "子女")).Code().ShouldBe("cemetery.interment.no-room");
    }

    [Fact]
    public async Task Only_whom_the_contract_names_and_only_with_a_certificate_and_a_witness()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        (await App.BuryAsync(right, null, name: "别的人", certificate: "WD-6")).Code().ShouldBe("cemetery.burial.not-named");
        (await App.BuryAsync(right, null, name: "周桂兰")).Ok.ShouldBeFalse();
        (await App.BuryAsync(right, null, name: "周桂兰", certificate: "WD-7", witness: App.IdOf("公墓园务"))).Code().ShouldBe("cemetery.burial.witness");
        (await App.BuryAsync(right, "GH-none")).Code().ShouldBe("cemetery.burial.ashes-unknown");
        (await App.BuryAsync(right, null, name: "周桂兰", certificate: "WD-8", kind: IntermentKind.Scattered)).Code().ShouldBe("cemetery.burial.way");
        await App.SqlAsync($"update cemetery_right set disputed_since = '2026-04-15' where number = '{(await App.RightAsync(right)).Number}'");
        (await App.BuryAsync(right, null, name: "周桂兰", certificate: "WD-9")).Code().ShouldBe("cemetery.right.disputed");
    }

    [Fact]
    public async Task Nobody_without_the_permission_and_no_other_ground()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        (await App.BuryAsync(right, null, as_: "公墓财务", name: "周桂兰", certificate: "WD-10")).Code().ShouldBe("kernel.denied");
        (await App.BuryAsync(right, null, as_: "外公墓园务", name: "周桂兰", certificate: "WD-10")).Code().ShouldBe("cemetery.right.unknown");
    }

    [Fact]
    public async Task Parts_of_split_ashes_rest_each_in_their_own_place_and_the_whole_nowhere()
    {
        var of = await App.CrematedAsync(known: true);
        var parts = Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<SplitAshes>(), new SplitAshes.Request(of.Case, of.Ashes, 2))).Numbers;
        var positions = await App.PositionsAsync(3);
        var first = Yard.Must(await App.BuryAsync(await App.ActiveAsync(positions[0]), parts[0]));
        var second = Yard.Must(await App.BuryAsync(await App.ActiveAsync(positions[1]), parts[1]));
        new[] { (await App.IntermentAsync(first.Interment)).Part, (await App.IntermentAsync(second.Interment)).Part }.ShouldBe([1, 2]);
        (await App.BuryAsync(await App.ActiveAsync(positions[2]), of.Ashes)).Code().ShouldBe("cemetery.burial.split");
    }

    [Fact]
    public async Task A_half_day_takes_as_many_as_the_rule_allows_and_a_cancelled_one_is_free_again()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        var on = "2026-07-" + (1 + (App.Next() % 28)).ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
        Task<Outcome<ArrangeBurial.Reply>> Arrange(string as_ = "公墓销售") => App.As(as_).RunAsync(s => s.GetRequiredService<ArrangeBurial>(), new ArrangeBurial.Request(right, null, "周桂兰", on, DayHalf.Morning, 12));
        var made = new[] { Yard.Must(await Arrange()), Yard.Must(await Arrange()), Yard.Must(await Arrange()) };
        (await Arrange()).Code().ShouldBe("cemetery.burial.full");
        (await Arrange("公墓财务")).Code().ShouldBe("kernel.denied");
        (await Arrange("外公墓销售")).Code().ShouldNotBe("ok");
        Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<CancelBurial>(), new CancelBurial.Request(made[1].Order, "家属改期")));
        Yard.Must(await Arrange());
    }

    [Fact]
    public async Task The_open_grave_makes_its_burial_ready_and_the_burial_ends_it()
    {
        var right = await App.ActiveAsync((await App.PositionsAsync())[0]);
        var made = Yard.Must(await App.As("公墓园务").RunAsync(s => s.GetRequiredService<ArrangeBurial>(), new ArrangeBurial.Request(right, null, "周桂兰", "2026-08-" + (1 + (App.Next() % 28)).ToString("D2", System.Globalization.CultureInfo.InvariantCulture), DayHalf.Afternoon, 5)));
        Task<Outcome<Cemetery.Burials.Orders.DoWorkOrder.Reply>> Do(bool ends) => App.As("公墓园务乙").RunAsync(s => s.GetRequiredService<Cemetery.Burials.Orders.DoWorkOrder>(), new Cemetery.Burials.Orders.DoWorkOrder.Request(made.WorkOrders[0], ends, null));
        (await Do(true)).Code().ShouldBe("cemetery.work-order.unstarted");
        Yard.Must(await Do(false));
        (await Do(false)).Code().ShouldBe("cemetery.work-order.started");
        Yard.Must(await Do(true));
        (await App.ReadAsync(db => db.BurialOrders.IgnoreQueryFilters().Where(o => o.Id == made.Order).Select(o => o.State).FirstAsync())).ShouldBe(BurialState.Prepared);
        Yard.Must(await App.BuryAsync(right, null, name: "周桂兰", certificate: "WD-11-" + App.Next(), order: made.Order));
        (await App.ReadAsync(db => db.BurialOrders.IgnoreQueryFilters().Where(o => o.Id == made.Order).Select(o => o.State).FirstAsync())).ShouldBe(BurialState.Done);
    }
}

public sealed class BurialsOnSqlite(SqliteApp app) : BurialTests(app), IClassFixture<SqliteApp>;

public sealed class BurialsOnPostgres(PostgresApp app) : BurialTests(app), IClassFixture<PostgresApp>;
