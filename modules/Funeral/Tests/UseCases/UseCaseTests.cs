using Anmin.Funeral.Cases;
using Anmin.Kernel.Commands;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Funeral.Tests.UseCases;

public abstract class UseCaseTests(AppFixture fixture)
{
    public static TheoryData<string> Names => [.. Scenarios.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public Task Works_and_leaves_its_fact_and_one_audit_row(string useCase) => Scenarios.All[useCase].WorksAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Refuses_with_its_code_and_changes_nothing(string useCase) => Scenarios.All[useCase].RefusesAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Is_denied_without_the_permission(string useCase) => Scenarios.All[useCase].IsDeniedAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Answers_not_found_to_another_unit(string useCase) => Scenarios.All[useCase].IsInvisibleElsewhereAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Gives_a_repeat_its_first_answer(string useCase) => Scenarios.All[useCase].AnswersARepeatAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Refuses_another_body_under_the_same_key(string useCase) => Scenarios.All[useCase].RefusesAnotherBodyAsync(fixture.App);
}

public sealed class UseCasesOnSqlite(SqliteApp f) : UseCaseTests(f), IClassFixture<SqliteApp>;

public sealed class UseCasesOnPostgres(PostgresApp f) : UseCaseTests(f), IClassFixture<PostgresApp>;

public sealed class ScenariosTests
{
    [Fact]
    public void Every_command_of_the_module_has_a_scenario()
    {
        var commands = typeof(DeathCase).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && Implements(t, typeof(IUseCase<,>)) && !Implements(t, typeof(IQuestion<,>)));
        commands.Select(t => t.Name).Except(Scenarios.All.Keys).Except(Scenarios.WithAPass).Except(Scenarios.Apart).ShouldBeEmpty("add a row to Scenarios");
    }

    private static bool Implements(Type type, Type generic) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic);
}
