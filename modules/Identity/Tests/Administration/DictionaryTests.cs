using Anmin.Identity.Administration.Dictionaries;
using Anmin.Kernel.Dictionaries;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests.Administration;

public abstract class DictionaryTests(AppFixture fixture)
{
    private TestApp App => fixture.App;

    private Acting Admin => Somebody.With(App, IdentityPermissions.KeepDictionaries);

    private DictionaryBook Book => App.Services.GetRequiredService<DictionaryBook>();

    private CodeList Kinship => Book.List("funeral.kinship")!;

    [Fact]
    public async Task An_entry_is_worded_anew_moved_and_no_longer_offered_and_put_back()
    {
        (await ChangeAsync(new("funeral.kinship", "village-officer", "社区干部", 1, false, "按本地说法"))).Ok.ShouldBeTrue();
        Book.Offered(Kinship).First().ShouldBe(new CodeItem("village-officer", "社区干部"));
        (await ChangeAsync(new("funeral.kinship", "village-officer", "社区干部", 1, true, "不再使用"))).Ok.ShouldBeTrue();
        Book.Offered(Kinship).ShouldNotContain(k => k.Code == "village-officer");
        Book.LabelOf(Kinship, "village-officer").ShouldBe("社区干部", "old records keep their word");
        (await ChangeAsync(new("funeral.kinship", "village-officer", null, null, false, "恢复原样", Standard: true))).Ok.ShouldBeTrue();
        Book.Offered(Kinship).ShouldContain(new CodeItem("village-officer", "村（社区）干部"));
        var found = (await Admin.RunAsync(s => s.GetRequiredService<FindDictionaries>(), new("funeral.kinship", "干部"))).Value!;
        found.Entries.Select(e => e.Code).ShouldBe(["village-officer"]);
        found.History.Count(l => l.Key == "funeral.kinship/village-officer").ShouldBe(3);
    }

    [Fact]
    public async Task The_forms_of_the_business_offer_what_the_dictionary_offers()
    {
        (await ChangeAsync(new("kernel.id-type", "Passport", "护照（外籍）", 15, false, "按本局叫法"))).Ok.ShouldBeTrue();
        Book.Offered(DictionaryBook.IdTypes).Take(2).Select(t => t.Label).ShouldBe(["身份证", "护照（外籍）"]);
        (await ChangeAsync(new("kernel.id-type", "Passport", null, null, false, "恢复原样", Standard: true))).Ok.ShouldBeTrue();
        Book.Offered(DictionaryBook.IdTypes).Last().Code.ShouldBe("Unknown");
    }

    [Theory]
    [InlineData("funeral.evidence-kind", "CourtDeclaration", "别的", "identity.dictionary.fixed")]
    [InlineData("funeral.kinship", "nobody", "没有", "kernel.not-found")]
    [InlineData("funeral.nothing", "x", "没有", "kernel.not-found")]
    [InlineData("funeral.kinship", "son", "长女", "identity.dictionary.twice")]
    [InlineData("funeral.kinship", "son", "", "kernel.required")]
    [InlineData("funeral.kinship", "son", "儿子", "identity.setting.same")]
    public async Task What_would_confuse_or_is_fixed_by_law_is_refused(string list, string code, string label, string refusal)
        => (await ChangeAsync(new(list, code, label, Book.List(list) is { } l ? Book.All(l).FirstOrDefault(e => e.Code == code)?.Order ?? 1 : 1, false, "随便试试"))).Problem!.All().ShouldContain(p => p.Code == refusal);

    [Fact]
    public async Task Only_who_keeps_dictionaries_sees_and_changes_them()
    {
        (await App.As("前台").RunAsync(s => s.GetRequiredService<FindDictionaries>(), new())).Problem!.Code.ShouldBe("kernel.denied");
        (await App.As("审计").RunAsync(s => s.GetRequiredService<ChangeDictionary>(), new("funeral.kinship", "son", "儿", 1, false, "没有权限"))).Problem!.Code.ShouldBe("kernel.denied");
    }

    [Fact]
    public void The_last_entry_and_codes_the_program_does_not_know_are_guarded()
    {
        var closed = new CodeList("t.closed", "闭", [new("a", "甲"), new("b", "乙")]) { Editable = true };
        DictionaryBook.Merge(closed, [new() { List = "t.closed", Code = "c", Label = "丙", Order = 1 }, new() { List = "t.closed", Code = "b", Label = "乙乙", Order = 5 }], []).Select(e => (e.Code, e.Label)).ShouldBe([("b", "乙乙"), ("a", "甲")]);
        var open = closed with { Open = true, Editable = false };
        DictionaryBook.Merge(open, [new() { List = "t", Code = "c", Label = "丙", Order = 1 }], [new() { List = "t", Code = "c", Disabled = true, ChangedBy = "x", ChangedAt = FakeClock.Start }]).First().Disabled.ShouldBeFalse("what may not be edited is not");
    }

    private Task<Kernel.Outcomes.Outcome<Kernel.Outcomes.Done>> ChangeAsync(ChangeDictionary.Request request) => Admin.RunAsync(s => s.GetRequiredService<ChangeDictionary>(), request);
}

public sealed class DictionaryTestsOnSqlite(SqliteApp f) : DictionaryTests(f), IClassFixture<SqliteApp>;

public sealed class DictionaryTestsOnPostgres(PostgresApp f) : DictionaryTests(f), IClassFixture<PostgresApp>;
