using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Deposits;
using Anmin.Cemetery.Groups;
using Anmin.Cemetery.Groups.Journeys;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Groups;

/// <summary>办完登记: ashes go from where they are into the sea, by two people, once and for all.</summary>
public abstract class JourneyTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task Ashes_from_the_home_a_niche_and_elsewhere_go_into_the_sea_and_who_did_not_come_is_free_again()
    {
        var (held, stored, missed) = (await App.CrematedAsync(), await App.CrematedAsync(), await App.CrematedAsync());
        const string niche = "fh-1-n-070";
        var taken = Yard.Must(await App.As("骨灰").RunAsync(s => s.GetRequiredService<TakeDeposit>(), new TakeDeposit.Request(stored.Ashes, niche, 1, null)));
        var place = (await App.PositionsAsync(kind: SectionKind.Sea, capacity: 1000))[0];
        var group = await App.GroupAsync(place: place);
        var seats = new List<Guid>();
        foreach (var number in new[] { held.Certificate, stored.Ashes, missed.Ashes }) seats.Add(Yard.Must(await App.AtDeskAsync(group.Group, number)).Seat);
        seats.Add(Yard.Must(await App.AtDeskAsync(group.Group, "WD-X-" + App.Next(), "钱一平")).Seat);
        List<Guid> laid = [seats[0], seats[1], seats[3]];

        (await App.RecordAsync(group.Group, laid, witness: App.IdOf("公墓园务"))).Code().ShouldBe("cemetery.group.witness");
        (await App.RecordAsync(group.Group, [])).Code().ShouldBe("cemetery.group.nobody");
        (await App.RecordAsync(group.Group, laid, as_: "公墓销售")).Code().ShouldBe("kernel.denied");
        (await App.RecordAsync(group.Group, laid, as_: "外公墓园务")).Code().ShouldBe("cemetery.group.unknown");
        var key = "record-journey-" + group.Number;
        var done = Yard.Must(await App.RecordAsync(group.Group, laid, key: key));
        Yard.Must(await App.RecordAsync(group.Group, laid, key: key)).Proofs.ShouldBe(done.Proofs);
        (done.Proofs.Count, done.Absent).ShouldBe((3, 1));
        (await App.RecordAsync(group.Group, laid)).Code().ShouldBe("cemetery.group.over");

        foreach (var of in new[] { held, stored })
        {
            var container = await App.ContainerAsync(of.Ashes);
            (container.Status, container.PlaceId).ShouldBe((AshesStatus.Scattered, place.Code));
            (await App.ReadAsync(db => db.Set<Funeral.Custody.CustodyMove>().CountAsync(m => m.Item == of.Ashes && m.ToPlace == "Scattered" && m.ToId == place.Code))).ShouldBe(1);
            (await App.ReadAsync(db => db.Interments.IgnoreQueryFilters().CountAsync(i => i.Ashes == of.Ashes && i.RemovedOn == null && i.Kind == IntermentKind.Scattered && i.PositionId == place.Id))).ShouldBe(1);
        }
        (await App.RightAsync(taken.RightId)).Ending.ShouldBe(RightEnding.Relocated);
        (await App.ContainerAsync(missed.Ashes)).Status.ShouldBe(AshesStatus.Held);
        (await App.SeatAsync(seats[2])).State.ShouldBe(SeatState.Absent);
        var other = await App.GroupAsync(place: place);
        Yard.Must(await App.AtDeskAsync(other.Group, missed.Ashes));
        (await App.AtDeskAsync(other.Group, held.Ashes)).Code().ShouldBe("cemetery.interment.elsewhere");
        // a second journey rests on the same communal right
        Yard.Must(await App.RecordAsync(other.Group, [await SeatOfAsync(missed.Ashes)]));
        (await App.ReadAsync(db => db.PlotRights.IgnoreQueryFilters().CountAsync(r => r.PositionId == place.Id && r.State == RightState.Active))).ShouldBe(1);
        (await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), held.Ashes)).Code().ShouldBe("cemetery.interment.elsewhere");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_group set witness = 'x' where number = '{group.Number}'"));
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_group_seat set state = 'SignedUp', interment_id = null where ashes = '{held.Ashes}'"));

        var paper = Yard.Must(await PrintAsync(new(done.Proofs[0]))).Html;
        foreach (var word in (string[])["海葬证明", done.Proofs[0], "周桂兰", held.Certificate, group.Number, "安民号", "北纬34度50分", "2,000.00"]) paper.ShouldContain(word);
        var all = Yard.Must(await PrintAsync(new(null, group.Group)));
        all.Proofs.ShouldBe(3);
        all.Html.Split("<main").Length.ShouldBe(4);
        (await PrintAsync(new(done.Proofs[0]), "外公墓园务")).Code().ShouldBe("cemetery.interment.unknown");
        (await PrintAsync(new(done.Proofs[0]), "公墓财务")).Code().ShouldBe("kernel.denied");
    }

    [Fact]
    public async Task Nothing_is_recorded_before_the_day_nor_while_the_day_is_unknown()
    {
        var group = await App.GroupAsync(hours: 30);
        var seat = Yard.Must(await App.AtDeskAsync(group.Group, "WD-Y-" + App.Next())).Seat;
        (await App.RecordAsync(group.Group, [seat])).Code().ShouldBe("cemetery.group.early");
        Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<PostponeGroup>(), new PostponeGroup.Request(group.Group, null, "大风")));
        (await App.RecordAsync(group.Group, [seat])).Code().ShouldBe("cemetery.group.postponed");
    }

    [Fact]
    public async Task A_right_past_its_last_day_is_renewed_before_anybody_is_buried_there()
    {
        var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);
        var (of, position) = (await App.CrematedAsync(), (await App.PositionsAsync())[0]);
        var right = await App.ActiveAsync(position, from: today.AddYears(-20).AddDays(-3));
        var refused = (await App.BuryAsync(right, of.Ashes)).Problem!;
        refused.Code.ShouldBe("cemetery.burial.term-over");
        refused.Message.ShouldContain("续期");
        (await App.BuryAsync(right, null, name: "周桂兰", certificate: "WD-Z-" + App.Next())).Code().ShouldBe("cemetery.burial.term-over");
        (await App.As("公墓园务").RunAsync(s => ActivatorUtilities.CreateInstance<ForceInterment>(s), new ForceInterment.Request(right, App.IdOf("公墓园务乙")))).Code().ShouldBe("cemetery.burial.term-over");
        var soon = await App.ActiveAsync((await App.PositionsAsync())[0], from: today.AddYears(-20).AddDays(3));
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<ArrangeBurial>(), new ArrangeBurial.Request(soon, null, "周桂兰", today.AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DayHalf.Morning, 2))).Code().ShouldBe("cemetery.burial.term-over");
        Yard.Must(await App.BuryAsync(soon, of.Ashes));
    }

    private Task<Guid> SeatOfAsync(string ashes) => App.ReadAsync(db => db.GroupSeats.IgnoreQueryFilters().Where(s => s.Ashes == ashes && s.State == SeatState.SignedUp).Select(s => s.Id).FirstAsync());

    private Task<Outcome<PrintEcoProofs.Reply>> PrintAsync(PrintEcoProofs.Request request, string as_ = "公墓园务") => App.As(as_).RunAsync(s => s.GetRequiredService<PrintEcoProofs>(), request);
}

/// <summary>Puts an interment in as the desk would without asking how long the right lasts.</summary>
internal sealed class ForceInterment(CemeteryDesk desk) : Kernel.Commands.IUseCase<ForceInterment.Request, Done>
{
    public sealed record Request(Guid Right, string Witness);

    public Kernel.Actors.Permission Permission => CemeteryPermissions.RecordBurial;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var right = await desk.Db.PlotRights.FirstAsync(r => r.Id == request.Right, ct);
        var interment = Interment.Of(right, IntermentKind.Urn, Kernel.Personal.PersonName.Parse("周桂兰").Value!, null, null, null, 0, "WD-forced", null, desk.Today, desk.By);
        interment.Attest(request.Witness, null, null, null);
        desk.Db.Add(interment);
        return Done.It;
    }
}

public sealed class JourneysOnSqlite(SqliteApp app) : JourneyTests(app), IClassFixture<SqliteApp>;

public sealed class JourneysOnPostgres(PostgresApp app) : JourneyTests(app), IClassFixture<PostgresApp>;
