using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

/// <summary>评分表: one thing a reviewer looks for, and what it is worth.</summary>
internal sealed class QualityPoint
{
    public required string Code { get; init; }

    public int Order { get; set; }

    public required string Title { get; set; }

    public required string Question { get; set; }

    public int Points { get; set; }

    public required string Source { get; set; }

    /// <summary>Kept for old scores, not asked any more.</summary>
    public bool Retired { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<QualityPoint>(t =>
    {
        t.ToTable("hotline_quality_point", b => b.HasCheckConstraint("hotline_quality_point_worth", "points > 0"));
        t.HasKey(p => p.Code);
    });

    public static IPackFile PackFile { get; } = new TablePackFile<QualityPoint>("hotline_quality.csv", 321,
        [PackColumn.Code("code", 40).AsKey(), PackColumn.Whole("order", 1, 999), PackColumn.Text("title", 30), PackColumn.Text("question", 160), PackColumn.Whole("points", 1, 100), PackColumn.Text("source", 200)],
        row => new QualityPoint { Code = row["code"], Order = row.Whole("order"), Title = row["title"], Question = row["question"], Points = row.Whole("points"), Source = row["source"] })
    {
        WhenGone = (_, _) => Vanished.Retired,
        Retire = (point, _) => !point.Retired && (point.Retired = true),
        Further = (rows, check) =>
        {
            if (rows.Count > 0 && rows.Sum(r => int.TryParse(r["points"], out var n) ? n : 0) != 100) check.Fault(rows[^1], "points", "各项分数加起来应是100");
        },
    };
}

/// <summary>The sheet in memory, in its order.</summary>
internal sealed class QualitySheet : IReferencePart
{
    private IReadOnlyList<QualityPoint> points = [];

    public IReadOnlyList<QualityPoint> Points => [.. Volatile.Read(ref points).Where(p => !p.Retired)];

    public string TitleOf(string code) => Volatile.Read(ref points).FirstOrDefault(p => p.Code == code)?.Title ?? code;

    public async Task RefreshAsync(AnminDb db, PackProfile city, CancellationToken ct)
        => Volatile.Write(ref points, await db.Set<QualityPoint>().AsNoTracking().OrderBy(p => p.Order).ThenBy(p => p.Code).ToListAsync(ct));
}
