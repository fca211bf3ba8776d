using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Anmin.Architecture;

/// <summary>What no line of product code says.</summary>
public sealed partial class CodeTests
{
    private static IEnumerable<string> Code => Sources.Product("*.cs", "*.razor");

    [Fact]
    public void No_city_is_named_in_code()
        // the default pack has a folder name; what people read comes from the pack
        => Sources.Hits(Code.Where(f => !f.StartsWith("src/Host/Commands/", StringComparison.Ordinal)), l => !Sources.IsComment(l) && Regex.IsMatch(Comment().Replace(l, ""), "宿迁|开封|常州")).ShouldBeEmpty();

    [Fact]
    public void No_price_or_hotline_is_written_into_code()
        => Sources.Hits(Code, l => !Sources.IsComment(l) && Regex.IsMatch(Comment().Replace(l, ""), @"96444|\d+(\.\d+)?元(?!素)")).ShouldBeEmpty();

    [Fact]
    public void The_clock_is_asked_for_never_taken()
        => Sources.Hits(Sources.Files("*.cs", "*.razor").Where(f => !f.StartsWith("tests/Architecture/", StringComparison.Ordinal)), l => !Sources.IsComment(l) && Regex.IsMatch(l, @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")).ShouldBeEmpty();

    [Fact]
    public void Data_scopes_are_lifted_in_one_place_only()
        => Sources.Hits(Code.Where(f => f != "src/Kernel/Data/AnminDb.cs"), l => !Sources.IsComment(l) && l.Contains("IgnoreQueryFilters", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Nobody_but_the_kernel_saves()
        => Sources.Hits(Code.Where(f => !f.StartsWith("src/Kernel/", StringComparison.Ordinal)), l => !Sources.IsComment(l) && Regex.IsMatch(l, @"\bSaveChanges(Async)?\b")).ShouldBeEmpty();

    [Fact]
    public void No_sql_is_built_outside_the_kernel_and_the_guards()
        => Sources.Hits(Code.Where(f => !f.StartsWith("src/Kernel/", StringComparison.Ordinal) && !f.StartsWith("src/Host/", StringComparison.Ordinal)), l => !Sources.IsComment(l) && Regex.IsMatch(l, @"\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw)\b")).ShouldBeEmpty();

    [Fact]
    public void No_regions_no_pragmas_no_commented_out_code()
        => Sources.Hits(Sources.Files("*.cs").Where(f => !f.StartsWith("tests/Architecture/", StringComparison.Ordinal)), l => Regex.IsMatch(l, @"^\s*(#region|#pragma warning disable|//\s*(var |if \(|return |await |public ))")).ShouldBeEmpty();

    [Fact]
    public void Pages_ask_no_database_and_open_no_circuit()
        => Sources.Hits(Sources.Product("*.razor"), l => Regex.IsMatch(l, @"@inject\s+AnminDb|@rendermode|HttpClient")).ShouldBeEmpty();

    [Fact]
    public void Tests_do_not_sleep()
        => Sources.Hits(Sources.Files("*.cs").Where(f => (f.StartsWith("tests/", StringComparison.Ordinal) || f.Contains("/Tests/")) && !f.StartsWith("tests/Architecture/", StringComparison.Ordinal) && f != "tests/Testing/Template.cs"), l => Regex.IsMatch(l, @"Thread\.Sleep|Task\.Delay\(\d|WaitForTimeoutAsync")).ShouldBeEmpty();

    [GeneratedRegex(@"//.*$|@\*.*?\*@|<!--.*?-->")]
    private static partial Regex Comment();
}
