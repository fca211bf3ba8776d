using Anmin.Cemetery.Fees.Letters;
using Anmin.Cemetery.Tests.Compliance;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Anmin.Cemetery.Tests.Yards.Yard;

namespace Anmin.Cemetery.Tests.Fees;

/// <summary>Reminders before the end, letters and public notices after it. The pack says 90, 30, 7 and 0 days before; letter after 30, notice after 90.</summary>
public abstract class LettersTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().AddHours(8).DateTime);

    [Fact]
    public async Task The_nearest_reminder_goes_out_once_and_who_has_no_mobile_number_is_listed()
    {
        // what other tests of this database left is told first
        Must(await NoticesAsync());
        var positions = await App.PositionsAsync(2);
        var on = Today.AddDays(21).AddYears(-20);
        var right = await App.SoldAsync(positions[0], new() { On = on, Phone = "13812345601" });
        var mute = await App.SoldAsync(positions[1], new() { On = on, Phone = "052784212345" });
        var sent = await App.CountAsync("select count(*) from notifications_outgoing");
        var first = Must(await NoticesAsync());
        (first.Sent, first.Unreachable).ShouldBe((1, 1));
        (await App.CountAsync("select count(*) from notifications_outgoing")).ShouldBe(sent + 1);
        (await ToldAsync(right)).ShouldBe([(NoticeKind.Term, 30, true)]);
        (await ToldAsync(mute)).ShouldBe([(NoticeKind.Term, 30, false)]);
        var again = Must(await NoticesAsync());
        (again.Sent, again.Unreachable).ShouldBe((0, 0));
        App.Clock.Advance(TimeSpan.FromDays(14));
        Must(await NoticesAsync()).Sent.ShouldBe(1);
        (await ToldAsync(right)).ShouldBe([(NoticeKind.Term, 7, true), (NoticeKind.Term, 30, true)]);
        (await App.As("公墓销售").RunAsync(s => s.GetRequiredService<SendFeeNotices>(), new SendFeeNotices.Request("ce-1"))).Problem!.Kind.ShouldBe(ProblemKind.Denied);
    }

    [Fact]
    public async Task Only_what_was_chosen_is_written_and_nothing_chosen_is_asked_for()
    {
        var (due, other) = (await OwingAsync(), await OwingAsync());
        Must(await PreviewAsync(null)).Rows.Select(r => r.RightId).Intersect([due, other]).Count().ShouldBe(2);
        (await PreviewAsync([])).Problem!.Code.ShouldBe("cemetery.letter.not-chosen");
        Must(await PreviewAsync([due])).Rows.Single().ShouldSatisfyAllConditions(r => r.RightId.ShouldBe(due), r => r.Fen.ShouldBe(2000));
        (await IssueAsync([])).Problem!.Code.ShouldBe("cemetery.letter.none");
        (await IssueAsync([due], as_: "公墓销售")).Problem!.Kind.ShouldBe(ProblemKind.Denied);
        (await IssueAsync([due], as_: "外公墓财务")).Problem!.Code.ShouldBe("cemetery.letter.none");
        var issued = Must(await IssueAsync([due], key: "letter-" + due));
        Must(await IssueAsync([due], key: "letter-" + due)).Numbers.ShouldBe(issued.Numbers);
        (await IssueAsync([due])).Problem!.Code.ShouldBe("cemetery.letter.none");
        var both = Must(await IssueAsync([due, other]));
        (both.Numbers.Count, both.LeftOut).ShouldBe((1, 1));
        (await App.ReadAsync(db => db.FeeLetters.CountAsync(l => l.RightId == due))).ShouldBe(1);

        var number = (await App.RightAsync(due)).Number!;
        var paper = System.Net.WebUtility.HtmlDecode(Must(await PrintAsync(new(issued.Numbers[0]))).Html);
        foreach (var word in new[] { issued.Numbers[0], number, "周建国", "20.00", "减免" }) paper.ShouldContain(word);
        Must(await PrintAsync(new(null, issued.Batch))).Letters.ShouldBe(1);
        (await PrintAsync(new("CJ-0"))).Problem!.Code.ShouldBe("cemetery.letter.unknown");
        (await PrintAsync(new(issued.Numbers[0]), "外公墓财务")).Problem!.Code.ShouldBe("cemetery.letter.unknown");
    }

    [Fact]
    public async Task A_public_notice_waits_its_time_hides_the_name_and_goes_when_it_is_paid()
    {
        var right = await OwingAsync();
        Must(await IssueAsync([right]));
        (await IssueAsync([right], FeeLetterKind.Public)).Problem!.Code.ShouldBe("cemetery.letter.none");
        App.Clock.Advance(TimeSpan.FromDays(89));
        (await IssueAsync([right], FeeLetterKind.Public)).Problem!.Code.ShouldBe("cemetery.letter.none");
        App.Clock.Advance(TimeSpan.FromDays(1));
        Must(await IssueAsync([right], FeeLetterKind.Public)).Numbers.Count.ShouldBe(1);
        var row = (await PublicAsync()).Rows.ShouldHaveSingleItem();
        row.Institution.ShouldBe("ce-1");
        row.Holder.ShouldStartWith("周");
        row.ToString().ShouldNotContain("建国");
        row.ToString().ShouldNotContain("13812345678");
        row.ToString().ShouldNotContain((await App.RightAsync(right)).Number!);
        await App.PaidAsync(right, "2");
        (await PublicAsync()).Rows.ShouldBeEmpty();
    }

    /// <summary>Paid until sixty days ago.</summary>
    private Task<Guid> OwingAsync() => App.HeldSinceAsync(Today.AddDays(-59).AddYears(-20));

    private Task<Outcome<SendFeeNotices.Reply>> NoticesAsync() => App.As("公墓财务").RunAsync(s => s.GetRequiredService<SendFeeNotices>(), new SendFeeNotices.Request("ce-1"));

    private Task<Outcome<PreviewFeeLetters.Reply>> PreviewAsync(IReadOnlyList<Guid>? rights) => App.As("公墓财务").RunAsync(s => s.GetRequiredService<PreviewFeeLetters>(), new PreviewFeeLetters.Request(FeeLetterKind.Urge, rights));

    private Task<Outcome<IssueFeeLetters.Reply>> IssueAsync(IReadOnlyList<Guid> rights, FeeLetterKind kind = FeeLetterKind.Urge, string as_ = "公墓财务", string? key = null)
        => App.As(as_).RunAsync(s => s.GetRequiredService<IssueFeeLetters>(), new IssueFeeLetters.Request(kind, rights), key);

    private Task<Outcome<PrintFeeLetters.Reply>> PrintAsync(PrintFeeLetters.Request request, string as_ = "公墓财务") => App.As(as_).RunAsync(s => s.GetRequiredService<PrintFeeLetters>(), request);

    private async Task<FindPublicNotices.Reply> PublicAsync() => Must(await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<FindPublicNotices>(), new FindPublicNotices.Request()));

    private async Task<List<(NoticeKind, int, bool)>> ToldAsync(Guid right) => [.. (await App.ReadAsync(db => db.FeeNotices.AsNoTracking().Where(n => n.RightId == right).OrderBy(n => n.Days).ToListAsync())).Select(n => (n.Kind, n.Days, n.Sent))];
}

public sealed class LettersOnSqlite(SqliteApp app) : LettersTests(app), IClassFixture<SqliteApp>;

public sealed class LettersOnPostgres(PostgresApp app) : LettersTests(app), IClassFixture<PostgresApp>;
