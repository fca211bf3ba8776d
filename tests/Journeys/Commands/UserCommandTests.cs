using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Commands;

public sealed class UserCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("add、reset、unlock、list", "user")]
    [InlineData("add、reset、unlock、list", "user", "delete", "x")]
    [InlineData("后面要写 NAME", "user", "add")]
    [InlineData("要写 --login", "user", "add", "王强")]
    [InlineData("--login 后面要写", "user", "add", "王强", "--login")]
    [InlineData("后面要写 LOGIN", "user", "reset")]
    [InlineData("不用选项 --role", "user", "unlock", "x", "--role", "y")]
    [InlineData("多了“x”", "user", "list", "x")]
    public async Task Says_what_is_right_and_ends_with_2(string said, params string[] args)
    {
        var (code, output, errors) = await run.RunAsync(args);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain(said);
    }

    [Fact]
    public async Task Opens_lists_resets_and_unlocks_and_refuses_in_a_sentence()
    {
        (await DoAsync("user", "list")).Output.ShouldContain("还没有账号");
        var (code, output, errors) = await DoAsync("user", "add", "王强", "--login", "wangqiang", "--role", "system-administrator", "--json");
        code.ShouldBe(0, errors);
        JsonNode.Parse(output)!["link"]!.GetValue<string>().ShouldStartWith("http://127.0.0.1:5080/sign-in/invite?token=");
        (await DoAsync("user", "add", "王强", "--login", "wangqiang2")).Errors.ShouldContain("已经有账号");
        (await DoAsync("user", "add", "查无此人", "--login", "nobody")).Errors.ShouldContain("--role");
        (await DoAsync("user", "add", "李明", "--login", "WangQiang", "--role", "system-administrator")).Errors.ShouldContain("已有人用");
        (await DoAsync("user", "add", "李明", "--login", "liming", "--role", "emperor")).Code.ShouldBe(1);
        (await DoAsync("user", "list")).Output.ShouldContain("wangqiang  王强  系统管理员  等本人设密码");
        var given = await DoAsync("user", "reset", "WANGQIANG", "--password", "--json");
        JsonNode.Parse(given.Output)!["password"]!.GetValue<string>().Length.ShouldBe(19);
        (await DoAsync("user", "unlock", "wangqiang")).Code.ShouldBe(0);
        (await DoAsync("user", "unlock", "nobody")).Errors.ShouldContain("没有这个用户名");
    }

    private Task<(int Code, string Output, string Errors)> DoAsync(params string[] args) => run.RunAsync([.. args, "--data", run.Data]);
}
