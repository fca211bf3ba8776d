using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Villages;

/// <summary>核实上报: 属实 or 不属实.</summary>
internal sealed class CheckGraveReport(CaseFile file, Reading reading) : IUseCase<CheckGraveReport.Request, Done>
{
    public sealed record Request(Guid ReportId, bool IsTrue, string? Note);

    public Permission Permission => FuneralPermissions.VerifyVillageReports;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var note = reading.Text(request.Note, nameof(request.Note), "核实情况", 300, required: false);
        if (reading.Problem is { } bad) return bad;
        if (await file.Db.GraveReports.FirstOrDefaultAsync(r => r.Id == request.ReportId, ct) is not { } report) return KernelProblems.NotFound;
        file.Context.About(report.Id);
        return report.Check(request.IsTrue, note, file.By, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CheckGraveReport, Request, Done>("/village/graves/check");
}

/// <summary>撤销核实: the report waits to be looked at again.</summary>
internal sealed class ReopenGraveReport(CaseFile file) : IUseCase<ReopenGraveReport.Request, Done>
{
    public sealed record Request(Guid ReportId);

    public Permission Permission => FuneralPermissions.VerifyVillageReports;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await file.Db.GraveReports.FirstOrDefaultAsync(r => r.Id == request.ReportId, ct) is not { } report) return KernelProblems.NotFound;
        file.Context.About(report.Id);
        return report.Reopen(file.By);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReopenGraveReport, Request, Done>("/village/graves/reopen");
}

/// <summary>登记处置 of what was true: moved, levelled, made green, and on which day.</summary>
internal sealed class SettleGraveReport(CaseFile file, Reading reading) : IUseCase<SettleGraveReport.Request, Done>
{
    public sealed record Request(Guid ReportId, string? On, string? Note);

    public Permission Permission => FuneralPermissions.VerifyVillageReports;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var on = reading.Day(request.On, nameof(request.On), "处置日期");
        var note = reading.Text(request.Note, nameof(request.Note), "怎样处置", 300);
        if (reading.Problem is { } bad) return bad;
        if (await file.Db.GraveReports.FirstOrDefaultAsync(r => r.Id == request.ReportId, ct) is not { } report) return KernelProblems.NotFound;
        file.Context.About(report.Id);
        return report.Settle(on!.Value, note!, file.By, LocalClock.DateOf(report.SeenAt, file.Zone), file.Today);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SettleGraveReport, Request, Done>("/village/graves/settle");
}
