using Npgsql;
using NpgsqlTypes;

namespace Anmin.Kernel.Lanes;

/// <summary>The values of one parameter, a row each. PostgreSQL gets them as one array, SQLite one by one.</summary>
public abstract class LaneColumn
{
    public abstract int Count { get; }

    internal abstract NpgsqlParameter Array { get; }

    internal abstract void Clear();

    /// <summary>As SQLite stores it.</summary>
    internal abstract object At(int row);
}

public sealed class LaneColumn<T> : LaneColumn
{
    private readonly List<T> values = [];
    private readonly NpgsqlParameter<List<T>> array;

    public LaneColumn(NpgsqlDbType type) => array = new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    public override int Count => values.Count;

    public void Add(T value) => values.Add(value);

    internal override NpgsqlParameter Array => array;

    internal override void Clear() => values.Clear();

    internal override object At(int row) => values[row] switch
    {
        null => DBNull.Value,
        DateTimeOffset at => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10,
        var value => value,
    };
}

/// <summary>One statement for many rows.</summary>
/// <param name="postgres">Takes the columns as arrays <c>$1, $2 …</c> and unnests them.</param>
/// <param name="sqlite">The same for one row, with <c>$1, $2 …</c>; prepared once.</param>
public sealed class LaneStatement(string postgres, string sqlite, params LaneColumn[] columns)
{
    internal string Postgres => postgres;

    internal string Sqlite => sqlite;

    internal IReadOnlyList<LaneColumn> Columns => columns;

    public int Rows => columns[0].Count;

    internal void Clear()
    {
        foreach (var column in columns) column.Clear();
    }
}
