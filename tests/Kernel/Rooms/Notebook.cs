using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Tests.Rooms;

/// <summary>The smallest subject there can be: a notebook of a unit, into which somebody writes.</summary>
internal sealed class Notebook : JournalSubject, IOwnedByUnit
{
    public override string SubjectKind => "test.notebook";

    public string Division { get; init; } = "";

    public string? Institution { get; init; }

    public string? OpenedBy { get; init; }

    public string? Origin { get; init; }

    public string Text { get; private set; } = "";

    public void Write(string text)
    {
        Text = text;
        Note("notebook.written", new { text });
    }
}

/// <summary>What reactions wrote down.</summary>
internal sealed class Seen
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Text { get; init; }
}

[WireName("test.written.v1")]
internal sealed record Written(Guid Id, string Text) : IEvent;

internal sealed class WhenWritten(AnminDb db, Desk desk) : IReaction<Written>
{
    public Task HandleAsync(Written fact, CancellationToken ct)
    {
        db.Add(new Seen { Text = fact.Text });
        desk.Tried.Enqueue(fact.Text);
        return desk.Poison.Contains(fact.Text) ? throw new InvalidOperationException("poison") : Task.CompletedTask;
    }
}

/// <summary>What a test tells the reactions of its own app.</summary>
internal sealed class Desk
{
    public HashSet<string> Poison { get; } = [];

    public System.Collections.Concurrent.ConcurrentQueue<string> Tried { get; } = new();
}

internal enum Ending { Well, Refuse, Conflict, Invalid, Throw, Nothing }

internal sealed class WriteNotebook(AnminDb db, CommandContext context) : IUseCase<WriteNotebook.Request, WriteNotebook.Reply>
{
    public static readonly Permission May = new("test.notebook.write", "记录");

    public sealed record Request(string Text, Guid? Id = null, string Division = "321302001", string? Institution = "fh-1", Ending Ending = Ending.Well, string Reason = "例行", string? OpenedBy = null, string? Origin = null) : IHasReason;

    public sealed record Reply(Guid Id);

    public Permission Permission => May;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var book = request.Id is { } id ? await db.Set<Notebook>().SingleOrDefaultAsync(b => b.Id == id, ct) : new Notebook { Division = request.Division, Institution = request.Institution, OpenedBy = request.OpenedBy, Origin = request.Origin };
        if (book is null) return KernelProblems.NotFound;
        if (request.Id is null) db.Add(book);
        if (request.Ending != Ending.Nothing) book.Write(request.Text);
        context.About(book.Id);
        context.Announce(new Written(book.Id, request.Text));
        return request.Ending switch
        {
            Ending.Refuse => new Problem("test.refused", "现在不能记录。"),
            Ending.Conflict => new Problem("test.conflict", "已经有了。", ProblemKind.Conflict),
            Ending.Invalid => new Problem("test.invalid", "请填写内容。", ProblemKind.Invalid),
            Ending.Throw => throw new InvalidOperationException("a defect"),
            _ => new Reply(book.Id),
        };
    }
}

internal sealed class ReadNotebooks(AnminDb db) : IQuestion<ReadNotebooks.Request, IReadOnlyList<string>>
{
    public sealed record Request(bool Beyond = false);

    public Permission Permission => WriteNotebook.May;

    public async Task<Outcome<IReadOnlyList<string>>> HandleAsync(Request request, CancellationToken ct)
        => await (request.Beyond ? db.AcrossScopes<Notebook>("测试") : db.Set<Notebook>()).OrderBy(b => b.Text).Select(b => b.Text).ToListAsync(ct);
}

internal sealed class LookBeyond(AnminDb db) : IUseCase<LookBeyond.Request, int>
{
    public sealed record Request;

    public Permission Permission => WriteNotebook.May;

    public async Task<Outcome<int>> HandleAsync(Request request, CancellationToken ct) => await db.AcrossScopes<Notebook>("核对重复").CountAsync(ct);
}

internal sealed class ShowOnce : IUseCase<ShowOnce.Request, ShowOnce.Reply>
{
    public sealed record Request;

    public sealed record Reply(string Secret) : ISecretReply;

    public Permission Permission => WriteNotebook.May;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct) => Task.FromResult<Outcome<Reply>>(new Reply(Guid.NewGuid().ToString()));
}

internal sealed class TakeNumber(Numbers numbers) : IUseCase<TakeNumber.Request, string>
{
    public sealed record Request(string Kind, bool Refuse = false, int Year = 2026, string Home = "321302001");

    public Permission Permission => WriteNotebook.May;

    public async Task<Outcome<string>> HandleAsync(Request request, CancellationToken ct)
    {
        var taken = await numbers.NextAsync(request.Kind, new DateOnly(request.Year, 4, 15), new Dictionary<string, string> { ["home"] = request.Home }, ct);
        return request.Refuse ? new Problem("test.refused", "现在不能编号。") : taken;
    }
}

internal sealed class NotebookModule : IModule
{
    public string Name => "test";

    public IReadOnlyList<Permission> Permissions => [WriteNotebook.May];

    public void AddServices(IServiceCollection services) => services.AddUseCases(typeof(NotebookModule).Assembly).AddScoped<WhenWritten>().AddSingleton<Desk>();

    public void AddReactions(Reactions reactions) => reactions.On<Written, WhenWritten>();

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<Notebook>(t =>
        {
            t.ToTable("test_notebook");
            t.Ignore(b => b.Facts);
        });
        model.Entity<Seen>().ToTable("test_seen");
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public static IReadOnlyList<string> Tables(DatabaseKind kind) => kind == DatabaseKind.Postgres
        ? ["create table test_notebook (id uuid primary key, version integer not null, division text not null, institution text, opened_by text, origin text, text text not null)", "create table test_seen (id uuid primary key, text text not null)", "create unique index test_notebook_text on test_notebook (text) where text like 'one %'"]
        : ["create table test_notebook (id text primary key, version integer not null, division text not null, institution text, opened_by text, origin text, text text not null)", "create table test_seen (id text primary key, text text not null)", "create unique index test_notebook_text on test_notebook (text) where text like 'one %'"];
}
