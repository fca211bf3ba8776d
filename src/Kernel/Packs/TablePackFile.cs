using System.Globalization;
using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Anmin.Kernel.Packs;

/// <summary>What becomes of a row whose line is gone from the pack.</summary>
public enum Vanished
{
    Kept,
    Retired,
    Removed,
}

/// <summary>
/// A pack file whose lines are rows of one table. Lines are matched by the table's key, compared column by column,
/// and written only where they differ.
/// </summary>
/// <param name="make">The entity a line stands for. Called only after the check found nothing.</param>
public sealed class TablePackFile<T>(string fileName, int order, IReadOnlyList<PackColumn> columns, Func<PackRow, T> make) : IPackFile where T : class
{
    public string FileName => fileName;

    public int Order => order;

    public bool Required { get; init; }

    public IReadOnlyList<PackColumn> Columns => columns;

    /// <summary>What finds a line's row, where that is not the primary key.</summary>
    public Func<T, string>? Match { get; init; }

    /// <summary>Where several files fill one table: which of its rows are this file's.</summary>
    public Func<T, bool> Mine { get; init; } = _ => true;

    /// <summary>Properties the pack never overwrites: what happens to the thing in daily work.</summary>
    public IReadOnlyCollection<string> Untouched { get; init; } = [];

    /// <summary>Which existing rows the table's pack is asked about at all; others belong to another city.</summary>
    public Func<T, PackScope, Vanished> WhenGone { get; init; } = (_, _) => Vanished.Kept;

    /// <summary>Marks a row that is gone as no longer in force; false when it already was.</summary>
    public Func<T, PackScope, bool> Retire { get; init; } = (_, _) => false;

    public Action<IReadOnlyList<PackRow>, PackCheck>? Further { get; init; }

    public void Check(IReadOnlyList<PackRow> rows, PackCheck check) => Further?.Invoke(rows, check);

    public async Task<PackChanges> ApplyAsync(AnminDb db, IReadOnlyList<PackRow> rows, PackScope scope, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} of {fileName} is not mapped.");
        var key = Match ?? KeyOf(type);
        var compared = Compared(type);
        var there = (await db.WholeTable<T>().AsNoTracking().ToListAsync(ct)).Where(Mine).ToDictionary(key, StringComparer.Ordinal);
        var changes = new PackChanges();
        foreach (var line in rows.Select(make).GroupBy(key, StringComparer.Ordinal).Select(g => g.Last()))
        {
            if (there.Remove(key(line), out var row)) Change(db, compared, key(row), row, line, changes);
            else Add(db, key(line), line, changes);
        }
        foreach (var (id, row) in there) Gone(db, id, row, scope, changes);
        return changes;
    }

    private static void Add(AnminDb db, string id, T line, PackChanges changes)
    {
        db.Add(line);
        changes.Added++;
        changes.Differences.Add(new(PackAct.Added, id));
    }

    private static void Change(AnminDb db, List<IProperty> compared, string id, T row, T line, PackChanges changes)
    {
        var differing = compared.Where(p => !p.GetValueComparer().Equals(Value(p, row), Value(p, line))).ToList();
        if (differing.Count == 0)
        {
            changes.Unchanged++;
            return;
        }
        changes.Changed++;
        var entry = db.Attach(row);
        foreach (var property in differing)
        {
            changes.Differences.Add(new(PackAct.Changed, id, property.GetColumnName(), Text(Value(property, row)), Text(Value(property, line))));
            entry.Property(property).CurrentValue = Value(property, line);
        }
    }

    private void Gone(AnminDb db, string id, T row, PackScope scope, PackChanges changes)
    {
        switch (WhenGone(row, scope))
        {
            case Vanished.Removed:
                db.Remove(row);
                changes.Removed++;
                changes.Differences.Add(new(PackAct.Removed, id));
                break;
            case Vanished.Retired when db.Attach(row) is var entry && Retire(row, scope):
                entry.DetectChanges();
                changes.Retired++;
                changes.Differences.Add(new(PackAct.Retired, id));
                break;
            default:
                changes.Kept++;
                break;
        }
    }

    private List<IProperty> Compared(IEntityType type)
        => [.. type.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsShadowProperty() && !p.IsConcurrencyToken && p.PropertyInfo is not null && !Untouched.Contains(p.Name))];

    private static Func<T, string> KeyOf(IEntityType type)
    {
        var parts = type.FindPrimaryKey()!.Properties;
        return row => string.Join(" ", parts.Select(p => Text(Value(p, row))).Where(t => !string.IsNullOrEmpty(t)));
    }

    private static object? Value(IProperty property, T row) => property.PropertyInfo!.GetValue(row);

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text.Length <= 200 ? text : $"{text.Length}个字符",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many => string.Join(' ', many.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
