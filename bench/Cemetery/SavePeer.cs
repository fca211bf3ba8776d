using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Bench.Cemetery;

/// <summary>The plain way into the same tables with the same guards: AddRange and SaveChanges for every thousand rows or so.</summary>
internal static class SavePeer
{
    public const string Code = "PEER";

    private const int PlotsPerSave = 150;

    /// <returns>Rows a second.</returns>
    public static async Task<double> RateAsync(BenchDatabase database, int plots, CancellationToken ct)
    {
        var (rows, now) = (0, TimeProvider.System.GetUtcNow());
        Section? section = null;
        await database.WithAsync(async db =>
        {
            var any = await db.Set<Section>().AsNoTracking().FirstAsync(ct);
            section = Section.Open(any.Institution!, any.Division, Code, Code, SectionKind.Graves, 999, null, null, null, Actor.System, now).Value!;
            db.Add(section);
            await db.SaveChangesAsync(ct);
        });
        var seconds = await Rounds.TimeAsync(async () =>
        {
            for (var at = 0; at < plots; at += PlotsPerSave)
                await database.WithAsync(async db =>
                {
                    for (var i = at; i < Math.Min(plots, at + PlotsPerSave); i++) rows += Add(db, section!, i, now);
                    await db.SaveChangesAsync(ct);
                });
        });
        return rows / seconds;
    }

    private static int Add(DbContext db, Section section, int i, DateTimeOffset now)
    {
        var position = new Position { SectionId = section.Id, Division = section.Division, Institution = section.Institution, Code = $"PEER-{i}", Row = (i / 50) + 1, Number = (i % 50) + 1, Capacity = 2, AreaCm2 = 8000, X = i % 50 * 160, Y = i / 50 * 240 };
        var from = new DateOnly(1990, 4, 5);
        var name = PersonName.FromStore("周明");
        var right = PlotRight.FromRegister(position, new(RightKind.Grave, $"PEER-{i}", name, null, PhoneNumber.FromStore($"1390{i:D7}"), "子女", from, from, [new(2010, 4, 4), new(2030, 4, 4)], 100000, 2000, new(2030, 4, 4), $"P{i}", name), Actor.System, now);
        position.Follow(right.State, 1);
        var interment = Interment.Of(right, IntermentKind.Urn, name, null, null, null, 0, null, from, from, Actor.System);
        var fees = right.Terms.SelectMany(t => ((Anmin.Cemetery.Fees.FeeKind[])[Anmin.Cemetery.Fees.FeeKind.Charge, Anmin.Cemetery.Fees.FeeKind.Payment])
            .Select(k => new Anmin.Cemetery.Fees.FeeEntry { RightId = right.Id, Institution = section.Institution!, Kind = k, From = t.From, Until = t.Until, Fen = 40000, On = t.From, By = "bench" })).ToList();
        db.Add(position);
        db.Add(right);
        db.Add(interment);
        db.AddRange(fees);
        return 3 + right.Terms.Count + fees.Count;
    }
}
