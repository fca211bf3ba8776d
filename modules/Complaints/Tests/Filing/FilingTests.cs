using Anmin.Complaints.Filing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Complaints.Tests.Filing.Told;

namespace Anmin.Complaints.Tests.Filing;

public abstract class FilingTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task A_complaint_goes_to_the_bureau_of_the_place_and_no_personal_word_stands_in_the_journal()
    {
        var phone = Phone();
        var filed = Must(await App.FileAsync(Story(phone)));
        var kept = await App.KeptAsync(filed.Id);
        (kept.Division, kept.Institution, kept.About, kept.State, kept.Number).ShouldBe(("321302", null, "fh-1", ComplaintState.Received, filed.Number));
        kept.Story.ShouldBe("多收了三百元， 没有用过的也收");
        var journal = await App.ReadAsync(db => db.Set<JournalEntry>().Where(e => e.SubjectId == filed.Id).Select(e => e.Data).ToListAsync());
        journal.ShouldHaveSingleItem().ShouldNotContain("三百");
        journal[0].ShouldNotContain(phone);
        journal[0].ShouldNotContain("周女士");
        (await App.KeptAsync(await App.FiledAsync(phone, about: null))).Division.ShouldBe("3213", "where no institution is named it is the city's");
    }

    [Fact]
    public async Task The_clock_of_acceptance_is_the_nations_and_a_county_may_shorten_it()
    {
        var (here, there) = (await App.KeptAsync(await App.FiledAsync()), await App.KeptAsync(await App.FiledAsync(about: "fh-2")));
        (there.Division, there.AcceptDue < here.AcceptDue).ShouldBe(("321322", true));
        (here.AcceptDue - App.Clock.GetUtcNow()).TotalDays.ShouldBeInRange(14, 25);
        (there.AcceptDue - App.Clock.GetUtcNow()).TotalDays.ShouldBeInRange(6, 16);
    }

    [Theory]
    [InlineData("nonsense", "fh-1", "发生了", "complaints.complaint.kind")]
    [InlineData("charge", "bu-1", "发生了", "complaints.complaint.institution")]
    [InlineData("charge", "fh-1", "", "kernel.required")]
    public async Task What_is_missing_or_off_the_lists_is_refused(string kind, string about, string story, string code)
        => (await App.FileAsync(Story(null) with { Kind = kind, About = about, Story = story })).Problem!.Code.ShouldBe(code);

    [Fact]
    public async Task Repeated_with_one_key_it_is_one_complaint()
    {
        var (request, key) = (Story(Phone()), "file-" + Guid.NewGuid().ToString("N"));
        var first = Must(await App.FileAsync(request, key));
        Must(await App.FileAsync(request, key)).Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_case_number_is_tied_only_to_its_own_handler_and_the_answer_does_not_tell()
    {
        var phone = Phone();
        var opened = await App.CaseAsync(phone);
        var tied = Must(await App.FileAsync(Story(phone, number: opened.Number.ToLowerInvariant().Replace("-", ""))));
        var stranger = Phone();
        var untied = Must(await App.FileAsync(Story(stranger, number: opened.Number)));
        var nameless = Must(await App.FileAsync(Story(null, number: opened.Number)));
        (await App.KeptAsync(tied.Id)).CaseId.ShouldBe(opened.CaseId);
        (await App.KeptAsync(untied.Id)).CaseId.ShouldBeNull();
        (await App.KeptAsync(nameless.Id)).CaseId.ShouldBeNull();
        var seen = Must(await App.SeeAsync(County, tied.Id));
        (seen.CaseVerified, seen.CaseLink).ShouldBe((true, opened.CaseId));
        var unverified = Must(await App.SeeAsync(County, untied.Id));
        (unverified.CaseVerified, unverified.CaseLink, unverified.CaseSaid, unverified.Bill).ShouldBe((false, null, opened.Number, null));
        Shape(Must(await App.MineAsync(App.Pass(tied.Id)))).ShouldBe(Shape(Must(await App.MineAsync(App.Pass(untied.Id)))));

        static string Shape(GetMyComplaint.Reply mine) => (mine with { Number = "" }).ToString();
    }

    [Fact]
    public async Task Progress_opens_to_number_and_telephone_and_closes_after_ten_wrong_tries()
    {
        var phone = Phone();
        var filed = Must(await App.FileAsync(Story(phone)));
        (await App.TrackAsync(filed.Number, null)).Problem!.Code.ShouldBe(ComplaintsProblems.PhoneOrCode.Code);
        var found = Must(await App.TrackAsync(filed.Number.Replace("-", "").ToLowerInvariant(), phone));
        (Must(await App.MineAsync(found.Pass)).Number, Must(await App.MineAsync(found.Pass)).Code).ShouldBe((filed.Number, null));
        (await App.MineAsync(found.Pass + "x")).Problem!.Code.ShouldBe(ComplaintsProblems.PassOver.Code);
        var code = App.Services.GetRequiredService<ComplaintPass>().CodeOf(filed.Id);
        (await App.TrackAsync(filed.Number, null, code)).Problem!.Code.ShouldBe(ComplaintsProblems.NoMatch.Code, "who left a telephone is known by it alone");
        for (var i = 1; i < TrackComplaint.MostWrong; i++) (await App.TrackAsync(filed.Number, Phone())).Problem!.Code.ShouldBe(ComplaintsProblems.NoMatch.Code);
        (await App.TrackAsync(filed.Number, phone)).Problem!.Code.ShouldBe(ComplaintsProblems.TooManyTries.Code);
        (await App.TrackAsync("TS-2026-99999", phone)).Problem!.Code.ShouldBe(ComplaintsProblems.NoMatch.Code, "not there answers like not yours");
    }

    [Fact]
    public async Task An_anonymous_report_is_found_by_the_code_shown_right_after_it_was_made()
    {
        var filed = Must(await App.FileAsync(Story(null)));
        var code = Must(await App.MineAsync(filed.Pass)).Code.ShouldNotBeNull();
        var found = Must(await App.TrackAsync(filed.Number, null, code.ToLowerInvariant()));
        Must(await App.MineAsync(found.Pass)).Code.ShouldBeNull("it is shown once");
        (await App.TrackAsync(filed.Number, Phone())).Problem!.Code.ShouldBe(ComplaintsProblems.NoMatch.Code);
        (await App.TrackAsync(filed.Number, null, "AAAAA-AAAAA")).Problem!.Code.ShouldBe(ComplaintsProblems.NoMatch.Code);
    }

    [Fact]
    public async Task A_call_is_carried_over_by_the_desk_alone()
    {
        var request = Story(Phone()) with { Call = "RX-20260415-0001" };
        (await App.KeptAsync(Must(await App.FileAsync(request)).Id)).CallNumber.ShouldBeNull("the public names no call");
        var carried = Must(await App.As(Agent).RunAsync(s => s.GetRequiredService<FileComplaint>(), request));
        (await App.KeptAsync(carried.Id)).CallNumber.ShouldBe("RX-20260415-0001");
        (await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<GetCarriedCall>(), new GetCarriedCall.Request("RX-20260415-0001"))).Ok.ShouldBeFalse();
        (await App.As(Chief).RunAsync(s => s.GetRequiredService<GetCarriedCall>(), new GetCarriedCall.Request("RX-20260415-0001"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }
}

public sealed class FilingOnSqlite(SqliteApp f) : FilingTests(f), IClassFixture<SqliteApp>;

public sealed class FilingOnPostgres(PostgresApp f) : FilingTests(f), IClassFixture<PostgresApp>;
