using Anmin.Funeral.Evidence;
using System.Text.Json;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Anmin.Funeral.Tests.UseCases;

/// <summary>What section 10 of the conventions asks of every use case, for one use case.</summary>
internal interface IScenario
{
    Type UseCase { get; }

    /// <summary>True where it names a case that exists.</summary>
    bool Elsewhere { get; }

    /// <summary>A request, with a case brought to where it is the next step.</summary>
    Task<object> RequestAsync(Chain chain);

    Task WorksAsync(TestApp app);

    Task RefusesAsync(TestApp app);

    Task IsDeniedAsync(TestApp app);

    Task IsInvisibleElsewhereAsync(TestApp app);

    Task AnswersARepeatAsync(TestApp app);

    Task RefusesAnotherBodyAsync(TestApp app);
}

/// <param name="Persona">Somebody who may; whose namesake with 外 before it has the same post elsewhere.</param>
/// <param name="Prepare">Brings a case to where this is the next step.</param>
/// <param name="Otherwise">Another body for the same key.</param>
/// <param name="Journal">The fact it leaves on the case's chain, or empty where no case is changed.</param>
/// <param name="Refused">A request the business refuses, and with which code.</param>
/// <param name="Elsewhere">False where the request names no existing case.</param>
internal sealed record Scenario<TUseCase, TRequest, TReply>(
    string Persona, Func<Chain, Task<TRequest>> Prepare, Func<TRequest, TRequest> Otherwise, string Journal, Func<Chain, Task<(TRequest Request, string Code)>> Refused, bool Elsewhere = true) : IScenario
    where TUseCase : class, IUseCase<TRequest, TReply> where TRequest : notnull
{
    public Type UseCase => typeof(TUseCase);

    public async Task<object> RequestAsync(Chain chain) => await Prepare(chain);

    public async Task WorksAsync(TestApp app)
    {
        var request = await Prepare(Chain.Of(app));
        var before = await TallyAsync(app);
        var outcome = await RunAsync(app.As(Persona), request);
        outcome.Problem.ShouldBeNull();
        var after = await TallyAsync(app);
        (after.Audit - before.Audit).ShouldBe(1);
        if (Journal.Length == 0) return;
        after.Journal.ShouldBeGreaterThan(before.Journal);
        var facts = await app.ReadAsync(db => db.Set<JournalEntry>().OrderByDescending(e => e.Id).Take((int)(after.Journal - before.Journal)).Select(e => e.Kind).ToListAsync());
        facts.ShouldContain(Journal);
    }

    public async Task RefusesAsync(TestApp app)
    {
        var (request, code) = await Refused(Chain.Of(app));
        var before = await TallyAsync(app);
        var problem = (await RunAsync(app.As(Persona), request)).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe(code);
        problem.Message.ShouldNotBeNullOrWhiteSpace();
        var after = await TallyAsync(app);
        (after with { Audit = 0 }).ShouldBe(before with { Audit = 0 }, "a refusal changes nothing");
        (after.Audit - before.Audit).ShouldBe(problem.Kind is ProblemKind.Refused or ProblemKind.Conflict ? 1 : 0);
    }

    public async Task IsDeniedAsync(TestApp app)
    {
        var request = await Prepare(Chain.Of(app));
        var before = await TallyAsync(app);
        (await RunAsync(app.As("管理员"), request)).Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.Denied);
        (await RunAsync(app.As(Actor.Public), request)).Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.SignInNeeded);
        var after = await TallyAsync(app);
        (after with { Audit = 0 }).ShouldBe(before with { Audit = 0 });
        (after.Audit - before.Audit).ShouldBe(1, "a denial is audited");
    }

    public async Task IsInvisibleElsewhereAsync(TestApp app)
    {
        if (!Elsewhere) return;
        var request = await Prepare(Chain.Of(app));
        var before = await TallyAsync(app);
        (await RunAsync(app.As("外" + Persona), request)).Problem.ShouldBe(KernelProblems.NotFound);
        (await TallyAsync(app)).ShouldBe(before);
    }

    public async Task AnswersARepeatAsync(TestApp app)
    {
        var request = await Prepare(Chain.Of(app));
        var key = "key-" + Guid.NewGuid().ToString("N");
        var first = Chain.Must(await RunAsync(app.As(Persona), request, key));
        var before = await TallyAsync(app);
        var second = Chain.Must(await RunAsync(app.As(Persona), request, key));
        JsonSerializer.Serialize(second).ShouldBe(JsonSerializer.Serialize(first));
        (await TallyAsync(app)).ShouldBe(before, "a repeat writes nothing");
    }

    public async Task RefusesAnotherBodyAsync(TestApp app)
    {
        var request = await Prepare(Chain.Of(app));
        var key = "key-" + Guid.NewGuid().ToString("N");
        Chain.Must(await RunAsync(app.As(Persona), request, key));
        var before = await TallyAsync(app);
        (await RunAsync(app.As(Persona), Otherwise(request), key)).Problem.ShouldBe(KernelProblems.KeyReused);
        (await TallyAsync(app)).ShouldBe(before);
    }

    private static Task<Outcome<TReply>> RunAsync(Acting who, TRequest request, string? key = null) => who.RunAsync(s => (IUseCase<TRequest, TReply>)s.GetRequiredService<TUseCase>(), request, key);

    private sealed record Tally(long Journal, long Audit, long Outbox, long Answers, long Cases, long Custody, long Evidence, long Numbers);

    private static Task<Tally> TallyAsync(TestApp app) => app.ReadAsync(async db => new Tally(
        await db.Set<JournalEntry>().LongCountAsync(), await db.Set<AuditRow>().LongCountAsync(), await db.Set<Anmin.Kernel.Messages.OutboxMessage>().LongCountAsync(), await db.Set<FirstAnswer>().LongCountAsync(),
        await db.DeathCases.LongCountAsync(), await db.CustodyMoves.LongCountAsync(), await db.Set<DeathEvidence>().LongCountAsync(), await db.Set<Anmin.Kernel.Numbering.NumberSeries>().SumAsync(n => n.Next)));
}
