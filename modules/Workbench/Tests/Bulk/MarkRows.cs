using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Tests.Bulk;

/// <summary>An act only the tests know: a row is marked by an assignment. Numbers 1 to 99 are there; 13 refuses, 14 breaks.</summary>
internal sealed class MarkRows(Gate gate, MarkRow mark, UnmarkRow unmark) : IBulkAction
{
    public static readonly Permission Right = new("funeral.case.assign", "分派承办人");

    public string Action => "mark-rows";

    public string Title => "标记";

    public string Unit => "行";

    public string ListPath => "/work/rows";

    public Permission Permission => Right;

    public string Restores => "没有标记";

    public static Guid Row(int number) => new(number, 0, 0, new byte[8]);

    public static int Number(Guid row) => BitConverter.ToInt32(row.ToByteArray());

    public Task<IReadOnlyList<BulkField>> FieldsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<BulkField>>([new("Word", "标记", MaxLength: 10)]);

    public Task<IReadOnlyList<BulkSubject>> FindAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
        => Task.FromResult<IReadOnlyList<BulkSubject>>([.. ids.Where(i => Number(i) is > 0 and < 100).Select(i => new BulkSubject(i, $"第{Number(i)}号", "甲某", "没有标记", "/work/rows"))]);

    public Task<Outcome<Done>> RunAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, mark, new MarkRow.Request(step.Subject, step["Word"]!), ct);

    public Task<Outcome<Done>> UndoAsync(BulkStep step, CancellationToken ct) => step.ThroughAsync(gate, unmark, new UnmarkRow.Request(step.Subject, step["Word"]!), ct);
}

internal sealed class MarkRow(AnminDb db, CurrentActor current, TimeProvider clock) : IUseCase<MarkRow.Request, Done>
{
    public static readonly Problem No = new("test.row.no", "这一行不能标记。", ProblemKind.Refused);
    public static readonly Problem BadWord = new("test.row.word", "标记只能是两个字。", ProblemKind.Invalid, "Word");

    public sealed record Request(Guid Row, string Word);

    public Permission Permission => MarkRows.Right;

    public Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Word.Length != 2) return Task.FromResult<Outcome<Done>>(BadWord);
        if (MarkRows.Number(request.Row) == 13) return Task.FromResult<Outcome<Done>>(No);
        if (MarkRows.Number(request.Row) == 14) throw new InvalidOperationException("The row is broken.");
        db.Add(new Assignment { Subject = request.Row, SubjectKind = "test", Staff = request.Word, At = clock.GetUtcNow(), By = current.Actor.Id });
        return Task.FromResult<Outcome<Done>>(Done.It);
    }
}

internal sealed class UnmarkRow(AnminDb db) : IUseCase<UnmarkRow.Request, Done>
{
    public static readonly Problem Changed = new("test.row.changed", "这一行后来又改过。", ProblemKind.Conflict);

    public sealed record Request(Guid Row, string Word);

    public Permission Permission => MarkRows.Right;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await db.Set<Assignment>().FirstOrDefaultAsync(a => a.Subject == request.Row && a.Staff == request.Word, ct) is not { } mark) return Changed;
        db.Remove(mark);
        return Done.It;
    }
}

public sealed class MarkModule : IModule
{
    public string Name => "test";

    public IReadOnlyList<Permission> Permissions => [];

    public void AddServices(IServiceCollection services) => services.AddTransient<MarkRow>().AddTransient<UnmarkRow>().AddScoped<IBulkAction, MarkRows>();

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
