using System.Reflection;
using Anmin.Host;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>Sections 3, 4 and 5 of docs/conventions.md.</summary>
public sealed class UseCaseRulesTests(SqliteApp fixture) : IClassFixture<SqliteApp>
{
    // what people do at a page only: no route of its own
    private static readonly string[] PagesOnly = ["SignInAsPersona", "SignInWithToken", "SignOut", "IssueEntryToken",
        "EndExpiredSessions", "SignInWithPassword", "SignInWithCode", "SignInWithPasskey", "ChooseFirstPassword", "EnrolTotp", "GetEnrolment", "AcceptInvite", "LookAtInvite",
        "ExportOwnData", "OpenAccount", "ResetAccount", "GetInvite", "ExportSignIns", "ChangePassword", "ProveAgain", "TakeTotp", "DropTotp", "GetTotpOffer", "DrawRecoveryCodes", "AddPasskey", "RenamePasskey", "RemovePasskey"];

    private static IEnumerable<Type> UseCases => Modules.All.SelectMany(m => m.GetType().Assembly.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && Faces(t).Any());

    [Fact]
    public async Task Every_use_case_names_a_permission_its_module_declares()
    {
        var declared = Modules.All.SelectMany(m => m.Permissions).Concat(KernelPermissions.All).Append(Permission.Anyone).Append(Permission.SignedIn).ToHashSet();
        await using var scope = fixture.App.Services.CreateAsyncScope();
        foreach (var type in UseCases)
        {
            var permission = (Permission)type.GetProperty("Permission")!.GetValue(scope.ServiceProvider.GetRequiredService(type))!;
            declared.ShouldContain(permission, type.Name);
        }
    }

