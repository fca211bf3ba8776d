using Anmin.Funeral.Desk;
using Anmin.Contracts.Booking;
using Anmin.Contracts.Funeral;
using Anmin.Funeral.Arrangement;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Signatures;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Funeral.Tests.Desk.AtTheDesk;

namespace Anmin.Funeral.Tests.Desk;

public abstract class DeskTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Chain Chain => Chain.Of(App);

    [Fact]
    public async Task One_submit_opens_the_case_and_books_hall_and_furnace_and_keeps_what_was_signed()
    {
        var fields = NewCase(Chain);
        var reply = Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, null, fields)));
        reply.Signed.ShouldBeTrue();
        reply.Confirmed.ShouldBeFalse("the body is not with us yet");
        reply.Left.ShouldContain(l => l.Contains("入馆"));
        var opened = await Chain.LoadAsync(new(reply.CaseId, reply.CaseNumber));
        (opened.Name!.Text, opened.Evidence.Count, opened.Handlers.Single().Name!.Text).ShouldBe(("周桂兰", 1, "周建国"));
        var booked = await BookedAsync(reply.CaseId);
        booked.Select(b => b.Purpose).Order().ShouldBe(["cremation", "farewell"]);
        var papers = await App.ReadAsync(db => db.Set<SignedPaper>().AsNoTracking().Where(p => p.CaseId == reply.CaseId).ToListAsync());
        papers.Select(p => p.Kind).Order().ShouldBe([PaperKind.Quotation, PaperKind.ServiceContract, PaperKind.CremationConfirmation, PaperKind.DataNotice]);
        papers.ShouldAllBe(p => SignedPaper.HashOf(p.Shown!.Reveal()) == p.ShownHash);
        papers.Single(p => p.Kind == PaperKind.Quotation).Way.ShouldBe(SigningWay.Pad);
        (await App.ReadAsync(db => db.Set<DeskDraft>().CountAsync(d => d.CaseId == reply.CaseId))).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_in_the_home_is_confirmed_by_the_same_signature()
    {
        var of = await Chain.ProvenAsync();
        var reply = Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, of.Id, Choices(Chain))));
        (reply.Signed, reply.Confirmed, reply.Left.Count).ShouldBe((true, true, 0));
        (await Chain.LoadAsync(of)).Contract!.Disposition.ShouldBe(Disposition.Cremation);
    }

    [Fact]
    public async Task Others_read_what_holds_by_code_and_quantity()
    {
        var of = await Chain.ProvenAsync();
        Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, of.Id, Choices(Chain))));
        var told = await App.ReadAsync(db => new Arrangements(db).CurrentOfAsync(of.Id, CancellationToken.None));
        told!.Items.Select(i => (i.Code, i.Quantity, i.QuotedFen)).ShouldBe([("cremation", 1, (long?)30000), ("urn", 1, null)]);
    }

    [Fact]
    public async Task A_change_is_a_further_edition_and_moves_the_bookings()
    {
        var of = await Chain.ProvenAsync();
        var first = Choices(Chain);
        Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, of.Id, first)));
        (await SubmitAsync(Chain, Unsigned(of.Id, first))).Problem.ShouldBe(ArrangementProblems.NothingChanged);
        var second = new Dictionary<string, string>(Choices(Chain)) { ["item.urn"] = "2" };
        Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, of.Id, second))).Edition.ShouldBe(2);
        var all = await VersionsAsync(of.Id);
        ArrangementVersion.Current(all)!.Edition.ShouldBe(2);
        all[1].Replaces.ShouldBe(all[0].Id);
        (await BookedAsync(of.Id)).Count(b => b.State == BookingState.Confirmed).ShouldBe(2);
        var shown = Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<GetArrangement>(), new GetArrangement.Request(of.Id)));
        shown.Editions[0].Changes.ShouldContain("骨灰盒：× 1 → × 2");
    }

    [Fact]
    public async Task A_signature_does_not_reach_what_was_changed_after_it()
    {
        var of = await Chain.ProvenAsync();
        var signed = await SignedAsync(Chain, of.Id, Choices(Chain));
        var request = signed with { Fields = new Dictionary<string, string>(signed.Fields) { ["item.urn"] = "9" } };
        (await SubmitAsync(Chain, request)).Problem.ShouldBe(ArrangementProblems.PapersChanged);
    }

    [Fact]
    public async Task A_quotation_is_signed_later_as_it_was_printed()
    {
        var of = await Chain.ProvenAsync();
        var fields = Choices(Chain);
        var first = Chain.Must(await SubmitAsync(Chain, Unsigned(of.Id, fields)));
        first.Signed.ShouldBeFalse();
        var second = Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, of.Id, fields)));
        (second.Edition, second.Number, second.Signed).ShouldBe((first.Edition, first.Number, true));
    }

    [Theory]
    [InlineData("People", "101", "booking.too-small")]
    [InlineData("Furnace", "Carriage", "funeral.arrangement.furnace-kind")]
    [InlineData("FarewellAt", "2026-04-14 09:00", "funeral.arrangement.time-past")]
    [InlineData("CremationAt", "2026-04-16 05:00", "funeral.arrangement.cremation-before-farewell")]
    [InlineData("Hall", "", "funeral.arrangement.hall-needed")]
    [InlineData("Cremator", "no-such", "funeral.arrangement.not-here")]
    [InlineData("Cremator", "fh-1-hall-1", "funeral.arrangement.not-here")]
    [InlineData("Hall", "fh-2-hall-1", "funeral.arrangement.not-here")]
    [InlineData("item.urn", "100", "funeral.arrangement.quantity")]
    [InlineData("People", "许多", "funeral.arrangement.people")]
    public async Task Refuses_and_leaves_the_draft_as_it_was(string field, string value, string code)
    {
        var of = await Chain.ProvenAsync();
        var fields = new Dictionary<string, string>(Choices(Chain)) { [field] = value };
        var draft = Guid.CreateVersion7();
        Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<SaveDeskDraft>(), new SaveDeskDraft.Request(draft, of.Id, fields)));
        var problem = (await SubmitAsync(Chain, new(draft, of.Id, fields, []))).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe(code);
        problem.Field.ShouldNotBeNull();
        (await App.ReadAsync(db => db.Set<DeskDraft>().SingleAsync(d => d.Id == draft))).Fields().GetValueOrDefault(field, "").ShouldBe(value);
        (await VersionsAsync(of.Id)).ShouldBeEmpty();
        (await BookedAsync(of.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_furnace_in_maintenance_and_a_paper_that_served_another_are_refused_by_name()
    {
        var of = await Chain.ProvenAsync();
        var fields = Choices(Chain, "fh-1-crem-2");
        await BookAsync(new BookingWish(Guid.CreateVersion7(), "maintenance", [new("fh-1-crem-2", new(2026, 4, 16, 0, 0, 0, TimeSpan.Zero), new(2027, 4, 1, 0, 0, 0, TimeSpan.Zero))]));
        var refused = (await SubmitAsync(Chain, Unsigned(of.Id, fields))).Problem!;
        (refused.Code, refused.Field).ShouldBe(("booking.maintenance", "Cremator"));
        var other = NewCase(Chain);
        Chain.Must(await SubmitAsync(Chain, Unsigned(null, other)));
        var twice = new Dictionary<string, string>(NewCase(Chain)) { ["EvidenceNumber"] = other["EvidenceNumber"] };
        var used = (await SubmitAsync(Chain, Unsigned(null, twice))).Problem!;
        (used.Code, used.Field).ShouldBe(("funeral.evidence.used", "EvidenceNumber"));
    }

    [Fact]
    public async Task Two_desks_want_one_hall_and_the_second_is_told_once_and_keeps_everything_else()
    {
        var (first, second) = (await Chain.ProvenAsync(), await Chain.ProvenAsync());
        var fields = Choices(Chain);
        var other = new Dictionary<string, string>(fields) { ["Cremator"] = "fh-1-crem-3" };
        var (one, two) = (await SignedAsync(Chain, first.Id, fields), await SignedAsync(Chain, second.Id, other));
        var answers = await Task.WhenAll(Task.Run(() => SubmitAsync(Chain, one)), Task.Run(() => SubmitAsync(Chain, two)));
        answers.Count(a => a.Ok).ShouldBe(1);
        answers.Single(a => !a.Ok).Problem!.Code.ShouldBe("booking.taken");
        answers.Single(a => !a.Ok).Problem!.All().Count().ShouldBe(1);
        var loser = answers[0].Ok ? second : first;
        (await BookedAsync(loser.Id)).ShouldBeEmpty("not even the furnace");
        (await App.ReadAsync(db => db.Set<DeskDraft>().SingleAsync(d => d.CaseId == loser.Id))).Fields()["item.urn"].ShouldBe("1");
    }

    [Fact]
    public async Task Times_are_found_together_and_after_the_wait()
    {
        var times = Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<FindArrangementTimes>(), new FindArrangementTimes.Request(null, "20", FurnaceKind.Any, "2026-04-15 09:00", false, null)));
        times.Count.ShouldBe(5);
        string.CompareOrdinal(times[0].CremationAt, "2026-04-16 09:00").ShouldBeGreaterThanOrEqualTo(0);
        times.ShouldAllBe(t => string.CompareOrdinal(t.FarewellAt, t.CremationAt) < 0);
        (await App.As("前台").RunAsync(s => s.GetRequiredService<FindArrangementTimes>(), new FindArrangementTimes.Request(null, "200", FurnaceKind.Any, null, false, null))).Problem.ShouldBe(ArrangementProblems.NoTime);
    }

    [Fact]
    public async Task A_draft_is_its_clerks_alone_and_is_forgotten_after_thirty_days()
    {
        var draft = Guid.CreateVersion7();
        Chain.Must(await App.As("前台").RunAsync(s => s.GetRequiredService<SaveDeskDraft>(), new SaveDeskDraft.Request(draft, null, new Dictionary<string, string> { ["Name"] = "周桂兰" })));
        (await App.As("前台乙").RunAsync(s => s.GetRequiredService<SaveDeskDraft>(), new SaveDeskDraft.Request(draft, null, new Dictionary<string, string> { ["Name"] = "别人" }))).Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.NotFound);
        (await App.As("前台乙").RunAsync(s => s.GetRequiredService<DropDeskDraft>(), new DropDeskDraft.Request(draft))).Problem.ShouldNotBeNull();
        var kept = await App.ReadAsync(db => db.Set<DeskDraft>().SingleAsync(d => d.Id == draft));
        (kept.ExpiresAt - kept.UpdatedAt).ShouldBe(TimeSpan.FromDays(30));
        (await App.CountAsync("select count(*) from funeral_desk_draft where cast(content as text) like '%周桂兰%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Signed_editions_and_papers_cannot_be_rewritten_in_the_database()
    {
        var of = await Chain.ProvenAsync();
        Chain.Must(await SubmitAsync(Chain, await SignedAsync(Chain, of.Id, Choices(Chain))));
        foreach (var sql in (string[])["update funeral_arrangement set people = 1", "delete from funeral_arrangement", "update funeral_arrangement_item set quantity = 2", "update funeral_signed_paper set staff = 'x'", "delete from funeral_signed_paper"])
            await Should.ThrowAsync<Exception>(() => App.SqlAsync(sql), sql);
    }

    private Task<List<ArrangementVersion>> VersionsAsync(Guid id) => App.ReadAsync(db => db.Set<ArrangementVersion>().AsNoTracking().Include(v => v.Items).Where(v => v.CaseId == id).OrderBy(v => v.Edition).ToListAsync());

    private async Task<IReadOnlyList<Booked>> BookedAsync(Guid id)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IBookings>().OfSubjectAsync(id, CancellationToken.None);
    }

    private async Task BookAsync(BookingWish wish)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        (await scope.ServiceProvider.GetRequiredService<IBookings>().BookAsync(wish, CancellationToken.None)).Problem.ShouldBeNull();
        await scope.ServiceProvider.GetRequiredService<AnminDb>().SaveChangesAsync();
    }
}

public sealed class DeskOnSqlite(SqliteApp f) : DeskTests(f), IClassFixture<SqliteApp>;

public sealed class DeskOnPostgres(PostgresApp f) : DeskTests(f), IClassFixture<PostgresApp>;
