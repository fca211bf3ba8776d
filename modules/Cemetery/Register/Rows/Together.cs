namespace Anmin.Cemetery.Register.Rows;

/// <summary>What positions of one file say against each other.</summary>
internal static class Together
{
    public static (string, string, string, string) PlaceOf(RegisterRow r)
        => (r.At(RegisterColumns.Section), r.At(RegisterColumns.Row), r.At(RegisterColumns.Layer) is { Length: > 0 } layer ? layer : "0", r.At(RegisterColumns.Number));

    /// <summary>Those that stand; of two that exclude each other the first does.</summary>
    public static List<OldPlot> Sift(List<OldPlot> plots, List<RowFault> faults)
    {
        var places = new Dictionary<(string, int, int, int), int>();
        var contracts = new Dictionary<string, int>(StringComparer.Ordinal);
        var spots = new Dictionary<(string, int, int, int), int>();
        var persons = new Dictionary<string, int>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, (Grounds.SectionKind Kind, int Row)>(StringComparer.Ordinal);
        var standing = new List<OldPlot>(plots.Count);
        foreach (var plot in plots)
        {
            var row = plot.Rows[0].Number;
            var before = faults.Count;
            if (places.TryGetValue(plot.Place, out var first)) faults.Add(new(row, RegisterColumns.Number, $"与第{first}行是同一个墓位，请核对"));
            if (plot.Contract?.Number is { } number && contracts.TryGetValue(number, out first)) faults.Add(new(row, RegisterColumns.Contract, $"与第{first}行的合同编号相同，墓位却不同，请核对"));
            if (plot.X is { } x && plot.Y is { } y && spots.TryGetValue((plot.Section, x, y, plot.Layer), out first)) faults.Add(new(row, RegisterColumns.X, $"与第{first}行坐标相同，请核对"));
            if (plot.Kind is { } kind && kinds.TryGetValue(plot.Section, out var other) && other.Kind != kind) faults.Add(new(row, RegisterColumns.Kind, $"与第{other.Row}行同一墓区，安葬方式却不同，请核对"));
            foreach (var person in plot.Persons)
                if (person.Id is not null && persons.TryGetValue(person.Id.Normal, out first)) faults.Add(new(person.Row, person.Column, $"与第{first}行的逝者证件号相同，一个人只能安放一处，请核对"));
            if (faults.Count > before) continue;
            places[plot.Place] = row;
            if (plot.Contract?.Number is { } taken) contracts[taken] = row;
            if (plot.X is { } px && plot.Y is { } py) spots[(plot.Section, px, py, plot.Layer)] = row;
            if (plot.Kind is { } known) kinds.TryAdd(plot.Section, (known, row));
            foreach (var person in plot.Persons.Where(p => p.Id is not null)) persons[person.Id!.Normal] = person.Row;
            standing.Add(plot);
        }
        return standing;
    }
}
