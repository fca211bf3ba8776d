using Anmin.Identity.Organisations;
using Anmin.Kernel.Commands;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.People;

public abstract class UseCaseTests(AppFixture fixture)
{
    public static TheoryData<string> Names => [.. Scenarios.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public Task Works_and_leaves_one_audit_row(string useCase) => Scenarios.All[useCase].WorksAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Refuses_with_its_code_and_changes_nothing(string useCase) => Scenarios.All[useCase].RefusesAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Is_denied_without_the_permission(string useCase) => Scenarios.All[useCase].IsDeniedAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Gives_a_repeat_its_first_answer(string useCase) => Scenarios.All[useCase].AnswersARepeatAsync(fixture.App);

    [Theory, MemberData(nameof(Names))]
    public Task Refuses_another_body_under_the_same_key(string useCase) => Scenarios.All[useCase].RefusesAnotherBodyAsync(fixture.App);
}

public sealed class PeopleUseCasesOnSqlite(SqliteApp f) : UseCaseTests(f), IClassFixture<SqliteApp>;

public sealed class PeopleUseCasesOnPostgres(PostgresApp f) : UseCaseTests(f), IClassFixture<PostgresApp>;

public sealed class ScenariosTests
{
    private static readonly string[] Folders = ["Organisations", "Staffing", "Roles", "Leave"];

    [Fact]
    public void Every_command_about_people_has_a_scenario()
    {
        var commands = typeof(SaveInstitution).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && Folders.Contains(t.Namespace?.Split('.')[^1]) && Implements(t, typeof(IUseCase<,>)) && !Implements(t, typeof(IQuestion<,>)));
        commands.Select(t => t.Name).Order().ShouldBe(Scenarios.All.Keys.Order(), "add a row to Scenarios");
    }

    private static bool Implements(Type type, Type generic) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic);
}
