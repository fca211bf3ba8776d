using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Scheduling;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Fleet;

/// <summary>A vehicle's record, where the actor reaches its home.</summary>
internal sealed class VehicleDesk(CaseFile file)
{
    public async Task<Outcome<VehicleRecord>> OpenAsync(string? id, CancellationToken ct)
        => await file.Db.VehicleRecords.FindAsync([id ?? ""], ct) is { } record && file.Reaches(record.Institution) ? record : KernelProblems.NotFound;
}

/// <summary>登记车辆消毒, after a trip; after an infectious body before the next.</summary>
internal sealed class RecordDisinfection(CaseFile file, VehicleDesk vehicles, Reading reading) : IUseCase<RecordDisinfection.Request, Done>
{
    /// <param name="At">Local time; empty for now.</param>
    public sealed record Request(string Vehicle, string? Method, string? Agent, string? At = null);

    public Permission Permission => FuneralPermissions.RecordDisinfection;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var method = reading.Text(request.Method, nameof(request.Method), "消毒方式", 40);
        var agent = reading.Text(request.Agent, nameof(request.Agent), "消毒剂和浓度", 60);
        var at = reading.Instant(request.At, nameof(request.At), "消毒时间", required: false) ?? file.Now;
        if (reading.Problem is { } bad) return bad;
        if (!(await vehicles.OpenAsync(request.Vehicle, ct)).Try(out var record, out var problem)) return problem;
        if (!record.Disinfect(at, file.Now).Try(out _, out problem)) return problem;
        file.Db.Add(new Disinfection { Vehicle = record.Id, At = at, Method = method!, Agent = agent!, By = file.By.Id, RecordedAt = file.Now });
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordDisinfection, Request, Done>("/vehicles/disinfect");
}

/// <summary>报停: the vehicle broke down or is away for repair. Its open trips show on the board, to be given to others; what the day's plan had for it goes to other vehicles at once.</summary>
internal sealed class ReportBreakdown(CaseFile file, VehicleDesk vehicles, Reading reading, Replanning replanning, IBookables things) : IUseCase<ReportBreakdown.Request, ReportBreakdown.Reply>
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(Scene.StepsOfDay * Scene.StepMinutes);

    public sealed record Request(string Vehicle, string? Reason);

    /// <param name="Lines">Planned trips that another vehicle has now, or the same at another time.</param>
    /// <param name="Unplaced">Whom no other vehicle can fetch today.</param>
    public sealed record Reply(IReadOnlyList<ProposalLine> Lines, IReadOnlyList<Unplaced> Unplaced);

    public Permission Permission => FuneralPermissions.Dispatch;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "停用原因", 60);
        if (reading.Problem is { } bad) return bad;
        if (!(await vehicles.OpenAsync(request.Vehicle, ct)).Try(out var record, out var problem)) return problem;
        if (!record.Break(reason!, file.Now).Try(out _, out problem)) return problem;
        // that it broke down is recorded whether or not the day can be planned
        if (things.Find(record.Id) is not { } thing || !(await replanning.FindAsync(thing, new(thing.Id, file.Now, file.Now + Ahead), ct)).Try(out var found, out _)) return new Reply([], []);
        if (!(await replanning.GiveBackAsync(found, $"{thing.Name}停用，改派", ct)).Try(out _, out problem)) return problem;
        return (await replanning.BookAsync(found, ct)).Try(out _, out problem) ? new Reply([.. found.Proposal.Lines.Where(l => !l.Same)], found.Proposal.Unplaced) : problem;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReportBreakdown, Request, Reply>("/vehicles/break-down");
}

/// <summary>恢复使用 after a repair.</summary>
internal sealed class RestoreVehicle(VehicleDesk vehicles) : IUseCase<RestoreVehicle.Request, Done>
{
    public sealed record Request(string Vehicle);

    public Permission Permission => FuneralPermissions.ManageVehicles;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
        => (await vehicles.OpenAsync(request.Vehicle, ct)).Try(out var record, out var problem) ? record.Restore() : problem;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RestoreVehicle, Request, Done>("/vehicles/restore");
}

/// <summary>登记换证、年检、续保: the new last days.</summary>
internal sealed class RenewPapers(CaseFile file, VehicleDesk vehicles, Reading reading) : IUseCase<RenewPapers.Request, Done>
{
    /// <summary>Days as typed; what is empty stays as it was.</summary>
    public sealed record Request(string Vehicle, string? LicenceUntil, string? InspectedUntil, string? InsuredUntil);

    public Permission Permission => FuneralPermissions.ManageVehicles;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var licence = reading.Day(request.LicenceUntil, nameof(request.LicenceUntil), "营运证有效期", required: false);
        var inspected = reading.Day(request.InspectedUntil, nameof(request.InspectedUntil), "年检有效期", required: false);
        var insured = reading.Day(request.InsuredUntil, nameof(request.InsuredUntil), "保险有效期", required: false);
        if (reading.Problem is { } bad) return bad;
        if ((licence ?? inspected ?? insured) is null || licence < file.Today || inspected < file.Today || insured < file.Today) return DispatchProblems.PapersDate;
        if (!(await vehicles.OpenAsync(request.Vehicle, ct)).Try(out var record, out var problem)) return problem;
        (record.LicenceUntil, record.InspectedUntil, record.InsuredUntil) = (licence ?? record.LicenceUntil, inspected ?? record.InspectedUntil, insured ?? record.InsuredUntil);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RenewPapers, Request, Done>("/vehicles/papers");
}
