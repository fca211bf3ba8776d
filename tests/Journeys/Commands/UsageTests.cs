using Shouldly;
using Xunit;

namespace Anmin.Journeys.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("请写上命令")]
    [InlineData("是不是 serve？", "srve")]
    [InlineData("check、diff、load", "pack")]
    [InlineData("check、diff、load", "pack", "chekc", "x")]
    [InlineData("后面要写 DIR", "pack", "load")]
    [InlineData("多了“b”", "pack", "load", "a", "b")]
    [InlineData("是不是 --data？", "serve", "--dta", "x")]
    [InlineData("--data 后面要写", "serve", "--data")]
    [InlineData("--data 后面要写", "serve", "--data", "--json")]
    [InlineData("写了两次", "serve", "--data", "a", "--data", "b")]
    [InlineData("不用选项 --plan", "serve", "--plan")]
    [InlineData("后面不跟值", "serve", "--json=1")]
    [InlineData("1到3660之间的整数", "demo", "--days", "0")]
    [InlineData("1到3660之间的整数", "demo", "--days", "many")]
    [InlineData("--urls 要写成", "serve", "--urls", "5080")]
    [InlineData("--urls 要写成", "serve", "--urls", "ftp://127.0.0.1")]
    [InlineData("不是 PostgreSQL 连接串", "migrate", "--database", "nonsense")]
    [InlineData("里要写 Host", "migrate", "--database", "Database=x")]
    [InlineData("不存在", "serve", "--pack", "atlantis")]
    [InlineData("先写命令", "--json", "serve")]
    [InlineData("多了“now”", "migrate", "now")]
    public async Task Says_what_is_right_and_ends_with_2(string said, params string[] args)
    {
        var (code, output, errors) = await run.RunAsync(args);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain(said);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("help", "pack", "load")]
    [InlineData("--version")]
    public async Task Shows_help_and_ends_with_0(params string[] args)
    {
        var (code, output, errors) = await run.RunAsync(args);
        code.ShouldBe(0);
        output.ShouldNotBeEmpty();
        errors.ShouldBeEmpty();
    }
}
