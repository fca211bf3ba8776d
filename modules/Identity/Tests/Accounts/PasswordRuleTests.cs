using Anmin.Identity.Accounts;
using Anmin.Identity.Passwords;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Anmin.Identity.Tests;

public sealed class PasswordRuleTests
{
    private static readonly PasswordRules Rules = new(new LeakedPasswords());
    private static readonly string?[] Own = ["zhoumin", "周敏", "宿城区殡仪馆", null, ""];

    [Theory]
    [InlineData("三只灰鸽落在旧邮筒上")]
    [InlineData("correct horse battery staple")]
    [InlineData("k7#mZq!2vRt9")]
    [InlineData("门口那棵银杏今年黄得晚")]
    [InlineData("           x1y2z3")]
    [InlineData("tractor-lemon-9-window")]
    [InlineData("窗下两盆旧茉莉花")]
    public void Long_and_ones_own_is_good_whatever_it_is_made_of(string password) => Rules.Refusal(password, Own).ShouldBeNull();

    [Theory]
    [InlineData("short", "identity.password.short")]
    [InlineData("七个字的一句话", "identity.password.short")]
    [InlineData("aaaaaaaaaaaaaaaa", "identity.password.row")]
    [InlineData("abababababababab", "identity.password.row")]
    [InlineData("138000012342026", "identity.password.row")]
    [InlineData("32130219900307777x", "identity.password.row")]
    [InlineData("qwertyuiopasdf", "identity.password.row")]
    [InlineData("1qaz2wsx3edc", "identity.password.row")]
    [InlineData("abcdefghijklmn", "identity.password.row")]
    [InlineData("ponmlkjihgfedcba", "identity.password.row")]
    [InlineData("Password2026!", "identity.password.leaked")]
    [InlineData("P@ssw0rd123456", "identity.password.leaked")]
    [InlineData("woaini5201314", "identity.password.leaked")]
    [InlineData("WoAiZhongGuo1949", "identity.password.leaked")]
    [InlineData("minzhengju2026", "identity.password.leaked")]
    [InlineData("密码密码20262026", "identity.password.leaked")]
    [InlineData("ｗｏａｉｎｉ５２０１３１４", "identity.password.leaked")]
    [InlineData("unbelievable", "identity.password.leaked")]
    [InlineData("sonyericsson", "identity.password.leaked")]
    [InlineData("Zhoumin12345", "identity.password.own-name")]
    [InlineData("宿城区殡仪馆宿城区殡仪馆1", "identity.password.own-name")]
    [InlineData("line\nbreak in it", "identity.password.unreadable")]
    public void What_is_guessed_first_is_refused_with_the_reason(string password, string code) => Rules.Refusal(PasswordDesk.Normal(password), Own)!.Code.ShouldBe(code);

    [Fact]
    public void At_most_128_characters() => Rules.Refusal(string.Concat(Enumerable.Range(0, 129).Select(i => (char)('a' + (i * 7 % 26)))), Own)!.Code.ShouldBe("identity.password.long");

    [Fact]
    public void Whatever_is_typed_the_rules_answer()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<string>(text => Rules.Refusal(PasswordDesk.Normal(text), Own) is null or { Field: "password" }));

    [Fact]
    public void The_rest_doubles_and_never_shrinks_nor_passes_the_longest()
    {
        var backOff = new BackOff(5, TimeSpan.FromMinutes(60));
        Enumerable.Range(0, 5).Select(backOff.After).ShouldAllBe(p => p == null);
        Enumerable.Range(5, 7).Select(n => backOff.After(n)!.Value.TotalMinutes).ShouldBe([1, 2, 4, 8, 16, 32, 60]);
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<PositiveInt>(n => (backOff.After(n.Get + 5) ?? default) >= (backOff.After(n.Get + 4) ?? default) && backOff.After(n.Get + 5) <= TimeSpan.FromMinutes(60)));
    }

    [Theory]
    [InlineData("Ｚhou", "zhou")]
    [InlineData(" ZHOU ", "zhou")]
    public void Two_writings_of_a_user_name_are_one(string typed, string key) => UserName.Key(typed).ShouldBe(key);
}
