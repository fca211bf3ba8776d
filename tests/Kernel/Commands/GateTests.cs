using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Commands;

public abstract class GateTests(NotebookApp fixture)
{
    private TestApp App => fixture.App;

    private sealed record Tally(int Books, int Journal, int Audit, int Outbox, int Answers);

    private Task<Tally> CountAsync() => App.ReadAsync(async db => new Tally(await db.Set<Notebook>().CountAsync(), await db.Set<JournalEntry>().CountAsync(), await db.Set<AuditRow>().CountAsync(), await db.Set<OutboxMessage>().CountAsync(), await db.Set<FirstAnswer>().CountAsync()));

    [Fact]
    public async Task Change_journal_audit_event_and_answer_are_one_commit()
    {
        var before = await CountAsync();
        (await App.WriteAsync(new("一"), "key-1")).Ok.ShouldBeTrue();
        (await CountAsync()).ShouldBe(new(before.Books + 1, before.Journal + 1, before.Audit + 1, before.Outbox + 1, before.Answers + 1));
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_nothing_half_written()
    {
        var before = await CountAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => App.WriteAsync(new("二", Ending: Ending.Throw), "key-2"));
        (await CountAsync()).ShouldBe(before);
        (await App.WriteAsync(new("二"), "key-2")).Ok.ShouldBeTrue("the way is free again");
    }

    [Theory]
    [InlineData(nameof(Ending.Refuse), "test.refused", 1)]
    [InlineData(nameof(Ending.Conflict), "test.conflict", 1)]
    [InlineData(nameof(Ending.Invalid), "test.invalid", 0)]
    public async Task A_refusal_leaves_its_audit_row_and_a_slip_of_the_pen_not_even_that(string ending, string code, int rows)
    {
        var before = await CountAsync();
        (await App.WriteAsync(new("三", Ending: Enum.Parse<Ending>(ending)))).Problem!.Code.ShouldBe(code);
        (await CountAsync()).ShouldBe(before with { Audit = before.Audit + rows });
        if (rows == 0) return;
        var row = await App.ReadAsync(db => db.Set<AuditRow>().OrderByDescending(a => a.Id).FirstAsync());
        (row.Result, row.UseCase, row.Permission, row.ActorId, row.Post, row.Device, row.Reason).ShouldBe((code, nameof(WriteNotebook), "test.notebook.write", "w", "记录员", "test", "例行"));
    }

    [Fact]
    public async Task What_the_database_refuses_becomes_a_sentence_and_leaves_its_audit_row()
    {
        (await App.WriteAsync(new("one 一"))).Ok.ShouldBeTrue();
        var before = await CountAsync();
        (await App.WriteAsync(new("one 一"))).Problem.ShouldBe(KernelProblems.Twice);
        (await CountAsync()).ShouldBe(before with { Audit = before.Audit + 1 });
    }

    [Fact]
    public async Task Without_the_permission_nothing_runs_and_the_attempt_is_kept()
    {
        var before = await CountAsync();
        var denied = await App.As(new Actor("n", "无权者", "记录员", DataScope.Everything, new HashSet<string> { "test.other.*" })).RunAsync(s => s.GetRequiredService<WriteNotebook>(), new("四"));
        denied.Problem!.Kind.ShouldBe(ProblemKind.Denied);
        denied.Problem.Message.ShouldContain("记录");
        (await App.As(Actor.Public).RunAsync(s => s.GetRequiredService<WriteNotebook>(), new("四"))).Problem.ShouldBe(KernelProblems.SignInNeeded);
        (await CountAsync()).ShouldBe(before with { Audit = before.Audit + 1 });
    }

