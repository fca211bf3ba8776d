using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Transport;

/// <summary>登记接运: two of the crew, whoever hands over signs, the wrist tag is tied on before the vehicle leaves.</summary>
internal sealed class RecordPickup(CaseFile file, Reading reading, IStaffDirectory staff, TripBookings bookings) : IUseCase<RecordPickup.Request, RecordPickup.Reply>
{
    /// <param name="SignedBy">family, hospital or police.</param>
    /// <param name="Tag">A tag taken ahead by the crew; empty means the next number is given here.</param>
    public sealed record Request(Guid CaseId, string Vehicle, string Driver, string SecondCrew, string SignedBy, string? Tag);

    public sealed record Reply(string Tag);

    public Permission Permission => FuneralPermissions.RecordPickup;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.SignedBy is not ("family" or "hospital" or "police")) reading.Refuse(new("funeral.pickup.signature", "请选择由谁签名交出：家属、医院或公安。", ProblemKind.Invalid, nameof(request.SignedBy)));
        if (staff.Find(request.Driver ?? "") is null) reading.Refuse(FuneralProblems.StaffUnknown with { Field = nameof(request.Driver) });
        if (staff.Find(request.SecondCrew ?? "") is null) reading.Refuse(FuneralProblems.StaffUnknown);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Institution is not { } home) return FuneralProblems.PickupMissing;
        if (staff.Find(request.Driver!) is not { Active: true } driver || driver.Institution != home) return FuneralProblems.StaffUnknown with { Field = nameof(request.Driver) };
        if (staff.Find(request.SecondCrew!) is not { Active: true } second || second.Institution != home) return FuneralProblems.StaffUnknown;
        if (!await file.Db.Resources.AnyAsync(r => r.Id == request.Vehicle && r.Kind == Resources.ResourceKind.Vehicle && r.Institution == home, ct)) return FuneralProblems.VehicleUnknown;
        var tag = request.Tag?.Trim().ToUpperInvariant();
        if (string.IsNullOrEmpty(tag))
        {
            if (!(await file.NumberAsync("wrist-tag", home, ct)).Try(out tag, out problem)) return problem;
        }
        var sent = opened.Pickups.Find(p => p.IsOpen);
        if (!opened.RecordPickup(request.Vehicle, request.Driver!, request.SecondCrew!, request.SignedBy, tag, file.By, file.Now).Try(out _, out problem)) return problem;
        if (sent is not null && !(await bookings.FreeAsync(sent.Id, "按纸单登记", ct)).Try(out _, out problem)) return problem;
        if (await file.Db.VehicleRecords.FindAsync([request.Vehicle], ct) is { } record) record.Used(file.Now, opened.Infectious);
        return new Reply(tag);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordPickup, Request, Reply>("/pickups/record");
}
