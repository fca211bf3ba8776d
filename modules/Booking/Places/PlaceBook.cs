using Anmin.Booking.Slots;
using System.Data.Common;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Outcomes;

namespace Anmin.Booking.Places;

/// <summary>The slots of one institution in memory, and what may be done with them. First come, first served.</summary>
internal sealed class PlaceBook : ILaneBook<PlaceTask, PlaceReply>
{
    /// <summary>Slots kept in memory; beyond that the ended ones are forgotten.</summary>
    private const int MostSlots = 512;

    private readonly Dictionary<Guid, OpenSlot> slots = [];
    private readonly Dictionary<Guid, (Guid Fingerprint, Guid Slot, int Ordinal)> keys = [];
    private readonly List<(Guid Id, OpenSlot Slot)> touched = [];
    private readonly PlaceStatements write = new();

    public async Task FetchAsync(DbConnection connection, IReadOnlyList<PlaceTask> tasks, CancellationToken ct)
    {
        HashSet<Guid>? missing = null;
        for (var i = 0; i < tasks.Count; i++)
            if (!slots.ContainsKey(tasks[i].SlotId)) (missing ??= []).Add(tasks[i].SlotId);
        if (missing is null) return;
        if (slots.Count > MostSlots) Forget();
        foreach (var id in missing)
            if (await SlotRows.ReadAsync(connection, id, keys, ct) is { } slot) slots[id] = slot;
    }

    public Outcome<PlaceReply> Weigh(PlaceTask task, LaneBatch batch)
    {
        if (!slots.TryGetValue(task.SlotId, out var slot)) return PlaceProblems.NoSlot;
        return task.Act switch
        {
            PlaceAct.Book => Book(task, slot, batch),
            PlaceAct.CloseSlot => Close(task, slot, batch),
            _ => End(task, slot, batch),
        };
    }

    public void SumUp(LaneBatch batch)
    {
        foreach (var (id, slot) in touched)
        {
            if (slot.Delta != 0) write.Take(id, slot.Delta);
            slot.Delta = 0;
        }
        touched.Clear();
        write.UseIn(batch);
    }

    private Outcome<PlaceReply> Book(PlaceTask task, OpenSlot slot, LaneBatch batch)
    {
        if (keys.TryGetValue(task.Key, out var first))
        {
            if (first.Fingerprint != task.Fingerprint || !slots.TryGetValue(first.Slot, out var its)) return KernelProblems.KeyReused;
            return new PlaceReply(first.Ordinal, PlaceState.Booked, its.At(first.Ordinal)!.People, its.Remaining);
        }
        if (slot.IsClosed) return PlaceProblems.Closed;
        if (slot.From <= batch.At) return PlaceProblems.Past;
        if (task.People < 1) return PlaceProblems.BadPeople;
        if (task.People > slot.MostPeople) return PlaceProblems.TooMany(slot.MostPeople);
        var phone = task.PhoneIndex!.Value;
        if (slot.Phones.Contains(phone)) return PlaceProblems.PhoneTwice;
        var need = slot.Takes(task.People);
        if (need > slot.Remaining) return PlaceProblems.Full(slot.Remaining);

        var ordinal = slot.Places.Count + 1;
        slot.Restore(ordinal, new(phone, task.People, PlaceState.Booked));
        keys[task.Key] = (task.Fingerprint, task.SlotId, ordinal);
        Move(task.SlotId, slot, need);
        write.Book(task, ordinal, batch);
        return new PlaceReply(ordinal, PlaceState.Booked, task.People, slot.Remaining);
    }

    private Outcome<PlaceReply> End(PlaceTask task, OpenSlot slot, LaneBatch batch)
    {
        if (slot.At(task.Ordinal) is not { } taken || (task.PhoneIndex is { } phone && phone != taken.Phone)) return PlaceProblems.NoPlace;
        var state = task.Act == PlaceAct.Cancel ? PlaceState.Cancelled : PlaceState.Attended;
        if (taken.State == state) return new PlaceReply(task.Ordinal, state, taken.People, slot.Remaining);
        if (taken.State == PlaceState.Cancelled) return PlaceProblems.Cancelled;
        if (taken.State == PlaceState.Attended) return PlaceProblems.Attended;
        if (state == PlaceState.Cancelled && slot.From <= batch.At) return PlaceProblems.Begun;
        if (state == PlaceState.Attended && slot.From.AddHours(-24) > batch.At) return PlaceProblems.TooEarly;

        slot.Places[task.Ordinal - 1] = taken with { State = state };
        slot.Phones.Remove(taken.Phone);
        if (state == PlaceState.Cancelled) Move(task.SlotId, slot, -slot.Takes(taken.People));
        write.End(task, state, batch);
        return new PlaceReply(task.Ordinal, state, taken.People, slot.Remaining);
    }

    private Outcome<PlaceReply> Close(PlaceTask task, OpenSlot slot, LaneBatch batch)
    {
        if (!slot.IsClosed)
        {
            slot.IsClosed = true;
            write.Close(task, batch);
        }
        return new PlaceReply(0, PlaceState.Booked, 0, slot.Remaining);
    }

    private void Move(Guid id, OpenSlot slot, int need)
    {
        if (slot.Delta == 0) touched.Add((id, slot));
        slot.Remaining -= need;
        slot.Delta += need;
    }

    /// <summary>The oldest half by start; whoever asks for one of them has it read again.</summary>
    private void Forget()
    {
        var gone = slots.OrderBy(s => s.Value.From).Take(slots.Count / 2).Select(s => s.Key).ToHashSet();
        foreach (var id in gone) slots.Remove(id);
        foreach (var key in keys.Where(k => gone.Contains(k.Value.Slot)).Select(k => k.Key).ToList()) keys.Remove(key);
    }
}