    [Fact]
    public void Every_use_case_has_its_request_in_itself_and_a_map_beside_it()
    {
        foreach (var type in UseCases)
        {
            var request = Faces(type).First().GetGenericArguments()[0];
            if (request != typeof(Done)) (request.DeclaringType is not null || request.IsPrimitive).ShouldBeTrue($"{type.Name} takes {request.Name}, which belongs to nobody");
            if (PagesOnly.Contains(type.Name)) continue;
            var map = type.GetMethod("Map", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
            (map is not null || Mapped(type.Name)).ShouldBeTrue($"{type.Name} has no Map and no page runs it");
        }
    }

    [Fact]
    public async Task Every_reaction_can_be_made()
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        foreach (var type in ShapeTests.Product().SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsClass: true } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReaction<>))))
            scope.ServiceProvider.GetService(type).ShouldNotBeNull($"{type.Name} is not registered: what it should react to would be parked");
    }

    [Fact]
    public void Every_map_is_called_by_its_modules_door()
    {
        foreach (var type in UseCases.Where(t => t.GetMethod("Map", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetParameters() is [{ ParameterType: var p }] && p == typeof(IEndpointRouteBuilder)))
        {
            var module = Modules.All.Single(m => m.GetType().Assembly == type.Assembly);
            Sources.Product("*.cs").Any(f => f.StartsWith("modules/", StringComparison.Ordinal) && !f.EndsWith("/" + type.Name + ".cs", StringComparison.Ordinal) && Sources.Text(f).Contains(type.Name + ".Map(", StringComparison.Ordinal))
                .ShouldBeTrue($"{type.Name}.Map is called by nobody in {module.Name}");
        }
    }

    [Fact]
    public void Every_use_case_begins_with_a_verb()
    {
        string[] nouns = ["Case", "Death", "Evidence", "Pickup", "Remains", "Cremation", "Certificate", "Ashes", "Hold", "Twins", "Niche", "Resource"];
        UseCases.Where(t => nouns.Any(n => t.Name.StartsWith(n, StringComparison.Ordinal)) || !t.Name.Skip(1).Any(char.IsUpper)).Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_has_a_stable_code_and_a_chinese_label_and_nobody_elses()
    {
        foreach (var module in Modules.All)
            foreach (var permission in module.Permissions)
            {
                permission.Code.ShouldMatch($"^{module.Name}(\\.[a-z]+(-[a-z]+)*){{2}}$");
                permission.Label.ShouldMatch("^[\u4e00-\u9fff·、]+$");
            }
        var all = Modules.All.SelectMany(m => m.Permissions).Concat(KernelPermissions.All).ToList();
        all.Select(p => p.Code).Distinct().Count().ShouldBe(all.Count);
        all.Select(p => p.Label).Distinct().Count().ShouldBe(all.Count, "two rights with one name cannot be told apart on the role screen");
    }

    [Fact]
    public void Every_permission_is_held_by_some_role_of_the_nations_pack()
    {
        var held = Sources.Lines("packs/nation/roles.csv").Skip(1).SelectMany(l => l.Split(',')[4].Trim('"').Split(' ')).Select(w => w.Split('@')[0]).ToHashSet();
        var unheld = Modules.All.SelectMany(m => m.Permissions).Concat(KernelPermissions.All).Where(p => !new Actor("x", "x", "x", DataScope.Nothing, held).May(p)).Select(p => p.Code);
        unheld.ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_has_a_code_of_its_module_and_a_sentence_that_ends()
    {
        foreach (var module in Modules.All)
            foreach (var field in module.GetType().Assembly.GetTypes().Where(t => t.Name.EndsWith("Problems", StringComparison.Ordinal)).SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public)).Where(f => f.FieldType == typeof(Problem)))
            {
                var problem = (Problem)field.GetValue(null)!;
                problem.Code.ShouldStartWith(module.Name + ".", Case.Sensitive, field.Name);
                problem.Message.ShouldEndWith("。", Case.Sensitive, problem.Code);
            }
    }

    [Fact]
    public void Every_fact_has_a_wire_name_with_a_version_and_no_two_share_one()
    {
        var facts = ShapeTests.Product().SelectMany(a => a.GetTypes()).Where(t => typeof(IEvent).IsAssignableFrom(t) && t.IsClass).ToList();
        facts.ShouldNotBeEmpty();
        var names = facts.Select(t => t.GetCustomAttribute<WireNameAttribute>().ShouldNotBeNull(t.Name).Name).ToList();
        names.ShouldAllBe(n => System.Text.RegularExpressions.Regex.IsMatch(n, @"^[a-z]+\.[a-z-]+\.v\d+$"));
        names.Distinct().Count().ShouldBe(names.Count);
    }

    [Fact]
    public async Task Tables_are_their_modules_and_snake_case_and_no_foreign_key_crosses()
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<AnminDb>().Model;
        foreach (var type in model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            var table = type.GetTableName()!;
            var owner = Modules.All.FirstOrDefault(m => m.GetType().Assembly == type.ClrType.Assembly)?.Name ?? "kernel";
            table.ShouldMatch($"^{owner}_[a-z]+(_[a-z]+)*$", type.ClrType.Name);
            foreach (var key in type.GetForeignKeys()) key.PrincipalEntityType.GetTableName()!.Split('_')[0].ShouldBe(owner, table);
        }
    }

    [Fact]
    public async Task What_the_model_names_as_constraint_is_explained_by_the_name_a_person_will_see()
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<AnminDb>().GetService<IDesignTimeModel>().Model;
        var known = model.GetEntityTypes().SelectMany(t => t.GetIndexes().Select(i => i.GetDatabaseName()!).Concat(t.GetCheckConstraints().Select(c => c.Name!)).Concat(t.GetKeys().Select(k => k.GetName()!))).ToHashSet();
        foreach (var module in Modules.All)
            foreach (var name in module.Constraints.Keys.Where(k => !k.Contains('.') && !k.StartsWith("guard_", StringComparison.Ordinal) && k != "append-only"))
                known.ShouldContain(name, "explained, but no such constraint exists");
        var guards = Modules.All.SelectMany(m => m.Guards(DatabaseKind.Sqlite)).ToList();
        foreach (var name in Modules.All.SelectMany(m => m.Constraints.Keys).Where(k => k.StartsWith("guard_", StringComparison.Ordinal)))
            guards.ShouldContain(g => g.Contains(name, StringComparison.Ordinal), name);
    }

    private static bool Mapped(string name) => Sources.Product("*.razor", "*.cs").Any(f => !f.EndsWith("/" + name + ".cs", StringComparison.Ordinal) && System.Text.RegularExpressions.Regex.IsMatch(Sources.Text(f), $@"\b{name}\b"));

    private static IEnumerable<Type> Faces(Type type) => type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>));
}
