using System.Text.Json;
using Anmin.Host;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.Commands;

public sealed class PackAndDatabaseTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("suqian")]
    [InlineData("kaifeng")]
    [InlineData("changzhou")]
    public async Task Every_pack_we_ship_is_sound(string pack)
    {
        var (code, output, _) = await run.RunAsync("pack", "check", pack);
        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task A_pack_loads_once_and_a_second_load_changes_nothing()
    {
        (await run.RunAsync("pack", "load", "suqian", "--data", run.Data)).Code.ShouldBe(0);
        var (code, output, _) = await run.RunAsync("pack", "load", "suqian", "--data", run.Data, "--json");
        code.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.GetProperty("changed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_division_gone_from_the_pack_is_retired_and_a_changed_rule_is_shown_before_it_is_loaded()
    {
        await run.RunAsync("pack", "load", "suqian", "--data", run.Data);
        var packs = Path.GetDirectoryName(PackPlaces.Find("suqian"))!;
        foreach (var name in (string[])["nation", "suqian"]) Copy(Path.Combine(packs, name), Path.Combine(run.Folder, name));
        var city = Path.Combine(run.Folder, "suqian");
        Edit(Path.Combine(city, "divisions.csv"), lines => [.. lines.Where(l => !l.StartsWith("321302002", StringComparison.Ordinal))]);
        Edit(Path.Combine(city, "institutions.csv"), lines => [.. lines.Select(l => l.Replace(",321302002,", ",321302001,", StringComparison.Ordinal))]);
        Edit(Path.Combine(city, "staff.csv"), lines => [.. lines.Select(l => l.Replace(",321302002,", ",321302001,", StringComparison.Ordinal))]);
        Edit(Path.Combine(city, "rules.csv"), lines => [.. lines.Select(l => l.Replace("cremation.wait,24,", "cremation.wait,36,", StringComparison.Ordinal))]);

        var (code, diff, errors) = await run.RunAsync("pack", "diff", city, "--data", run.Data);
        code.ShouldBe(0, diff + errors);
        diff.ShouldContain("divisions.csv  停用 321302002");
        diff.ShouldContain("rules.csv  ~ 3213 cremation.wait 2020-01-01  value: 24 → 36");
        (await run.RunAsync("pack", "load", city, "--data", run.Data)).Code.ShouldBe(0);
        var (_, back, _) = await run.RunAsync("pack", "diff", "suqian", "--data", run.Data);
        back.ShouldContain("divisions.csv  ~ 321302002  effective_to:");
    }

    [Fact]
    public async Task A_faulty_pack_is_refused_whole()
    {
        var packs = Path.GetDirectoryName(PackPlaces.Find("suqian"))!;
        foreach (var name in (string[])["nation", "suqian"]) Copy(Path.Combine(packs, name), Path.Combine(run.Folder, name));
        File.AppendAllText(Path.Combine(run.Folder, "suqian", "niches.csv"), "x,nowhere,y,1,1,1,\n");
        var (code, output, _) = await run.RunAsync("pack", "load", Path.Combine(run.Folder, "suqian"), "--data", run.Data);
        code.ShouldBe(1);
        output.ShouldContain("什么也没有写入");
        Directory.Exists(run.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Looking_creates_nothing()
    {
        (await run.RunAsync("doctor", "--data", run.Data)).Code.ShouldBe(0);
        (await run.RunAsync("migrate", "--plan", "--data", run.Data)).Code.ShouldBe(0);
        (await run.RunAsync("journal", "verify", "--data", run.Data)).Code.ShouldBe(1);
        (await run.RunAsync("pack", "diff", "suqian", "--data", run.Data)).Code.ShouldBe(1);
        Directory.Exists(run.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_is_away_or_is_none_is_told_in_one_sentence()
    {
        var (code, _, away) = await run.RunAsync("migrate", "--data", run.Data, "--database", "Host=127.0.0.1;Port=1;Database=x");
        code.ShouldBe(1);
        away.Trim().ShouldBe("连不上 PostgreSQL，请检查它是否在运行、--database 里的地址和端口是否正确。");
        Directory.CreateDirectory(run.Data);
        await File.WriteAllTextAsync(Path.Combine(run.Data, "anmin.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        var (broken, _, said) = await run.RunAsync("migrate", "--data", run.Data);
        broken.ShouldBe(1);
        said.ShouldContain("不是 SQLite 数据库");
        said.ShouldNotContain("   at ");
    }

    private static void Edit(string path, Func<string[], string[]> change) => File.WriteAllLines(path, change(File.ReadAllLines(path)));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
