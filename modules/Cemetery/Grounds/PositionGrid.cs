namespace Anmin.Cemetery.Grounds;

/// <summary>排×号, for niches 柜×层×号. A skipped number takes no place: the next number stands where it would have stood.</summary>
/// <param name="Numbers">How many places a row has (of a niche: a layer).</param>
/// <param name="Gap">Between two numbers of a row, in cm; null where nothing is placed on the plan.</param>
/// <param name="RowGap">Between two rows, in cm.</param>
/// <param name="X">Where number 1 of row 1 is, also when this grid begins further on.</param>
internal sealed record PositionGrid(int Rows, int FirstRow, int Layers, int Numbers, int FirstNumber, IReadOnlySet<int> Skip, PositionMeasures Each, int? Gap, int? RowGap, int X, int Y)
{
    public const int Most = 5000;

    public long Count => (long)Rows * Math.Max(Layers, 1) * Numbers;

    public IEnumerable<Spot> Spots()
    {
        var numbers = Sequence().Take(Numbers).ToList();
        var before = FirstNumber - 1 - Skip.Count(n => n > 0 && n < FirstNumber);
        for (var row = FirstRow; row < FirstRow + Rows; row++)
            for (var layer = Layers == 0 ? 0 : 1; layer <= Layers; layer++)
                foreach (var (number, i) in numbers.Select((n, i) => (n, i)))
                    yield return new(row, layer, number, Gap is { } gap ? X + ((before + i) * gap) : null, RowGap is { } rowGap ? Y + ((row - 1) * rowGap) : null, Each.AreaCm2 ?? 0);
    }

    private IEnumerable<int> Sequence()
    {
        for (var number = FirstNumber; ; number++)
            if (!Skip.Contains(number)) yield return number;
    }
}
