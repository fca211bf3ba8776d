using System.Text.Json;
using Anmin.Kernel.Journal;

namespace Anmin.Funeral.Custody;

/// <summary>Which journal line vouches for which hand-over: by item and number within it.</summary>
internal static class CustodySeals
{
    public static IReadOnlyDictionary<(string Item, int Seq), string> Of(IEnumerable<JournalEntry> journal)
    {
        var seals = new Dictionary<(string, int), string>();
        foreach (var entry in journal.Where(e => e.Kind == "custody.moved"))
        {
            using var data = JsonDocument.Parse(entry.Data);
            if (data.RootElement.TryGetProperty("item", out var item) && data.RootElement.TryGetProperty("seq", out var seq))
                seals[(item.GetString() ?? "", seq.GetInt32())] = Convert.ToHexStringLower(entry.Hash);
        }
        return seals;
    }
}
