using System.Text.RegularExpressions;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Templates;

/// <summary>What one message says, out of the pack's <c>templates/messages.csv</c>.</summary>
internal sealed class MessageTemplate
{
    public required string Name { get; init; }

    /// <summary>Heading in the system and in a group.</summary>
    public required string Title { get; set; }

    /// <summary>In the system and in a group; empty where it goes by text message only.</summary>
    public required string Text { get; set; }

    /// <summary>As a text message; empty where it is never sent as one.</summary>
    public required string Sms { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<MessageTemplate>(t =>
    {
        t.ToTable("notifications_template");
        t.HasKey(e => e.Name);
        t.Property(e => e.Text).HasMaxLength(500);
        t.Property(e => e.Sms).HasMaxLength(300);
    });
}

/// <summary>
/// <c>templates/messages.csv</c>. A text message has room for 70 characters: checked with the values of the column <c>typical</c>
/// (<c>name=value;name=value</c>), so that a sentence too long is found when the pack is checked and not by an elder's telephone.
/// </summary>
internal static partial class MessageTemplateFile
{
    public const int SmsLength = 70;
    private const string Sender = "【{{sender}}】";

    public static IPackFile Make() => new TablePackFile<MessageTemplate>("templates/messages.csv", 55,
        [PackColumn.Code("name").AsKey(), PackColumn.Text("title", 40), PackColumn.Text("text", 500).And(Words).Optional(), PackColumn.Text("sms", 300).And(Words).And(Signed).Optional(), PackColumn.Text("typical", 500).Optional()],
        row => new() { Name = row["name"], Title = row["title"], Text = row["text"], Sms = row["sms"] })
    {
        WhenGone = (_, _) => Vanished.Removed,
        Further = Check,
    };

    private static void Check(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        foreach (var row in rows)
        {
            var typical = Typical(row["typical"], check.City?.Bureau);
            foreach (var column in new[] { "title", "text", "sms" })
                if (MessageText.Names(row[column]).FirstOrDefault(n => !typical.ContainsKey(n)) is { } name) check.Fault(row, column, $"占位“{name}”没有写在 typical 里");
            var length = MessageText.Fill(row["sms"], typical).Length;
            if (length > SmsLength) check.Fault(row, "sms", $"按 typical 的内容填好后有{length}个字，短信最多{SmsLength}个字");
        }
    }

    private static Dictionary<string, string?> Typical(string text, string? bureau)
    {
        var typical = new Dictionary<string, string?>(StringComparer.Ordinal) { ["sender"] = bureau is { Length: > 0 } ? bureau : "某某市民政局" };
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (pair.Split('=', 2) is [var name, var value]) typical[name] = value;
        return typical;
    }

    private static string? Signed(string sms) => sms.StartsWith(Sender, StringComparison.Ordinal) ? null : $"短信应以“{Sender}”开头，让人知道是谁发的";

    /// <summary>A link is only ever ours: it comes in by its placeholder.</summary>
    private static string? Words(string text)
    {
        if (Foreign().IsMatch(text)) return "不能直接写网址，请用 {{link}}";
        return text.Split("{{").Length != text.Split("}}").Length ? "双花括号不成对" : null;
    }

    [GeneratedRegex(@"https?:|www\.|\.(com|cn|net)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
