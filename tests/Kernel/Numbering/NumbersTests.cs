using System.Globalization;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Numbering;

public abstract class NumbersTests(NotebookApp fixture)
{
    private TestApp App => fixture.App;

    private Task<Outcome<string>> TakeAsync(string kind, bool refuse = false, int year = 2026, string home = "321302001") => App.Somebody().RunAsync(s => s.GetRequiredService<TakeNumber>(), new(kind, refuse, year, home));

    [Fact]
    public async Task A_run_that_is_undone_leaves_no_gap()
    {
        (await TakeAsync("case", year: 2031)).Value.ShouldBe("SQ31-000001");
        (await TakeAsync("case", refuse: true, year: 2031)).Ok.ShouldBeFalse();
        (await TakeAsync("case", refuse: true, year: 2031)).Ok.ShouldBeFalse();
        (await TakeAsync("case", year: 2031)).Value.ShouldBe("SQ31-000002");
    }

    [Fact]
    public async Task Every_year_and_every_home_counts_for_itself()
    {
        (await TakeAsync("ashes", year: 2032)).Value.ShouldBe("GH-321302001-2032-00001");
        (await TakeAsync("ashes", year: 2033)).Value.ShouldBe("GH-321302001-2033-00001");
        (await TakeAsync("ashes", year: 2032, home: "321322001")).Value.ShouldBe("GH-321322001-2032-00001");
        (await TakeAsync("ashes", year: 2032)).Value.ShouldBe("GH-321302001-2032-00002");
    }

    [Fact]
    public async Task Many_at_once_get_different_numbers_without_a_gap_though_some_are_undone()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => TakeAsync("case", refuse: i % 4 == 0, year: 2034))));
        var numbers = taken.Where(t => t.Ok).Select(t => int.Parse(t.Value![^6..], CultureInfo.InvariantCulture)).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(1, 30));
    }

    [Fact]
    public async Task A_mistyped_or_swapped_character_of_a_certificates_number_is_found()
    {
        var number = (await TakeAsync("cremation-certificate")).Value!;
        var looks = App.Services.CreateScope().ServiceProvider.GetRequiredService<Numbers>();
        looks.LooksRight("cremation-certificate", number).ShouldBeTrue(number);
        var wrong = 0;
        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(number[i])) continue;
            foreach (var c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Where(c => c != number[i]))
            {
                looks.LooksRight("cremation-certificate", number[..i] + c + number[(i + 1)..]).ShouldBeFalse();
                wrong++;
            }
            if (i + 1 < number.Length && char.IsAsciiLetterOrDigit(number[i + 1]) && number[i] != number[i + 1])
                looks.LooksRight("cremation-certificate", number[..i] + number[i + 1] + number[i] + number[(i + 2)..]).ShouldBeFalse("swapped");
        }
        wrong.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task A_kind_the_pack_does_not_know_is_a_problem() => (await TakeAsync("unheard-of")).Problem!.Code.ShouldBe("kernel.number.no-format");

    [Fact]
    public async Task A_device_takes_its_block_and_nobody_else_gets_from_it()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var words = new Dictionary<string, string> { ["home"] = "321302001" };
        var block = (await scope.ServiceProvider.GetRequiredService<Numbers>().BlockAsync("wrist-tag", new(2026, 4, 15), words, TestContext.Current.CancellationToken)).Value!;
        var next = (await TakeAsync("wrist-tag")).Value!;
        block.Count.ShouldBe(200);
        block.Distinct().Count().ShouldBe(200);
        block.ShouldNotContain(next);
        block.ShouldAllBe(n => scope.ServiceProvider.GetRequiredService<Numbers>().LooksRight("wrist-tag", n));
    }
}

public sealed class NumbersOnSqlite(NotebookSqlite f) : NumbersTests(f), IClassFixture<NotebookSqlite>;

public sealed class NumbersOnPostgres(NotebookPostgres f) : NumbersTests(f), IClassFixture<NotebookPostgres>;
