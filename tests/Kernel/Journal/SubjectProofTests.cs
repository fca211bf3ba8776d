using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Tests.Rooms;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Kernel.Tests.Journal;

/// <summary>A family's export checked by somebody who has never seen our code: SHA-256, text and the rules in the summaries.</summary>
public sealed class SubjectProofTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_subjects_lines_verify_offline_up_to_the_sealed_day_and_no_changed_word_does(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        await app.WrittenAsync(5);
        var mine = await app.WrittenAsync(4);
        await SealerTests.SealAsync(app);
        await app.WriteAsync(new("补一行", mine));
        await app.WrittenAsync(2);
        await SealerTests.SealAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await SealerTests.RoundAsync(app);
        await app.WriteAsync(new("次日", mine));
        await SealerTests.SealAsync(app);

        var json = JsonSerializer.Serialize(await app.ReadAsync(db => SubjectProof.OfAsync(db, mine, default)));
        var (lines, blocks, days, broken) = Check(json);
        (lines, days, broken).ShouldBe((6, 1, null));
        blocks.ShouldBeGreaterThanOrEqualTo(3);

        var proof = JsonDocument.Parse(json).RootElement;
        foreach (var word in new[] { "第3行", "补一行", "2026-04-15", proof.GetProperty("Blocks")[0].GetProperty("Root").GetString()!, proof.GetProperty("Lines").EnumerateArray().First(l => l.GetProperty("Path").GetArrayLength() > 0).GetProperty("Path")[0].GetProperty("Hash").GetString()! })
        {
            var text = string.Concat(word.Select(c => char.IsAscii(c) ? c.ToString() : $"\\u{(int)c:X4}"));
            json.ShouldContain(text);
            var changed = text[^1] == '1' ? text[..^1] + '2' : text[..^1] + '1';
            Check(json.Replace(text, changed, StringComparison.Ordinal)).Broken.ShouldNotBeNull(word);
        }
        (await app.ReadAsync(db => SubjectProof.OfAsync(db, Guid.NewGuid(), default))).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_line_not_yet_sealed_says_so(DatabaseKind kind)
    {
        await using var app = await NotebookApp.MakeAsync(kind);
        var mine = await app.WrittenAsync(2);
        var proof = (await app.ReadAsync(db => SubjectProof.OfAsync(db, mine, default)))!;
        proof.Lines.ShouldAllBe(l => l.Block == null && l.Path.Count == 0);
        (proof.Blocks.Count, proof.Days.Count).ShouldBe((0, 0));
    }

    private static (int Lines, int Blocks, int Days, string? Broken) Check(string json)
    {
        var proof = JsonDocument.Parse(json).RootElement;
        var blocks = proof.GetProperty("Blocks").EnumerateArray().ToDictionary(b => b.GetProperty("Number").GetInt64());
        var days = proof.GetProperty("Days").EnumerateArray().ToDictionary(d => d.GetProperty("Date").GetString()!);
        var (lines, previous) = (0, new string('0', 64));
        foreach (var line in proof.GetProperty("Lines").EnumerateArray())
        {
            lines++;
            var hash = Text(line, "Hash");
            if (Sha(previous + "\n" + Text(line, "Text")) != hash) return (lines, 0, 0, $"line {lines}");
            previous = hash;
            if (line.GetProperty("Block").ValueKind == JsonValueKind.Null) continue;
            var leaf = Hash([0, .. Encoding.ASCII.GetBytes($"{line.GetProperty("Id").GetInt64()}|{line.GetProperty("Tx").GetInt64()}|{hash}")]);
            if (Climb(leaf, line.GetProperty("Path")) != Text(blocks[line.GetProperty("Block").GetInt64()], "Root")) return (lines, 0, 0, $"path of line {lines}");
        }
        foreach (var block in blocks.Values)
        {
            if (Text(block, "Text").Split('\n')[4] != Text(block, "Root") || Sha(Text(block, "Previous") + "\n" + Text(block, "Text")) != Text(block, "Hash")) return (lines, 0, 0, "block");
            if (block.GetProperty("Day").ValueKind == JsonValueKind.Null) continue;
            if (!days.TryGetValue(Text(block, "Day"), out var day) || Climb(Hash([0, .. Convert.FromHexString(Text(block, "Hash"))]), block.GetProperty("Path")) != Text(day, "Root")) return (lines, 0, 0, "path of block");
        }
        foreach (var day in days.Values)
        {
            var text = Text(day, "Text").Split('\n');
            if (text[0] != Text(day, "Date") || text[3] != Text(day, "Root") || Sha(Text(day, "Previous") + "\n" + Text(day, "Text")) != Text(day, "Hash")) return (lines, 0, 0, "day");
        }
        return (lines, blocks.Count, days.Count, null);
    }

    private static string Climb(byte[] from, JsonElement path)
    {
        foreach (var step in path.EnumerateArray())
        {
            var sibling = Convert.FromHexString(Text(step, "Hash"));
            from = Text(step, "Side") == "left" ? Hash([1, .. sibling, .. from]) : Hash([1, .. from, .. sibling]);
        }
        return Convert.ToHexStringLower(from);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static byte[] Hash(byte[] bytes) => SHA256.HashData(bytes);

    private static string Sha(string text) => Convert.ToHexStringLower(Hash(Encoding.UTF8.GetBytes(text)));
}
