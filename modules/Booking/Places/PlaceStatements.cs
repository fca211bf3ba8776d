using Anmin.Booking.Slots;
using Anmin.Kernel.Lanes;
using NpgsqlTypes;

namespace Anmin.Booking.Places;

/// <summary>What a batch of places writes, as one statement each, and the lines under its digest.</summary>
internal sealed class PlaceStatements
{
    private readonly Columns booked = new(), ended = new();
    private readonly LaneColumn<Guid> keys = new(NpgsqlDbType.Uuid), fingerprints = new(NpgsqlDbType.Uuid), slots = new(NpgsqlDbType.Uuid), closed = new(NpgsqlDbType.Uuid);
    private readonly LaneColumn<byte[]> phones = new(NpgsqlDbType.Bytea), indexes = new(NpgsqlDbType.Bytea);
    private readonly LaneColumn<int> people = new(NpgsqlDbType.Integer), taken = new(NpgsqlDbType.Integer), closedBatches = new(NpgsqlDbType.Integer), closedLines = new(NpgsqlDbType.Integer);
    private readonly LaneColumn<string?> references = new(NpgsqlDbType.Text);
    private readonly LaneColumn<string> states = new(NpgsqlDbType.Text), reasons = new(NpgsqlDbType.Text), closers = new(NpgsqlDbType.Text), closersDevices = new(NpgsqlDbType.Text);
    private readonly LaneColumn<DateTimeOffset> closedAts = new(NpgsqlDbType.TimestampTz);
    private readonly LaneStatement insert, end, take, close;

    public PlaceStatements()
    {
        const string Insert = "insert into booking_place (slot_id, ordinal, booked_by, device, booked_at, batch, line, key, fingerprint, phone, phone_index, people, reference, state)";
        insert = new(
            Insert + " select a.*, 'Booked' from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::int[], $8::uuid[], $9::uuid[], $10::bytea[], $11::bytea[], $12::int[], $13::text[]) a",
            Insert + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'Booked')",
            [.. booked.All, keys, fingerprints, phones, indexes, people, references]);
        end = new(
            """
            update booking_place p set ended_by = a.by, ended_device = a.device, ended_at = a.at, ended_batch = a.batch, ended_line = a.line, state = a.state
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::int[], $8::text[]) a(slot, ordinal, by, device, at, batch, line, state)
            where p.slot_id = a.slot and p.ordinal = a.ordinal
            """,
            "update booking_place set ended_by = $3, ended_device = $4, ended_at = $5, ended_batch = $6, ended_line = $7, state = $8 where slot_id = $1 and ordinal = $2",
            [.. ended.All, states]);
        take = new(
            "update booking_slot s set remaining = s.remaining - a.taken from unnest($1::uuid[], $2::int[]) a(id, taken) where s.id = a.id",
            "update booking_slot set remaining = remaining - $2 where id = $1",
            slots, taken);
        close = new(
            """
            update booking_slot s set close_reason = a.reason, closed_by = a.by, closed_device = a.device, closed_at = a.at, closed_batch = a.batch, closed_line = a.line
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::int[]) a(id, reason, by, device, at, batch, line) where s.id = a.id
            """,
            "update booking_slot set close_reason = $2, closed_by = $3, closed_device = $4, closed_at = $5, closed_batch = $6, closed_line = $7 where id = $1",
            closed, reasons, closers, closersDevices, closedAts, closedBatches, closedLines);
    }

    public void UseIn(LaneBatch batch)
    {
        batch.Use(insert);
        batch.Use(end);
        batch.Use(take);
        batch.Use(close);
    }

    public void Book(PlaceTask task, int ordinal, LaneBatch batch)
    {
        booked.Add(task, ordinal, batch);
        keys.Add(task.Key);
        fingerprints.Add(task.Fingerprint);
        phones.Add(task.Phone!);
        indexes.Add(task.PhoneIndex!.Value.ToByteArray());
        people.Add(task.People);
        references.Add(task.Reference);
        PlaceLines.Booked(batch.Text, task.SlotId, ordinal, task.Key, task.Fingerprint, task.PhoneIndex.Value, task.People, task.Reference, task.By, task.Device, batch.At);
        batch.EndLine();
    }

    public void End(PlaceTask task, PlaceState state, LaneBatch batch)
    {
        ended.Add(task, task.Ordinal, batch);
        states.Add(state.ToString());
        PlaceLines.Ended(batch.Text, state, task.SlotId, task.Ordinal, task.By, task.Device, batch.At);
        batch.EndLine();
    }

    public void Take(Guid slot, int count)
    {
        slots.Add(slot);
        taken.Add(count);
    }

    public void Close(PlaceTask task, LaneBatch batch)
    {
        closed.Add(task.SlotId);
        reasons.Add(task.Reference ?? "");
        closers.Add(task.By);
        closersDevices.Add(task.Device);
        closedAts.Add(batch.At);
        closedBatches.Add(batch.Number);
        closedLines.Add(batch.Line);
        PlaceLines.Closed(batch.Text, task.SlotId, task.Reference, task.By, task.Device, batch.At);
        batch.EndLine();
    }

    /// <summary>Which place, who, when, from where, and where in the journal.</summary>
    private sealed class Columns
    {
        private readonly LaneColumn<Guid> slots = new(NpgsqlDbType.Uuid);
        private readonly LaneColumn<int> ordinals = new(NpgsqlDbType.Integer), batches = new(NpgsqlDbType.Integer), lines = new(NpgsqlDbType.Integer);
        private readonly LaneColumn<string> by = new(NpgsqlDbType.Text), devices = new(NpgsqlDbType.Text);
        private readonly LaneColumn<DateTimeOffset> at = new(NpgsqlDbType.TimestampTz);

        public IEnumerable<LaneColumn> All => [slots, ordinals, by, devices, at, batches, lines];

        public void Add(PlaceTask task, int ordinal, LaneBatch batch)
        {
            slots.Add(task.SlotId);
            ordinals.Add(ordinal);
            by.Add(task.By);
            devices.Add(task.Device);
            at.Add(batch.At);
            batches.Add(batch.Number);
            lines.Add(batch.Line);
        }
    }
}

/// <summary>One change as the journal's digest has it. Who re-computes the digest from the rows writes the same bytes.</summary>
internal static class PlaceLines
{
    public static void Booked(LaneText text, Guid slot, int ordinal, Guid key, Guid fingerprint, Guid phone, int people, string? reference, string by, string device, DateTimeOffset at)
        => text.Add("Booked").Add(slot).Add(ordinal).Add(key).Add(fingerprint).Add(phone).Add(people).Add(reference).Add(by).Add(device).Add(Micros(at));

    public static void Ended(LaneText text, PlaceState state, Guid slot, int ordinal, string by, string device, DateTimeOffset at)
        => text.Add(state == PlaceState.Cancelled ? "Cancelled" : "Attended").Add(slot).Add(ordinal).Add(by).Add(device).Add(Micros(at));

    public static void Closed(LaneText text, Guid slot, string? reason, string by, string device, DateTimeOffset at)
        => text.Add("Closed").Add(slot).Add(reason ?? "").Add(by).Add(device).Add(Micros(at));

    /// <summary>What both databases keep.</summary>
    private static long Micros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10;
}
