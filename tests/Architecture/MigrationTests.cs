using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

public sealed partial class MigrationTests
{
    /// <summary>The next migration is the difference to the snapshot: one of an earlier model would make every table of the last migration a second time.</summary>
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void The_snapshot_is_that_of_the_last_migration(string provider)
    {
        var folder = $"src/Migrations.{provider}/Migrations/";
        var last = Directory.GetFiles(Path.Combine(Sources.Root, folder), "*.Designer.cs").Select(f => Path.GetFileName(f)!).Max(StringComparer.Ordinal)!;
        Model(Sources.Text(folder + "AnminDbModelSnapshot.cs")).ShouldBe(Model(Sources.Text(folder + last)), last);
    }

    private static string Model(string file) => Body().Match(file) is { Success: true } body ? Spaces().Replace(body.Groups[1].Value, " ") : throw new InvalidOperationException("no model");

    [GeneratedRegex(@"#pragma warning disable 612, 618(.*)#pragma warning restore 612, 618", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
