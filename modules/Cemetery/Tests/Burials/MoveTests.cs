using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Burials.Moves;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Burials;

/// <summary>迁葬 and 起掘: asked, agreed to by another, done; the custody follows.</summary>
public abstract class MoveTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_burial_is_moved_to_another_contract_on_two_persons_word()
    {
        var (of, positions) = (await App.CrematedAsync(known: true), await App.PositionsAsync(2));
        var (old, fresh) = (await App.ActiveAsync(positions[0]), await App.ActiveAsync(positions[1]));
        var buried = Yard.Must(await App.BuryAsync(old, of.Ashes));
        var to = (await App.RightAsync(fresh)).Number;
        var move = Yard.Must(await RelocateAsync(new(buried.Interment, to, null, "家属要求集中安葬", true))).Move;
        (await RelocateAsync(new(buried.Interment, to, null, "再申请一次", true))).Code().ShouldBe("cemetery.move.open");
        (await FinishAsync(move)).Code().ShouldBe("cemetery.move.undecided");
        (await DecideAsync(move, "公墓园务")).Code().ShouldBe("kernel.denied");
        Yard.Must(await DecideAsync(move, "公墓负责人"));
        var now = Yard.Must(await FinishAsync(move)).Interment!.Value;
        (await App.IntermentAsync(buried.Interment)).Rests.ShouldBeFalse();
        (await App.IntermentAsync(now)).PositionId.ShouldBe(positions[1].Id);
        ((await App.RightAsync(old)).State, (await App.RightAsync(old)).Ending).ShouldBe((RightState.Ended, RightEnding.Relocated));
        ((await App.PositionAsync(positions[0].Id)).State, (await App.PositionAsync(positions[1].Id)).State).ShouldBe((PositionState.Available, PositionState.Occupied));
        ((await App.ContainerAsync(of.Ashes)).Status, (await App.ContainerAsync(of.Ashes)).PlaceId).ShouldBe((AshesStatus.Interred, positions[1].Code));
        (await FinishAsync(move)).Code().ShouldBe("cemetery.move.over");
    }

    [Fact]
    public async Task An_exhumation_gives_the_ashes_to_the_family_and_they_may_be_buried_anew()
    {
        var (of, positions) = (await App.CrematedAsync(), await App.PositionsAsync(2));
        var right = await App.ActiveAsync(positions[0]);
        var buried = Yard.Must(await App.BuryAsync(right, of.Ashes));
        var move = Yard.Must(await App.As("公墓园务").RunAsync(s => s.GetRequiredService<ExhumeBurial>(), new ExhumeBurial.Request(buried.Interment, "家属迁回老家", false))).Move;
        Yard.Must(await DecideAsync(move, "公墓负责人"));
        Yard.Must(await FinishAsync(move)).Interment.ShouldBeNull();
        (await App.ContainerAsync(of.Ashes)).Status.ShouldBe(AshesStatus.HandedOver);
        (await App.RightAsync(right)).State.ShouldBe(RightState.Active);
        (await App.PositionAsync(positions[0].Id)).State.ShouldBe(PositionState.Contracted);
        Yard.Must(await App.BuryAsync(await App.ActiveAsync(positions[1]), of.Ashes));
    }

    [Fact]
    public async Task Nothing_is_moved_nowhere_and_no_other_ground_asks()
    {
        var buried = Yard.Must(await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), null, name: "周桂兰", certificate: "WD-20-" + App.Next()));
        (await RelocateAsync(new(buried.Interment, null, null, "没有去处", false))).Code().ShouldBe("cemetery.move.where");
        (await RelocateAsync(new(buried.Interment, null, "外市墓园", "外单位", false), "外公墓园务")).Code().ShouldBe("cemetery.interment.unknown");
        (await RelocateAsync(new(buried.Interment, null, "外市墓园", "没有权限", false), "公墓销售")).Code().ShouldBe("kernel.denied");
        var move = Yard.Must(await RelocateAsync(new(buried.Interment, null, "外市墓园", "家属要求", false))).Move;
        await Should.ThrowAsync<Exception>(() => App.SqlAsync("update cemetery_move set decided_by = asked_by, state = 'Approved' where state = 'Asked'"));
        Yard.Must(await App.As("公墓负责人").RunAsync(s => s.GetRequiredService<ApproveMove>(), new ApproveMove.Request(move, false, "材料不齐")));
        (await FinishAsync(move)).Code().ShouldBe("cemetery.move.over");
    }

    private Task<Outcome<RelocateBurial.Reply>> RelocateAsync(RelocateBurial.Request request, string as_ = "公墓园务") => App.As(as_).RunAsync(s => s.GetRequiredService<RelocateBurial>(), request);

    private Task<Outcome<Done>> DecideAsync(Guid move, string as_) => App.As(as_).RunAsync(s => s.GetRequiredService<ApproveMove>(), new ApproveMove.Request(move, true, null));

    private Task<Outcome<FinishMove.Reply>> FinishAsync(Guid move) => App.As("公墓园务").RunAsync(s => s.GetRequiredService<FinishMove>(), new FinishMove.Request(move, App.IdOf("公墓园务乙")));
}

public sealed class MovesOnSqlite(SqliteApp app) : MoveTests(app), IClassFixture<SqliteApp>;

public sealed class MovesOnPostgres(PostgresApp app) : MoveTests(app), IClassFixture<PostgresApp>;