    [Fact]
    public async Task A_denial_inside_a_shared_commit_ends_it_all_and_waits_for_nobody()
    {
        var before = await CountAsync();
        await using var scope = App.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        var gate = scope.ServiceProvider.GetRequiredService<Gate>();
        async Task RunsAsync()
        {
            current.Actor = new Actor("w", "王", "记录员", DataScope.Everything, new HashSet<string> { "test.*" });
            (await gate.RunAsync(scope.ServiceProvider.GetRequiredService<WriteNotebook>(), new("先"))).Ok.ShouldBeTrue();
            current.Actor = new Actor("n", "无权者", "记录员", DataScope.Everything, new HashSet<string> { "test.other.*" });
            await gate.RunAsync(scope.ServiceProvider.GetRequiredService<WriteNotebook>(), new("后"));
        }
        await Should.ThrowAsync<InvalidOperationException>(() => gate.TogetherAsync(RunsAsync, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60)));
        (await CountAsync()).ShouldBe(before);
        (await App.WriteAsync(new("后来"))).Ok.ShouldBeTrue("the turn is given back");
    }

    [Theory]
    [InlineData("test.notebook.write", true)]
    [InlineData("test.notebook.*", true)]
    [InlineData("test.*", true)]
    [InlineData("*", true)]
    [InlineData("test.notebook", false)]
    [InlineData("test.note.*", false)]
    [InlineData("tes.*", false)]
    public void A_permission_is_held_by_name_or_by_whole_words_above_it(string held, bool may)
        => new Actor("x", "x", "x", DataScope.Nothing, new HashSet<string> { held }).May(WriteNotebook.May).ShouldBe(may);

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("换")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var before = await CountAsync();
        (await App.WriteAsync(new("五"), key)).Problem!.Code.ShouldBe("kernel.key.bad");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_number_outside_a_list_of_choices_is_refused_at_its_field()
    {
        var before = await CountAsync();
        var problem = (await App.WriteAsync(new("五", Ending: (Ending)77))).Problem!;
        (problem.Code, problem.Field, problem.Kind).ShouldBe(("kernel.choice.unknown", nameof(WriteNotebook.Request.Ending), ProblemKind.Invalid));
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_key_belongs_to_one_person_and_one_use_case()
    {
        (await App.WriteAsync(new("六"), "shared")).Ok.ShouldBeTrue();
        var other = await App.As(new Actor("v", "另一人", "记录员", DataScope.Everything, NotebookApp.All)).RunAsync(s => s.GetRequiredService<WriteNotebook>(), new("七"), "shared");
        other.Ok.ShouldBeTrue();
        (await App.Somebody().RunAsync(s => s.GetRequiredService<LookBeyond>(), new(), "shared")).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_answer_is_given_again_even_when_the_second_run_would_be_refused()
    {
        var first = await App.WriteAsync(new("one 八"), "eight");
        (await App.WriteAsync(new("one 八"))).Ok.ShouldBeFalse();
        (await App.WriteAsync(new("one 八"), "eight")).Value.ShouldBe(first.Value);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("3213", null, "乡甲 乡乙 县丙 馆丁")]
    [InlineData("321302", null, "乡甲 乡乙 馆丁")]
    [InlineData("321302001", null, "乡甲")]
    [InlineData("32", null, "乡甲 乡乙 县丙 馆丁")]
    [InlineData("0", null, "乡甲 乡乙 县丙 馆丁")]
    [InlineData(null, "sc-1", "乡甲 馆丁")]
    [InlineData(null, "sc-2", "")]
    public async Task Everybody_sees_their_own_unit_and_below_and_nothing_else(string? division, string? institution, string seen)
    {
        foreach (var (text, at, of) in new[] { ("乡甲", "321302001", "sc-1"), ("乡乙", "321302002", null), ("县丙", "321322001", null), ("馆丁", "321302003", "sc-1") })
            if (!await App.ReadAsync(db => db.Set<Notebook>().AnyAsync(b => b.Text == text))) await App.WriteAsync(new(text, Division: at, Institution: of));
        var scope = division is not null ? DataScope.Below(division) : institution is not null ? DataScope.Of(institution) : DataScope.Nothing;
        var found = await App.Somebody(scope).RunAsync(s => s.GetRequiredService<ReadNotebooks>(), new());
        string.Join(' ', found.Value!.Where(t => t.Length == 2 && "乡县馆".Contains(t[0]))).ShouldBe(string.Join(' ', seen.Split(' ').Order(StringComparer.Ordinal)).Trim());
    }

    [Fact]
    public async Task A_row_of_another_unit_cannot_be_written_either()
    {
        var id = (await App.WriteAsync(new("九", Division: "321322001", Institution: "fh-2"))).Value!.Id;
        (await App.Somebody(DataScope.Below("321302")).RunAsync(s => s.GetRequiredService<WriteNotebook>(), new("改", id))).Problem.ShouldBe(KernelProblems.NotFound);
    }

    [Fact]
    public async Task What_is_shown_once_is_kept_nowhere_whatever_key_came_with_it()
    {
        var first = await App.Somebody().RunAsync(s => s.GetRequiredService<ShowOnce>(), new(), "once-1");
        var second = await App.Somebody().RunAsync(s => s.GetRequiredService<ShowOnce>(), new(), "once-1");
        second.Value!.Secret.ShouldNotBe(first.Value!.Secret);
        (await App.ReadAsync(db => db.Set<FirstAnswer>().AnyAsync(a => a.Key == "once-1"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Looking_beyond_ones_scope_is_written_down_with_its_reason()
    {
        await App.Somebody(DataScope.Nothing).RunAsync(s => s.GetRequiredService<LookBeyond>(), new());
        (await App.ReadAsync(db => db.Set<AuditRow>().OrderByDescending(a => a.Id).Select(a => a.ScopeLift).FirstAsync())).ShouldBe("核对重复");
    }

    [Fact]
    public async Task A_question_writes_nothing()
    {
        var before = await CountAsync();
        (await App.Somebody().RunAsync(s => s.GetRequiredService<ReadNotebooks>(), new())).Ok.ShouldBeTrue();
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Ten_at_once_on_one_subject_make_one_chain_without_gaps()
    {
        var id = await App.WrittenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => App.WriteAsync(new($"同时{i}", id)))));
        outcomes.Where(o => !o.Ok).ShouldAllBe(o => o.Problem == KernelProblems.Changed);
        var seqs = await App.ReadAsync(db => db.Set<JournalEntry>().Where(e => e.SubjectId == id).OrderBy(e => e.Seq).Select(e => e.Seq).ToListAsync());
        seqs.ShouldBe(Enumerable.Range(1, 1 + outcomes.Count(o => o.Ok)));
    }
}

public sealed class GateOnSqlite(NotebookSqlite f) : GateTests(f), IClassFixture<NotebookSqlite>;

public sealed class GateOnPostgres(NotebookPostgres f) : GateTests(f), IClassFixture<NotebookPostgres>;
