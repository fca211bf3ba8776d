using Anmin.Booking.Places;
using System.Data.Common;

namespace Anmin.Booking.Slots;

/// <summary>Reads a slot and its places past EF, into the lane's memory.</summary>
internal static class SlotRows
{
    private const string SlotOf = "select capacity, remaining, counts_people, most_people, \"from\", until, closed_at from booking_slot where id = @id";
    private const string PlacesOf = "select ordinal, key, fingerprint, phone_index, people, state from booking_place where slot_id = @id order by ordinal";

    public static async Task<OpenSlot?> ReadAsync(DbConnection connection, Guid id, Dictionary<Guid, (Guid Fingerprint, Guid Slot, int Ordinal)> keys, CancellationToken ct)
    {
        OpenSlot slot;
        await using (var command = Command(connection, SlotOf, id))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct)) return null;
            slot = new()
            {
                Capacity = reader.GetInt32(0),
                Remaining = reader.GetInt32(1),
                CountsPeople = reader.GetBoolean(2),
                MostPeople = reader.GetInt32(3),
                From = Instant(reader, 4),
                Until = Instant(reader, 5),
                IsClosed = !reader.IsDBNull(6),
            };
        }
        await using var places = Command(connection, PlacesOf, id);
        await using var rows = await places.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var ordinal = rows.GetInt32(0);
            slot.Restore(ordinal, new(new Guid(rows.GetFieldValue<byte[]>(3)), rows.GetInt32(4), Enum.Parse<PlaceState>(rows.GetString(5))));
            keys[rows.GetGuid(1)] = (rows.GetGuid(2), id, ordinal);
        }
        return slot;
    }

    /// <summary>SQLite keeps microseconds since 1970.</summary>
    internal static DateTimeOffset Instant(DbDataReader reader, int column) => reader.GetFieldType(column) == typeof(long)
        ? DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64(column) * 10)
        : reader.GetFieldValue<DateTimeOffset>(column);

    private static DbCommand Command(DbConnection connection, string sql, Guid id)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("id", id);
        command.Parameters.Add(parameter);
        return command;
    }
}
