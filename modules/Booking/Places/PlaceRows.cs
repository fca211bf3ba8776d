using Anmin.Booking.Slots;
using System.Data.Common;
using Anmin.Kernel.Lanes;

namespace Anmin.Booking.Places;

/// <summary>Reads bookings, cancellations, attendances and closings back in the order they were committed.</summary>
internal sealed class PlaceRows : ILaneRows
{
    public string Lane => PlacesDoor.Lane.Name;

    public string SubjectKind => PlacesDoor.Lane.SubjectKind;

    public string Select => """
        select p.batch, p.line, 'Booked', p.slot_id, p.ordinal, p.key, p.fingerprint, p.phone_index, p.people, p.reference, p.booked_by, p.device, p.booked_at
        from booking_place p join booking_slot s on s.id = p.slot_id where s.institution = @key and p.batch between @first and @last
        union all
        select p.ended_batch, p.ended_line, p.state, p.slot_id, p.ordinal, null, null, null, 0, null, p.ended_by, p.ended_device, p.ended_at
        from booking_place p join booking_slot s on s.id = p.slot_id where s.institution = @key and p.ended_batch between @first and @last
        union all
        select s.closed_batch, s.closed_line, 'Closed', s.id, 0, null, null, null, 0, s.close_reason, s.closed_by, s.closed_device, s.closed_at
        from booking_slot s where s.institution = @key and s.closed_batch between @first and @last
        order by 1, 2
        """;

    public string Sums => """
        select '时段' || s.serial || '的余量与预约人数不符。' from booking_slot s
        left join (select slot_id, sum(people) as people, count(*) as groups from booking_place where state <> 'Cancelled' group by slot_id) t on t.slot_id = s.id
        where s.remaining <> s.capacity - coalesce(case when s.counts_people then t.people else t.groups end, 0) limit 1
        """;

    public void Write(DbDataReader row, LaneText text)
    {
        var (slot, ordinal, by, device, at) = (row.GetGuid(3), row.GetInt32(4), row.GetString(10), row.GetString(11), SlotRows.Instant(row, 12));
        switch (row.GetString(2))
        {
            case "Booked":
                PlaceLines.Booked(text, slot, ordinal, row.GetGuid(5), row.GetGuid(6), new Guid(row.GetFieldValue<byte[]>(7)), row.GetInt32(8), Text(row, 9), by, device, at);
                break;
            case "Closed":
                PlaceLines.Closed(text, slot, Text(row, 9), by, device, at);
                break;
            case var state:
                PlaceLines.Ended(text, Enum.Parse<PlaceState>(state), slot, ordinal, by, device, at);
                break;
        }
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
