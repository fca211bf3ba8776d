using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Deposits;

/// <summary>寄存: one owner of niches, whoever asks for one.</summary>
public abstract class DepositTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Rooms_of_the_pack_are_sections_and_its_lines_positions()
    {
        var niches = await App.ReadAsync(db => db.Positions.IgnoreQueryFilters().AsNoTracking().Where(p => p.Code.StartsWith("co-1-n-")).ToListAsync());
        niches.Count.ShouldBe(100);
        var room = await App.ReadAsync(db => db.Sections.IgnoreQueryFilters().AsNoTracking().FirstAsync(s => s.Id == niches[0].SectionId));
        (room.Kind, room.Name, room.Institution, room.Division, room.Total).ShouldBe((SectionKind.Niches, "东一室", "co-1", "321302001", 100));
    }

    [Fact]
    public async Task The_ashes_desk_of_a_home_takes_and_gives_back_a_niche()
    {
        var (of, niche) = (await App.CrematedAsync(known: true), Niche());
        Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<DepositAshes>(), new DepositAshes.Request(of.Case, of.Ashes, niche, 2)));
        var right = await RightAtAsync(niche);
        (right.Kind, right.State, right.CaseId, right.HolderName?.Text, right.Certificate).ShouldBe((RightKind.Deposit, RightState.Active, of.Case, "周建国", right.Number));
        right.TermUntil.ShouldBe(right.TermFrom!.Value.AddYears(2).AddDays(-1));
        (await StateAsync(niche)).ShouldBe(PositionState.Occupied);
        Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<PlaceAshes>(), new PlaceAshes.Request(of.Case, of.Ashes, Niche(), 20)));
        (await StateAsync(niche)).ShouldBe(PositionState.Available);
        (await App.RightAsync(right.Id)).Ending.ShouldBe(RightEnding.Relocated);
        (await App.ReadAsync(db => db.Interments.IgnoreQueryFilters().CountAsync(i => i.Ashes == of.Ashes && i.RemovedOn == null))).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_family_had_taken_is_deposited_renewed_without_a_gap_and_collected()
    {
        var (of, niche) = (await App.CrematedAsync(), Niche());
        await App.HandOverAsync(of);
        var taken = Yard.Must(await TakeAsync(of.Ashes, niche, 1));
        (await TakeAsync(of.Ashes, Niche(), 1)).Code().ShouldBe("cemetery.interment.elsewhere");
        var renewed = Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<RenewDeposit>(), new RenewDeposit.Request(taken.RightId, 1), "renew-deposit-00001"));
        Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<RenewDeposit>(), new RenewDeposit.Request(taken.RightId, 1), "renew-deposit-00001")).ShouldBe(renewed);
        var terms = (await App.RightAsync(taken.RightId)).Terms.OrderBy(t => t.Seq).ToList();
        (terms.Count, terms[1].From).ShouldBe((2, terms[0].Until.AddDays(1)));
        (await App.As("骨灰").RunAsync(s => s.GetRequiredService<RenewDeposit>(), new RenewDeposit.Request(taken.RightId, 4))).Code().ShouldBe("cemetery.deposit.term");

        (await CollectAsync(taken.RightId, "周建业", null)).Code().ShouldBe("cemetery.deposit.authorisation");
        (await CollectAsync(taken.RightId, "周建国", null, seen: false)).Ok.ShouldBeFalse();
        (await CollectAsync(taken.RightId, "周建国", null, as_: "前台")).Code().ShouldBe("kernel.denied");
        (await CollectAsync(taken.RightId, "周建国", null, as_: "外骨灰")).Code().ShouldBe("cemetery.right.unknown");
        Yard.Must(await CollectAsync(taken.RightId, "周建业", "寄存人周建国书面授权，已核对"));
        ((await App.RightAsync(taken.RightId)).Ending, await StateAsync(niche), (await App.ContainerAsync(of.Ashes)).Status).ShouldBe((RightEnding.Collected, PositionState.Available, AshesStatus.HandedOver));
    }

    [Fact]
    public async Task A_niche_that_is_taken_or_a_term_that_is_too_long_is_refused()
    {
        var (first, second, niche) = (await App.CrematedAsync(), await App.CrematedAsync(), Niche());
        Yard.Must(await TakeAsync(first.Ashes, niche, 3));
        (await TakeAsync(second.Ashes, niche, 1)).Code().ShouldBe("cemetery.position.taken");
        (await TakeAsync(second.Ashes, Niche(), 4)).Code().ShouldBe("cemetery.deposit.term");
        (await TakeAsync(second.Ashes, "no-such", 1)).Code().ShouldBe("cemetery.niche.unknown");
        (await TakeAsync("GH-none", Niche(), 1)).Code().ShouldBe("cemetery.deposit.ashes-unknown");
        (await TakeAsync(second.Ashes, Niche(), 1, "公墓财务")).Code().ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task A_list_says_where_each_deposit_stands_and_shows_other_units_nothing()
    {
        var of = await App.CrematedAsync();
        var taken = Yard.Must(await TakeAsync(of.Ashes, Niche(), 1));
        var line = await LineAsync(App, taken.RightId);
        (line!.Standing, line.Name, line.Ashes).ShouldBe((DepositStanding.Kept, "周桂兰", of.Ashes));
        (await LineAsync(App, taken.RightId, "外骨灰")).ShouldBeNull();
        (await App.As("前台").RunAsync(s => s.GetRequiredService<FindDeposits>(), new FindDeposits.Request())).Code().ShouldBe("kernel.denied");
    }

    internal static async Task<FindDeposits.Line?> LineAsync(TestApp app, Guid right, string as_ = "馆长")
    {
        var number = (await app.RightAsync(right)).Number;
        return Yard.Must(await app.As(as_).RunAsync(s => s.GetRequiredService<FindDeposits>(), new FindDeposits.Request(Number: number))).Lines.FirstOrDefault(l => l.RightId == right);
    }

    private string Niche() => FormattableString.Invariant($"fh-1-n-{App.Next() % 1000:000}");

    private Task<Outcome<TakeDeposit.Reply>> TakeAsync(string ashes, string niche, int years, string as_ = "骨灰") => App.As(as_).RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(ashes, niche, years, null));

    private Task<Outcome<Done>> CollectAsync(Guid right, string receiver, string? word, bool seen = true, string as_ = "骨灰")
        => App.As(as_).RunAsync(s => s.GetRequiredService<CollectDeposit>(), new CollectDeposit.Request(right, receiver, "子女", seen, word, App.IdOf("骨灰乙")));

    private Task<PlotRight> RightAtAsync(string code) => App.ReadAsync(async db =>
    {
        var position = await db.Positions.IgnoreQueryFilters().Where(p => p.Code == code).Select(p => p.Id).FirstAsync();
        return await db.PlotRights.IgnoreQueryFilters().AsNoTracking().FirstAsync(r => r.PositionId == position && r.State == RightState.Active);
    });

    private Task<PositionState> StateAsync(string code) => App.ReadAsync(db => db.Positions.IgnoreQueryFilters().Where(p => p.Code == code).Select(p => p.State).FirstAsync());
}

public sealed class DepositsOnSqlite(SqliteApp app) : DepositTests(app), IClassFixture<SqliteApp>;

public sealed class DepositsOnPostgres(PostgresApp app) : DepositTests(app), IClassFixture<PostgresApp>;
