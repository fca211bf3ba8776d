using Anmin.Funeral.Cases;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>受理页, opened again from its address: numbers, home, vehicle and time; no name of theirs, telephone or place.</summary>
internal sealed class GetPickupReceipt(CaseFile file, FamilyPass passes, Anmin.Contracts.Identity.IStaffDirectory staff) : IQuestion<GetPickupReceipt.Request, GetPickupReceipt.Reply>
{
    public sealed record Request(string? Receipt);

    public sealed record Reply(Guid CaseId, string CaseNumber, string OrderNumber, PickupStatus Status, string Home, string HomePhone, DateTimeOffset? DueAt, DateTimeOffset? EarliestAt, DateTimeOffset RequestedAt, string? Plate, string? Driver, DateTimeOffset? ExpectedAt);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (passes.OrderOf(request.Receipt) is not { } orderId) return FuneralProblems.PassOver;
        var order = await file.Db.Pickups.AsNoTracking().FirstOrDefaultAsync(p => p.Id == orderId, ct);
        if (order is null) return FuneralProblems.PassOver;
        var number = await file.Db.AcrossScopes<DeathCase>("家属重新打开受理页").Where(c => c.Id == order.CaseId && c.VoidedAt == null).Select(c => c.Number).FirstOrDefaultAsync(ct);
        if (number is null) return FuneralProblems.PassOver;
        var home = file.Institution(order.Institution);
        var plate = order is { IsOpen: true, Run: > 0 } ? await file.Db.Resources.Where(r => r.Id == order.Vehicle).Select(r => r.Name).FirstOrDefaultAsync(ct) : null;
        return new Reply(order.CaseId, number, order.Number, order.Status, home?.Name ?? "", home?.Phone ?? "", order.DueAt, order.EarliestAt, order.RequestedAt, plate, plate is null ? null : staff.Find(order.Driver ?? "")?.Name, order.ExpectedAt);
    }
}
