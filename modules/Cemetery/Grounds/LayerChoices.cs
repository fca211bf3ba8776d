using System.Globalization;
using Anmin.Contracts.Billing;

namespace Anmin.Cemetery.Grounds;

/// <summary>
/// Which of a list's amounts is that of a niche's layer. A list names them 3层, 3至5层 or 1、2、6层; null where its item has no amounts by layer,
/// or none for this one, so that the price engine says what is missing.
/// </summary>
internal sealed class LayerChoices(IPriceBook prices)
{
    private static readonly char[] Ranges = ['至', '-', '—', '～', '~'];

    /// <summary>The use of one place over a term: by its layer, and by the year where the list has it so.</summary>
    public async Task<PriceAsked> AskAsync(string institution, DateOnly day, string item, int layer, int years, CancellationToken ct)
    {
        var line = (await prices.ListAsync(institution, day, ct)).Try(out var list, out _) ? list.Lines.FirstOrDefault(l => l.Item == item) : null;
        return new PriceAsked(institution, day, item, line is null ? 1 : PriceUnits.Times(line.Unit, years)) { Choice = line is not null && layer > 0 ? Among(line.Terms, layer) : null };
    }

    /// <param name="terms">Sentences of the item: 1层：400.00元；2层：500.00元.</param>
    public static string? Among(string terms, int layer)
    {
        var named = terms.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(t => t.Contains('：')).Select(t => t[..t.IndexOf('：', StringComparison.Ordinal)]).Where(n => n.EndsWith('层')).ToList();
        return named.Find(n => Covers(n[..^1], layer));
    }

    private static bool Covers(string layers, int layer)
        => layers.Split('、', ',', '，').Any(part => part.TrimStart('第').TrimEnd('层').Split(Ranges) switch
        {
            [var one] => Whole(one) == layer,
            [var low, var high] => Whole(low) <= layer && layer <= Whole(high),
            _ => false,
        });

    private static int? Whole(string text) => int.TryParse(text.Trim().TrimStart('第').TrimEnd('层'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
