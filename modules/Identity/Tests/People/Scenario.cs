using System.Text.Json;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Anmin.Identity.Tests.People;

internal interface IScenario
{
    Type UseCase { get; }

    Task WorksAsync(TestApp app);

    Task RefusesAsync(TestApp app);

    Task IsDeniedAsync(TestApp app);

    Task AnswersARepeatAsync(TestApp app);

    Task RefusesAnotherBodyAsync(TestApp app);
}

/// <param name="Persona">Somebody who may.</param>
/// <param name="Stranger">Somebody signed in who may not; null where every member of staff may.</param>
/// <param name="Otherwise">Another body for the same key.</param>
internal sealed record Scenario<TUseCase, TRequest, TReply>(string Persona, string? Stranger, Func<Town, Task<TRequest>> Prepare, Func<TRequest, TRequest> Otherwise) : IScenario
    where TUseCase : class, IUseCase<TRequest, TReply> where TRequest : notnull
{
    /// <summary>Every way it says no: the code, and a request that earns it.</summary>
    public required (string Code, Func<Town, Task<TRequest>> Request)[] Refuses { get; init; }

    public Type UseCase => typeof(TUseCase);

    public async Task WorksAsync(TestApp app)
    {
        var town = Town.Of(app);
        var request = await Prepare(town);
        var before = await TallyAsync(app);
        (await RunAsync(town, request)).Problem.ShouldBeNull();
        (await TallyAsync(app)).Audit.ShouldBe(before.Audit + 1);
    }

    public async Task RefusesAsync(TestApp app)
    {
        var town = Town.Of(app);
        foreach (var (code, prepare) in Refuses)
        {
            var request = await prepare(town);
            var before = await TallyAsync(app);
            var problem = (await RunAsync(town, request)).Problem.ShouldNotBeNull($"should say {code}");
            problem.All().Select(p => p.Code).ShouldContain(code);
            problem.All().ShouldAllBe(p => p.Message.Length > 5);
            var after = await TallyAsync(app);
            (after with { Audit = 0 }).ShouldBe(before with { Audit = 0 }, $"{code} changes nothing");
            (after.Audit - before.Audit).ShouldBe(problem.Kind is ProblemKind.Refused or ProblemKind.Conflict ? 1 : 0, code);
        }
    }

    public async Task IsDeniedAsync(TestApp app)
    {
        var town = Town.Of(app);
        var request = await Prepare(town);
        var before = await TallyAsync(app);
        (await app.As(Actor.Public).RunAsync(s => (IUseCase<TRequest, TReply>)s.GetService(typeof(TUseCase))!, request)).Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.SignInNeeded);
        if (Stranger is null) return;
        (await town.RunAsync<TUseCase, TRequest, TReply>(Stranger, request)).Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.Denied);
        var after = await TallyAsync(app);
        (after with { Audit = 0 }).ShouldBe(before with { Audit = 0 });
        (after.Audit - before.Audit).ShouldBe(1, "a denial is audited");
    }

    public async Task AnswersARepeatAsync(TestApp app)
    {
        var town = Town.Of(app);
        var request = await Prepare(town);
        var key = "key-" + Guid.NewGuid().ToString("N");
        var first = Town.Must(await RunAsync(town, request, key));
        var before = await TallyAsync(app);
        JsonSerializer.Serialize(Town.Must(await RunAsync(town, request, key))).ShouldBe(JsonSerializer.Serialize(first));
        (await TallyAsync(app)).ShouldBe(before, "a repeat writes nothing");
    }

    public async Task RefusesAnotherBodyAsync(TestApp app)
    {
        var town = Town.Of(app);
        var request = await Prepare(town);
        var key = "key-" + Guid.NewGuid().ToString("N");
        Town.Must(await RunAsync(town, request, key));
        var before = await TallyAsync(app);
        (await RunAsync(town, Otherwise(request), key)).Problem.ShouldBe(KernelProblems.KeyReused);
        (await TallyAsync(app)).ShouldBe(before);
    }

    private Task<Outcome<TReply>> RunAsync(Town town, TRequest request, string? key = null) => town.RunAsync<TUseCase, TRequest, TReply>(Persona, request, key);

    private sealed record Tally(string Rows, long Audit, long Outbox, long Answers);

    /// <summary>Everything these use cases may write, as one text.</summary>
    private static Task<Tally> TallyAsync(TestApp app) => app.ReadAsync(async db => new Tally(
        JsonSerializer.Serialize(new object[]
        {
            await db.Set<Institution>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(), await db.Set<Section>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(), await db.Set<Role>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(),
            await db.Set<Post>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(), await db.Set<Staff>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(), await db.Set<Appointment>().AsNoTracking().OrderBy(i => i.Id).ToListAsync(),
        }),
        await db.Set<AuditRow>().LongCountAsync(), await db.Set<OutboxMessage>().LongCountAsync(), await db.Set<FirstAnswer>().LongCountAsync()));
}
