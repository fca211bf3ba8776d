using Anmin.Cemetery.Groups;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Groups.Public;
using Anmin.Cemetery.Groups.Showing;
using Anmin.Cemetery.Groups.SignUps;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Burials;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Cemetery.Tests.Groups;

/// <summary>海葬、撒散批次: opening, signing up, moving for the weather.</summary>
public abstract class GroupTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_group_is_seen_by_anybody_and_signed_up_for_with_the_certificate_alone()
    {
        var (of, group) = (await App.CrematedAsync(), await App.GroupAsync(persons: 3));
        var seen = Yard.Must(await PublicAsync(group.Number));
        (seen.Kind, seen.MaySignUp, seen.Left, seen.MostCompanions, seen.Subsidy?.Fen).ShouldBe((GroupKind.Sea, true, 3, 4, 200000));
        seen.Bring.ShouldContain("火化证明原件");
        var messages = await App.CountAsync("select count(*) from notifications_outgoing");
        var key = "sign-up-once-" + group.Number;
        var phone = Voyage.Phone();
        var signed = Yard.Must(await App.OnlineAsync(group.Number, of.Certificate, phone: phone, key: key));
        Yard.Must(await App.OnlineAsync(group.Number, of.Certificate, phone: phone, key: key)).ShouldBe(signed);
        (await App.CountAsync("select count(*) from notifications_outgoing")).ShouldBe(messages + 1);
        var seat = await App.SeatAsync(signed.Seat);
        (seat.Ashes, seat.CremationCertificate, seat.CaseId, seat.Companions, seat.State).ShouldBe((of.Ashes, of.Certificate, of.Case, 2, SeatState.SignedUp));
        var stored = await App.StoredGroupAsync(group.Group);
        (stored.Signed, stored.Relatives).ShouldBe((1, 2));
        Yard.Must(await PublicAsync(group.Number)).Left.ShouldBe(2);
        var shown = Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<GetGroup>(), new GetGroup.Request(group.Number)));
        shown.Seats.Single().Companions.ShouldBe(["周建国", "周建业"]);
    }

    [Fact]
    public async Task A_group_needs_a_place_of_its_kind_a_day_to_come_and_somebody_who_may()
    {
        (await App.TryGroupAsync(kind: SectionKind.Lawn)).Code().ShouldBe("cemetery.group.place");
        (await App.TryGroupAsync(hours: -1)).Code().ShouldBe("cemetery.group.past");
        (await App.TryGroupAsync(persons: 0)).Code().ShouldBe("cemetery.group.numbers");
        (await App.TryGroupAsync(as_: "公墓财务")).Code().ShouldBe("kernel.denied");
        var place = (await App.PositionsAsync(kind: SectionKind.Scattering, capacity: 100))[0];
        (await App.TryGroupAsync(as_: "外公墓销售", place: place)).Code().ShouldBe("cemetery.group.place");
        var made = Yard.Must(await App.TryGroupAsync(place: place, key: "open-a-group-00001"));
        Yard.Must(await App.TryGroupAsync(place: place, key: "open-a-group-00001")).ShouldBe(made);
        (await App.StoredGroupAsync(made.Group)).Kind.ShouldBe(GroupKind.Scattering);
    }

    [Fact]
    public async Task A_number_that_is_not_of_that_person_or_a_person_who_rests_is_refused()
    {
        var (of, group) = (await App.CrematedAsync(), await App.GroupAsync());
        (await App.OnlineAsync(group.Number, of.Certificate, name: "别的人")).Code().ShouldBe("cemetery.group.not-that-person");
        (await App.OnlineAsync(group.Number, of.Certificate + "9")).Code().ShouldBe("cemetery.group.not-that-person");
        (await App.OnlineAsync(group.Number, of.Certificate, companions: "甲一 乙二 丙三 丁四 戊五")).Code().ShouldBe("cemetery.group.companions");
        (await App.OnlineAsync("no-such", of.Certificate)).Code().ShouldBe("cemetery.group.unknown");
        (await App.OnlineAsync(group.Number, of.Certificate, phone: "0527-80001234")).Code().ShouldBe("cemetery.public.mobile-only");
        Yard.Must(await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), of.Ashes));
        (await App.OnlineAsync(group.Number, of.Certificate)).Code().ShouldBe("cemetery.interment.elsewhere");
        (await ForceAsync(group.Group, of.Ashes, of.Certificate)).Code().ShouldBe("cemetery.interment.elsewhere");
        var paper = "WD-S-" + App.Next();
        Yard.Must(await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), null, name: "周桂兰", certificate: paper));
        (await App.AtDeskAsync(group.Group, paper)).Code().ShouldBe("cemetery.interment.elsewhere");
        (await ForceAsync(group.Group, null, paper)).Code().ShouldBe("cemetery.interment.elsewhere");
    }

    [Fact]
    public async Task One_person_is_in_one_living_group_only_and_free_again_after_giving_up()
    {
        var (of, first, second) = (await App.CrematedAsync(), await App.GroupAsync(), await App.GroupAsync());
        var phone = Voyage.Phone();
        var signed = Yard.Must(await App.OnlineAsync(first.Number, of.Certificate, phone: phone));
        (await App.AtDeskAsync(second.Group, of.Ashes)).Code().ShouldBe("cemetery.group.signed-up");
        (await ForceAsync(second.Group, of.Ashes, of.Certificate)).Code().ShouldBe("cemetery.group.signed-up");
        // nor is somebody who waits for the sea buried in a grave
        (await App.BuryAsync(await App.ActiveAsync((await App.PositionsAsync())[0]), of.Ashes)).Code().ShouldBe("cemetery.group.signed-up-elsewhere");
        var receipt = App.Services.GetRequiredService<SeatReceipts>().Issue(signed.Seat);
        (await GiveUpAsync(receipt, Voyage.Phone())).Code().ShouldBe("cemetery.group.other-phone");
        (await GiveUpAsync("x", phone)).Code().ShouldBe("cemetery.group.no-seat");
        Yard.Must(await GiveUpAsync(receipt, phone));
        Yard.Must(await GiveUpAsync(receipt, phone));
        var stored = await App.StoredGroupAsync(first.Group);
        (stored.Signed, stored.Relatives).ShouldBe((0, 0));
        var again = Yard.Must(await App.AtDeskAsync(second.Group, of.Ashes));
        (await App.As("外公墓销售").RunAsync(s => s.GetRequiredService<WithdrawSeat>(), new WithdrawSeat.Request(again.Seat, "x"))).Code().ShouldBe("cemetery.group.no-seat");
        Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<WithdrawSeat>(), new WithdrawSeat.Request(again.Seat, "家属改期")));
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<WithdrawSeat>(), new WithdrawSeat.Request(again.Seat, "家属改期"))).Code().ShouldBe("cemetery.group.seat-over");
    }

    [Fact]
    public async Task A_paper_from_elsewhere_waits_for_one_journey_and_no_grave()
    {
        var (first, second, paper) = (await App.GroupAsync(), await App.GroupAsync(), "WD-T-" + App.Next());
        Yard.Must(await App.AtDeskAsync(first.Group, paper, "钱一平"));
        (await App.AtDeskAsync(second.Group, paper, "钱一平")).Code().ShouldBe("cemetery.group.signed-up");
        (await ForceAsync(second.Group, null, paper)).Code().ShouldBe("cemetery.group.signed-up");
        var right = await App.ActiveAsync((await App.PositionsAsync())[0], user: "钱一平");
        (await App.BuryAsync(right, null, name: "钱一平", certificate: paper)).Code().ShouldBe("cemetery.group.signed-up-elsewhere");
    }

    [Fact]
    public async Task No_more_sign_up_than_the_vessel_takes_also_at_once()
    {
        var group = await App.GroupAsync(persons: 2, relatives: 3);
        Yard.Must(await App.AtDeskAsync(group.Group, "WD-U-" + App.Next(), companions: "甲一 乙二"));
        (await App.AtDeskAsync(group.Group, "WD-U-" + App.Next(), companions: "甲一 乙二")).Code().ShouldBe("cemetery.group.relatives-full");
        (await ForceAsync(group.Group, null, "WD-U-" + App.Next(), companions: 2)).Code().ShouldBe("cemetery.group.relatives-full");
        var papers = new[] { "WD-U-" + App.Next(), "WD-U-" + App.Next() };
        var both = await Task.WhenAll(papers.Select(p => Task.Run(() => App.AtDeskAsync(group.Group, p))));
        both.Count(o => o.Ok).ShouldBe(1);
        both.Single(o => !o.Ok).Code().ShouldBeOneOf("cemetery.group.full", "kernel.changed-meanwhile");
        (await ForceAsync(group.Group, null, "WD-U-" + App.Next())).Code().ShouldBe("cemetery.group.full");
        (await App.StoredGroupAsync(group.Group)).Signed.ShouldBe(2);
    }

    [Fact]
    public async Task A_telephone_signs_up_three_times_a_day()
    {
        var (group, phone) = (await App.GroupAsync(), Voyage.Phone());
        for (var i = 0; i < 3; i++) Yard.Must(await App.OnlineAsync(group.Number, "WD-V-" + App.Next(), phone: phone));
        (await App.OnlineAsync(group.Number, "WD-V-" + App.Next(), phone: phone)).Code().ShouldBe("cemetery.group.too-often");
    }

    [Fact]
    public async Task The_weather_moves_everybody_and_tells_them()
    {
        var group = await App.GroupAsync(hours: 30);
        Yard.Must(await App.AtDeskAsync(group.Group, "WD-W-" + App.Next()));
        Yard.Must(await App.AtDeskAsync(group.Group, "WD-W-" + App.Next()));
        var was = await App.StoredGroupAsync(group.Group);
        (await PostponeAsync(group.Group, App.At(54), "大风", "外公墓销售")).Code().ShouldBe("cemetery.group.unknown");
        (await PostponeAsync(group.Group, App.At(54), "大风", "公墓财务")).Code().ShouldBe("kernel.denied");
        (await PostponeAsync(group.Group, App.At(-2), "大风")).Code().ShouldBe("cemetery.group.past");
        var sent = await App.CountAsync("select count(*) from notifications_outgoing");
        Yard.Must(await PostponeAsync(group.Group, App.At(54), "大风")).Told.ShouldBe(2);
        (await App.CountAsync("select count(*) from notifications_outgoing")).ShouldBe(sent + 2);
        var moved = await App.StoredGroupAsync(group.Group);
        (moved.DepartsAt, moved.SignUpUntil, moved.State).ShouldBe((was.DepartsAt.AddHours(24), was.SignUpUntil.AddDays(1), GroupState.Open));
        Yard.Must(await PostponeAsync(group.Group, null, "台风")).Told.ShouldBe(2);
        Yard.Must(await PublicAsync(group.Number)).MaySignUp.ShouldBeFalse();
        (await App.AtDeskAsync(group.Group, "WD-W-" + App.Next())).Code().ShouldBe("cemetery.group.not-open");
        (await ForceAsync(group.Group, null, "WD-W-" + App.Next())).Code().ShouldBe("cemetery.group.not-open");
        Yard.Must(await PostponeAsync(group.Group, App.At(78), "台风过去"));
        (await App.StoredGroupAsync(group.Group)).State.ShouldBe(GroupState.Open);
        Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<CloseGroup>(), new CloseGroup.Request(group.Group)));
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<CloseGroup>(), new CloseGroup.Request(group.Group))).Code().ShouldBe("cemetery.group.closed");
        (await App.AtDeskAsync(group.Group, "WD-W-" + App.Next())).Code().ShouldBe("cemetery.group.not-open");
        Yard.Must(await App.As("公墓销售").RunAsync(s => s.GetRequiredService<CancelGroup>(), new CancelGroup.Request(group.Group, "报名太少"))).Told.ShouldBe(2);
        (await PostponeAsync(group.Group, App.At(99), "x")).Code().ShouldBe("cemetery.group.over");
        await Should.ThrowAsync<Exception>(() => App.SqlAsync($"update cemetery_group set state = 'Open' where number = '{group.Number}'"));
    }

    private async Task<Outcome<FindPublicGroups.Line>> PublicAsync(string number)
    {
        var found = await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<FindPublicGroups>(), new FindPublicGroups.Request(number));
        return found.Try(out var reply, out var problem) ? reply.Lines[0] : problem;
    }

    private Task<Outcome<ForceSeat.Reply>> ForceAsync(Guid group, string? ashes, string? certificate, int companions = 0)
        => App.As("公墓销售").RunAsync(s => ActivatorUtilities.CreateInstance<ForceSeat>(s), new ForceSeat.Request(group, "周桂兰", ashes, certificate, companions));

    private Task<Outcome<Done>> GiveUpAsync(string receipt, string phone) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<WithdrawOnline>(), new WithdrawOnline.Request(receipt, phone));

    private Task<Outcome<PostponeGroup.Reply>> PostponeAsync(Guid group, string? to, string reason, string as_ = "公墓销售") => App.As(as_).RunAsync(s => s.GetRequiredService<PostponeGroup>(), new PostponeGroup.Request(group, to, reason));
}

public sealed class GroupsOnSqlite(SqliteApp app) : GroupTests(app), IClassFixture<SqliteApp>;

public sealed class GroupsOnPostgres(PostgresApp app) : GroupTests(app), IClassFixture<PostgresApp>;
