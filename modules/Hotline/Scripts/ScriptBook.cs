using Anmin.Hotline.Calls;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Scripts;

/// <summary>首问: one question an agent asks in a call of this kind, in order.</summary>
internal sealed class ScriptStep
{
    public required string Code { get; init; }

    public required string Kind { get; set; }

    public int Order { get; set; }

    public required string Question { get; set; }

    public string? Hint { get; set; }

    public required string Source { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<ScriptStep>(t =>
    {
        t.ToTable("hotline_script_step");
        t.HasKey(s => s.Code);
    });

    public static IPackFile PackFile { get; } = new TablePackFile<ScriptStep>("hotline_scripts.csv", 320,
        [
            PackColumn.Code("code", 40).AsKey(), PackColumn.OneOf("kind", ["any", .. Enum.GetNames<CallKind>().Select(n => n.ToLowerInvariant())]), PackColumn.Whole("order", 1, 999),
            PackColumn.Text("question", 80), PackColumn.Text("hint", 160).Optional(), PackColumn.Text("source", 200),
        ],
        row => new ScriptStep { Code = row["code"], Kind = row["kind"], Order = row.Whole("order"), Question = row["question"], Hint = row.TextOrNull("hint"), Source = row["source"] })
    {
        // a script is only advice: what the pack no longer asks is no longer asked; calls keep the codes
        WhenGone = (_, _) => Vanished.Removed,
    };
}

/// <summary>The scripts in memory.</summary>
internal sealed class ScriptBook : IReferencePart
{
    private IReadOnlyList<ScriptStep> steps = [];

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref steps, await db.Set<ScriptStep>().AsNoTracking().OrderBy(s => s.Order).ThenBy(s => s.Code).ToListAsync(ct));

    public IReadOnlyList<ScriptStep> Of(CallKind kind)
    {
        var word = kind.ToString().ToLowerInvariant();
        return [.. Volatile.Read(ref steps).Where(s => s.Kind == word || s.Kind == "any")];
    }

    /// <summary>Those ticked that are in the script, in its order.</summary>
    public IReadOnlyList<string> Known(CallKind kind, IReadOnlyList<string>? ticked) => ticked is null ? [] : [.. Of(kind).Where(s => ticked.Contains(s.Code)).Select(s => s.Code)];
}
