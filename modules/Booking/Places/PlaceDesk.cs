using Anmin.Booking.Slots;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Places;

/// <summary>What every use case of places has on its desk: the slot, the number, the lane.</summary>
internal sealed class PlaceDesk(AnminDb db, SlotBoard board, GroupCommit<PlaceTask, PlaceReply> lane, PersonalVault vault, CommandContext context, CurrentActor current)
{
    public AnminDb Db => db;

    public ValueTask<SlotFacts?> SlotAsync(Guid id, CancellationToken ct) => board.FindAsync(db, id, ct);

    /// <summary>The slot and the place in it that a typed number names.</summary>
    public async Task<Outcome<(SlotFacts Slot, int Ordinal)>> ReadAsync(string? number, CancellationToken ct)
    {
        if (PlaceNumber.Read(number) is not { } read) return PlaceProblems.BadNumber;
        return await board.FindAsync(db, read.Serial, ct) is { } slot ? (slot, read.Ordinal) : PlaceProblems.NoPlace;
    }

    /// <summary>Whether the permission at work reaches the slot.</summary>
    public Task<bool> IsMineAsync(Guid slot, CancellationToken ct) => db.Slots.AnyAsync(s => s.Id == slot, ct);

    public PlaceTask Task(PlaceAct act, Guid slot) => new(act, slot, context.Submission.Key, context.Submission.Fingerprint, current.Actor.Id, current.Actor.Device);

    public Task<Outcome<PlaceReply>> AskAsync(SlotFacts slot, PlaceTask task, CancellationToken ct) => lane.AskAsync(slot.Institution, task, ct);

    public byte[] Seal(PhoneNumber phone) => vault.Seal(PlaceTables.PhoneColumn, phone.Reveal());

    public Guid IndexOf(PhoneNumber phone) => new(vault.BlindIndex(phone.Normal));
}
