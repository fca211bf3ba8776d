using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits;

/// <summary>
/// niches.csv of a city pack: one room of an institution is a section, one line a position whose code is the id of the line.
/// Lines only add: what is there may be in use, and is changed on its page.
/// </summary>
internal sealed class NicheFile : IPackFile
{
    private const string Why = "城市包的格位";

    public string FileName => "niches.csv";

    public int Order => 210;

    public IReadOnlyList<PackColumn> Columns { get; } =
    [
        PackColumn.Code("id").AsKey(), PackColumn.Refers("institution", "institutions.csv"), PackColumn.Text("room", 40), PackColumn.Whole("cabinet", 1, 9999), PackColumn.Whole("layer", 1, 30),
        PackColumn.Whole("number", 1, 9999), PackColumn.Code("item").Optional(),
    ];

    public void Check(IReadOnlyList<PackRow> rows, PackCheck check)
    {
        foreach (var twice in rows.GroupBy(r => (r["institution"], r["room"], r["cabinet"], r["layer"], r["number"])).Where(g => g.Count() > 1))
            check.Fault(twice.Last(), "number", "这个格位在前面已有一行");
    }

    public async Task<PackChanges> ApplyAsync(AnminDb db, IReadOnlyList<PackRow> rows, PackScope scope, CancellationToken ct)
    {
        var changes = new PackChanges();
        var there = (await db.AcrossScopes<Position>(Why).Select(p => p.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var fresh = rows.GroupBy(r => r["id"], StringComparer.Ordinal).Select(g => g.Last()).Where(r => !there.Contains(r["id"])).ToList();
        changes.Unchanged = rows.Count - fresh.Count;
        if (fresh.Count == 0) return changes;
        var rooms = (await db.AcrossScopes<Section>(Why).AsNoTracking().ToListAsync(ct)).GroupBy(s => s.Institution ?? "").ToDictionary(g => g.Key, g => g.ToList());
        var divisions = scope.RowsOf("institutions.csv").GroupBy(r => r["id"]).ToDictionary(g => g.Key, g => g.Last()["division"]);
        foreach (var row in fresh)
        {
            var home = row["institution"];
            var own = rooms.TryGetValue(home, out var known) ? known : rooms[home] = [];
            if (own.Find(s => s.Kind == SectionKind.Niches && s.Name == row["room"]) is not { } room)
            {
                own.Add(room = Section.OfPack(home, divisions.GetValueOrDefault(home, ""), CodeFor(own), row["room"], own.Count + 1, row.TextOrNull("item"), scope.Now));
                db.Add(room);
            }
            db.Add(Of(row, room));
            changes.Added++;
            changes.Differences.Add(new(PackAct.Added, row["id"]));
        }
        return changes;
    }

    private static string CodeFor(List<Section> own)
    {
        var next = 1;
        while (own.Exists(s => s.Code == $"N{next}")) next++;
        return $"N{next}";
    }

    private static Position Of(PackRow row, Section room)
    {
        var position = new Position
        {
            SectionId = room.Id,
            Division = room.Division,
            Institution = room.Institution,
            Code = row["id"],
            Row = row.Whole("cabinet"),
            Layer = row.Whole("layer"),
            Number = row.Whole("number"),
            Capacity = 1,
            AreaCm2 = 0,
        };
        position.Open();
        return position;
    }
}
