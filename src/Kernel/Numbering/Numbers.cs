using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Kernel.Numbering;

/// <summary>
/// Business numbers, given inside the caller's transaction: a number exists exactly when what it names was committed,
/// so a kind has no gaps. A device that must work offline takes a block ahead; what it does not use stays a known gap.
/// </summary>
public sealed partial class Numbers(AnminDb db, Reference reference)
{
    /// <param name="kind">Row of the pack's numbering.csv.</param>
    /// <param name="on">Business day, for year and day parts.</param>
    /// <param name="words">Further words of the format, e.g. <c>home</c>.</param>
    public async Task<Outcome<string>> NextAsync(string kind, DateOnly on, IReadOnlyDictionary<string, string>? words = null, CancellationToken ct = default)
    {
        if (!FormatOf(kind).Try(out var format, out var problem)) return problem;
        var stem = Fill(format.Format, on, words);
        return Finish(stem, await TakeAsync(kind + ":" + stem, 1, ct), format.Check);
    }

    /// <summary>A block of numbers for one device. Size is the pack's, so that nobody takes a year's worth.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> BlockAsync(string kind, DateOnly on, IReadOnlyDictionary<string, string>? words = null, CancellationToken ct = default)
    {
        if (!FormatOf(kind).Try(out var format, out var problem)) return problem;
        var stem = Fill(format.Format, on, words);
        var first = await TakeAsync(kind + ":" + stem, format.Block, ct);
        return Enumerable.Range(0, format.Block).Select(i => Finish(stem, first + i, format.Check)).ToList();
    }

    /// <summary>True when the number's check character, if its kind has one, is right. Catches a mistyped or swapped character.</summary>
    public bool LooksRight(string kind, string number)
        => FormatOf(kind).Value is not { Check: "iso7064-37-36" } || CheckCharacter.VerifyMod37Radix36(Core(number));

    private Outcome<NumberFormat> FormatOf(string kind) => reference.Now.Numbers.TryGetValue(kind, out var format)
        ? format
        : new Problem("kernel.number.no-format", $"城市包里没有“{kind}”的编号格式。请管理员在 numbering.csv 中补上。");

    private async Task<long> TakeAsync(string series, int count, CancellationToken ct)
    {
        // one statement on both providers: the row lock is the queue
        var next = await db.Database.SqlQuery<long>($"insert into kernel_number (series, next) values ({series}, {1L + count}) on conflict (series) do update set next = kernel_number.next + {(long)count} returning next").ToListAsync(ct);
        return next[0] - count;
    }

    private string Fill(string format, DateOnly on, IReadOnlyDictionary<string, string>? words) => Word().Replace(format, m => m.Groups[1].Value switch
    {
        "prefix" => reference.Now.City.CasePrefix,
        "yy" => on.ToString("yy", CultureInfo.InvariantCulture),
        "yyyy" => on.ToString("yyyy", CultureInfo.InvariantCulture),
        "yyyyMMdd" => on.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        "check" => "{check}",
        "seq" => m.Value,
        var word => words is not null && words.TryGetValue(word, out var value) ? value : throw new KeyNotFoundException($"No value for {{{word}}} in number format {format}."),
    });

    private static string Finish(string stem, long seq, string check)
    {
        var text = Word().Replace(stem, m => m.Groups[1].Value == "seq" ? seq.ToString("D" + (m.Groups[2].Success ? m.Groups[2].Value : "1"), CultureInfo.InvariantCulture) : m.Value);
        return check == "iso7064-37-36" ? text.Replace("{check}", CheckCharacter.Mod37Radix36(Core(text.Replace("{check}", "", StringComparison.Ordinal))).ToString(), StringComparison.Ordinal) : text;
    }

    private static string Core(string number) => string.Concat(number.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"\{(\w+?)(?::(\d+))?\}")]
    private static partial Regex Word();
}
