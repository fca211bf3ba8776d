using System.Globalization;
using Anmin.Complaints.Filing;
using Anmin.Complaints.Handling;
using Anmin.Complaints.Statements;
using Anmin.Complaints.Tests.Filing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Complaints.Tests.Filing.Told;

namespace Anmin.Complaints.Tests.Handling;

public abstract class HandlingTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    [Fact]
    public async Task From_receipt_to_revisit_one_bureau_handles_it_and_another_sees_nothing()
    {
        var phone = Phone();
        var id = await App.AcceptedAsync(phone);
        (await App.SeeAsync(OtherCounty, id)).Problem!.Code.ShouldBe(ComplaintsProblems.NoComplaint.Code);
        (await App.DoAsync<AcceptComplaint, AcceptComplaint.Request>(OtherCounty, new(id))).Problem!.Code.ShouldBe(ComplaintsProblems.NoComplaint.Code);
        (await App.DoAsync<AcceptComplaint, AcceptComplaint.Request>(County, new(id))).Problem!.Code.ShouldBe(ComplaintsProblems.AlreadyDecided.Code);
        (await App.DoAsync<AnswerComplaint, AnswerComplaint.Request>(City, Answer(id))).Problem!.Code.ShouldBe(ComplaintsProblems.NotYourBureau.Code);
        var (due, revisit) = (Day(10), Day(20));
        (await App.DoAsync<AnswerComplaint, AnswerComplaint.Request>(County, Answer(id, "Unfounded", "退还", due, revisit))).Problem!.Code.ShouldBe(ComplaintsProblems.OrderUnfounded.Code);
        (await App.DoAsync<AnswerComplaint, AnswerComplaint.Request>(County, Answer(id, "Founded", "退还", revisit, due))).Problem!.Code.ShouldBe(ComplaintsProblems.OrderDays.Code);
        Must(await App.DoAsync<AnswerComplaint, AnswerComplaint.Request>(County, Answer(id, "Founded", "退还", due, revisit)));
        var seen = Must(await App.SeeAsync(County, id));
        (seen.State, seen.Finding, seen.Mine, seen.Statements.Single().Kind).ShouldBe((ComplaintState.Answered, ComplaintFinding.Founded, true, StatementKind.Rectify));
        seen.Phone.ShouldNotBe(phone);
        Must(await App.DoAsync<RevisitComplaint, RevisitComplaint.Request>(County, new(id, true, "已经退还")));
        (await App.DoAsync<RevisitComplaint, RevisitComplaint.Request>(County, new(id, true, "再看"))).Problem!.Code.ShouldBe(ComplaintsProblems.NothingToRevisit.Code);
    }

    [Fact]
    public async Task Refused_with_a_reason_of_the_list_and_whom_to_ask()
    {
        var id = await App.FiledAsync(Phone());
        (await App.DoAsync<RefuseComplaint, RefuseComplaint.Request>(County, new(id, "because", "找别处"))).Problem!.Code.ShouldBe(ComplaintsProblems.ReasonNeeded.Code);
        Must(await App.DoAsync<RefuseComplaint, RefuseComplaint.Request>(County, new(id, "not-ours", "请找市场监管局，电话12315")));
        var mine = Must(await App.MineAsync(App.Pass(id)));
        (mine.State, mine.RefusalReason, mine.RefusalWords).ShouldBe((ComplaintState.Refused, "不归民政部门管", "请找市场监管局，电话12315"));
    }

    [Fact]
    public async Task Passed_on_it_is_the_other_bureaus_and_its_clock_goes_on()
    {
        var id = await App.FiledAsync(Phone());
        var before = (await App.KeptAsync(id)).AcceptDue;
        (await App.DoAsync<PassOnComplaint, PassOnComplaint.Request>(County, new(id, "320100"))).Problem!.Code.ShouldBe(ComplaintsProblems.NoBureau.Code);
        Must(await App.DoAsync<PassOnComplaint, PassOnComplaint.Request>(County, new(id, "321322")));
        (await App.SeeAsync(County, id)).Problem!.Code.ShouldBe(ComplaintsProblems.NoComplaint.Code);
        Must(await App.DoAsync<AcceptComplaint, AcceptComplaint.Request>(OtherCounty, new(id)));
        (await App.KeptAsync(id)).AcceptDue.ShouldBe(before);
        Must(await App.DoAsync<PassOnComplaint, PassOnComplaint.Request>(City, new(id, "3213")));
        (await App.KeptAsync(id)).Division.ShouldBe("3213", "the level above may fetch it");
    }

    [Fact]
    public async Task Extended_once_from_the_last_day_on_by_the_rule()
    {
        var id = await App.AcceptedAsync(Phone());
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var first = Deadline.LastDate((await App.KeptAsync(id)).DecideDue!.Value, zone);
        Must(await App.DoAsync<ExtendComplaint, ExtendComplaint.Request>(County, new(id, "要调取监控")));
        var second = Deadline.LastDate((await App.KeptAsync(id)).DecideDue!.Value, zone);
        (second.DayNumber - first.DayNumber).ShouldBeInRange(30, 38, "thirty days, and on to a working day");
        (await App.DoAsync<ExtendComplaint, ExtendComplaint.Request>(County, new(id, "还要"))).Problem!.Code.ShouldBe(ComplaintsProblems.ExtendedOnce.Code);
    }

    [Fact]
    public async Task The_institution_sees_what_it_was_asked_and_not_who_complained()
    {
        var phone = Phone();
        var id = await App.AcceptedAsync(phone);
        var asked = await App.AskedAsync(id);
        (await App.SeeAsync(Chief, id)).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        var shown = Must(await StatementAsync(Chief, asked));
        shown.Complainant.ShouldBeNull();
        shown.ToString().ShouldNotContain(phone);
        shown.ToString().ShouldNotContain("三百");
        (await StatementAsync(OtherChief, asked)).Problem!.Code.ShouldBe(ComplaintsProblems.NoStatement.Code);
        (await App.DoAsync<GiveStatement, GiveStatement.Request>(OtherChief, new(asked, "不是我们"))).Problem!.Code.ShouldBe(ComplaintsProblems.NoStatement.Code);
        (await App.As(Ground).RunAsync(s => s.GetRequiredService<FindStatements>(), new FindStatements.Request())).Value!.Rows.ShouldNotContain(r => r.Id == asked);
        Must(await App.DoAsync<GiveStatement, GiveStatement.Request>(Chief, new(asked, "按公示价收取")));
        (await App.DoAsync<GiveStatement, GiveStatement.Request>(Chief, new(asked, "再补充"))).Problem!.Code.ShouldBe(ComplaintsProblems.StatementGiven.Code);
        Must(await App.SeeAsync(County, id)).Statements.Single().Given.ShouldBe("按公示价收取");
    }

    [Fact]
    public async Task Whoever_may_answer_is_told_that_it_waits_and_the_asker_that_it_was_answered()
    {
        var id = await App.AcceptedAsync(Phone());
        var asked = await App.AskedAsync(id);
        (await ToldAsync(Chief, $"/work/complaints/asked/{asked}")).ShouldBe(1);
        (await ToldAsync("前台", $"/work/complaints/asked/{asked}")).ShouldBe(0, "a colleague who may not answer");
        (await ToldAsync(OtherChief, $"/work/complaints/asked/{asked}")).ShouldBe(0, "another house");
        (await ToldAsync(County, $"/work/complaints/{id}")).ShouldBe(0);
        Must(await App.DoAsync<GiveStatement, GiveStatement.Request>(Chief, new(asked, "按公示价收取")));
        (await ToldAsync(County, $"/work/complaints/{id}")).ShouldBe(1, "who asked");
        var (due, revisit) = (Day(10), Day(20));
        Must(await App.DoAsync<AnswerComplaint, AnswerComplaint.Request>(County, Answer(id, "Founded", "退还", due, revisit)));
        var ordered = await App.ReadAsync(db => db.Statements.Where(s => s.ComplaintId == id && s.Kind == StatementKind.Rectify).Select(s => s.Id).SingleAsync());
        (await ToldAsync(Chief, $"/work/complaints/asked/{ordered}")).ShouldBe(1);
    }

    [Fact]
    public async Task With_the_complainants_leave_the_institution_concerned_learns_who_and_no_third_one()
    {
        var phone = Phone();
        var id = await App.AcceptedAsync(phone, share: true);
        var (own, third) = (await App.AskedAsync(id), await App.AskedAsync(id, "ce-1"));
        Must(await StatementAsync(Chief, own)).Complainant!.Phone.ShouldBe(phone);
        Must(await StatementAsync(Ground, third)).Complainant.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_works_for_the_institution_never_handles_it_whatever_their_reach()
    {
        var id = await App.FiledAsync(Phone());
        var chief = App.As(Chief).Actor;
        var wide = new Actor(chief.Id, chief.Name, chief.Post, DataScope.Below("3213"), new HashSet<string> { "complaints.*" }) { Institution = "fh-1", Division = "321302" };
        (await App.As(wide).RunAsync(s => s.GetRequiredService<AcceptComplaint>(), new AcceptComplaint.Request(id))).Problem!.Code.ShouldBe(ComplaintsProblems.NoComplaint.Code);
        (await App.As(wide).RunAsync(s => s.GetRequiredService<FindComplaints>(), new FindComplaints.Request())).Value!.Rows.ShouldNotContain(r => r.Id == id);
        (await App.As(wide).RunAsync(s => s.GetRequiredService<ExportComplaints>(), new ExportComplaints.Request(null, "fh-1", null))).Value!.Lines.ShouldBe(0);
        var kept = await App.KeptAsync(id);
        kept.Accept(App.Clock.GetUtcNow(), wide, App.Clock.GetUtcNow()).Problem!.Code.ShouldBe(ComplaintsProblems.OwnInstitution.Code);
        // a post held besides: the person spoke for the institution and now sits at the bureau
        Must(await App.DoAsync<AcceptComplaint, AcceptComplaint.Request>(County, new(id)));
        Must(await App.DoAsync<GiveStatement, GiveStatement.Request>(Chief, new(await App.AskedAsync(id), "按公示价收取")));
        var moved = new Actor(chief.Id, chief.Name, chief.Post, DataScope.Below("321302"), new HashSet<string> { "complaints.*" }) { Institution = "bu-1", Division = "321302" };
        (await App.As(moved).RunAsync(s => s.GetRequiredService<AnswerComplaint>(), Answer(id))).Problem!.Code.ShouldBe(ComplaintsProblems.OwnInstitution.Code);
    }

    [Fact]
    public async Task The_database_alone_refuses_the_institutions_own_hand_and_a_rewritten_answer()
    {
        var (open, answered) = (await App.FiledAsync(Phone()), await App.AnsweredAsync(Phone()));
        var asked = await App.AskedAsync(await App.AcceptedAsync(Phone()));
        await RefusedAsync($"update complaints_complaint set state = 'Accepted', accepted_at = received_at, decide_due = accept_due, handler = 't-guanzhang', handler_institution = 'fh-1' where id = {App.Literal(open)}");
        await RefusedAsync($"update complaints_complaint set state = 'Accepted', accepted_at = received_at, decide_due = accept_due where id = {App.Literal(open)}");
        await RefusedAsync($"update complaints_complaint set institution = 'fh-1' where id = {App.Literal(open)}");
        await RefusedAsync($"update complaints_complaint set about = 'fh-2' where id = {App.Literal(open)}");
        await RefusedAsync($"update complaints_complaint set finding = 'Unfounded' where id = {App.Literal(answered)}");
        await RefusedAsync($"update complaints_complaint set answered_institution = 'fh-1' where id = {App.Literal(answered)}");
        await RefusedAsync($"update complaints_complaint set state = 'UnderReview', review_asked_at = answered_at, reviewed_at = answered_at, reviewed_by = 'x', reviewer_division = '321302' where id = {App.Literal(answered)}");
        await RefusedAsync($"update complaints_statement set given_at = asked_at, given = asked, given_by = 'x', given_institution = 'fh-2' where id = {App.Literal(asked)}");
        (await App.SqlAsync($"update complaints_complaint set kind = kind where id = {App.Literal(open)}")).ShouldBe(1, "the row is there and may be touched");
    }

    [Fact]
    public async Task A_review_is_asked_once_in_time_and_decided_by_the_level_above_alone()
    {
        var id = await App.AnsweredAsync(Phone());
        (await AskReviewAsync(id, "")).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        Must(await AskReviewAsync(id, "退的不是全部"));
        (await AskReviewAsync(id, "再问一次")).Problem!.Code.ShouldBe(ComplaintsProblems.NoReviewNow.Code);
        (await App.DoAsync<DecideComplaintReview, DecideComplaintReview.Request>(County, new(id, true, "维持"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        Must(await App.DoAsync<DecideComplaintReview, DecideComplaintReview.Request>(City, new(id, false, "还应退一百元")));
        (await App.DoAsync<DecideComplaintReview, DecideComplaintReview.Request>(City, new(id, true, "再改"))).Problem!.Code.ShouldBe(ComplaintsProblems.NotUnderReview.Code);
        var mine = Must(await App.MineAsync(App.Pass(id)));
        (mine.State, mine.ReviewUpheld, mine.ReviewAnswer).ShouldBe((ComplaintState.Reviewed, false, "还应退一百元"));
    }

    [Fact]
    public async Task After_the_days_of_the_rule_and_for_the_citys_own_answer_no_review_is_offered()
    {
        var late = await App.KeptAsync(await App.AnsweredAsync(Phone()));
        late.AskReview("晚了", late.ReviewUntil!.Value, "3213", late.ReviewUntil.Value).Problem!.Code.ShouldBe(ComplaintsProblems.NoReviewNow.Code);
        late.AskReview("赶上了", late.ReviewUntil.Value, "3213", late.ReviewUntil.Value.AddTicks(-10)).Ok.ShouldBeTrue();
        var id = Must(await App.FileAsync(Story(Phone(), about: null))).Id;
        Must(await App.DoAsync<AcceptComplaint, AcceptComplaint.Request>(City, new(id)));
        Must(await App.DoAsync<AnswerComplaint, AnswerComplaint.Request>(City, Answer(id)));
        (await AskReviewAsync(id, "不同意")).Problem!.Code.ShouldBe(ComplaintsProblems.NoLevelAbove.Code);
    }

    [Fact]
    public async Task The_telephone_is_shown_once_with_a_reason_and_only_to_who_may()
    {
        var phone = Phone();
        var id = await App.FiledAsync(phone);
        (await RevealAsync(County, id, "")).Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        Must(await RevealAsync(County, id, "回电核实情况")).Phone.ShouldBe(phone);
        (await RevealAsync(Chief, id, "想知道是谁")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await RevealAsync(OtherCounty, id, "回电核实情况")).Problem!.Code.ShouldBe(ComplaintsProblems.NoComplaint.Code);
    }

    [Fact]
    public async Task The_queue_counts_filters_and_finds_by_number_and_the_export_names_nobody()
    {
        var phone = Phone();
        var filed = Must(await App.FileAsync(Story(phone)));
        var found = (await App.As(County).RunAsync(s => s.GetRequiredService<FindComplaints>(), new FindComplaints.Request(Number: filed.Number.Replace("-", "").ToLowerInvariant()))).Value!;
        (found.Rows.Single().Id, found.Matching).ShouldBe((filed.Id, 1));
        (await App.As(County).RunAsync(s => s.GetRequiredService<FindComplaints>(), new FindComplaints.Request("received", "ce-1"))).Value!.Rows.ShouldNotContain(r => r.Id == filed.Id);
        var csv = (await App.As(County).RunAsync(s => s.GetRequiredService<ExportComplaints>(), new ExportComplaints.Request(null, "fh-1", "charge"))).Value!.Csv;
        csv.ShouldContain(filed.Number);
        csv.ShouldNotContain("周女士");
        csv.ShouldNotContain(phone);
        (await App.As(Chief).RunAsync(s => s.GetRequiredService<FindComplaints>(), new FindComplaints.Request())).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    [Fact]
    public async Task Repeated_with_one_key_a_step_is_taken_once()
    {
        var (id, key) = (await App.FiledAsync(Phone()), "accept-" + Guid.NewGuid().ToString("N"));
        for (var i = 0; i < 2; i++) Must(await App.DoAsync<AcceptComplaint, AcceptComplaint.Request>(County, new(id), key));
        (await App.KeptAsync(id)).State.ShouldBe(ComplaintState.Accepted);
    }

    private async Task RefusedAsync(string sql) => await Should.ThrowAsync<System.Data.Common.DbException>(() => App.SqlAsync(sql), sql);

    private Task<long> ToldAsync(string persona, string link) => App.CountAsync($"select count(*) from notifications_inbox where staff_id = '{App.As(persona).Actor.Id}' and link = '{link}'");

    private Task<Outcome<GetStatement.Reply>> StatementAsync(string persona, Guid id) => App.As(persona).RunAsync(s => s.GetRequiredService<GetStatement>(), new GetStatement.Request(id));

    private Task<Outcome<Done>> AskReviewAsync(Guid id, string why) => App.As(Actor.Public).RunAsync(s => s.GetRequiredService<AskComplaintReview>(), new AskComplaintReview.Request(App.Pass(id), why));

    private Task<Outcome<RevealComplainant.Reply>> RevealAsync(string persona, Guid id, string why) => App.As(persona).RunAsync(s => s.GetRequiredService<RevealComplainant>(), new RevealComplainant.Request(id, why));

    private string Day(int ahead) => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class HandlingOnSqlite(SqliteApp f) : HandlingTests(f), IClassFixture<SqliteApp>;

public sealed class HandlingOnPostgres(PostgresApp f) : HandlingTests(f), IClassFixture<PostgresApp>;
