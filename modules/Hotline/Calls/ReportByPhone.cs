using Anmin.Contracts.Funeral;
using Anmin.Hotline.Screen;
using Anmin.Hotline.Scripts;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

/// <summary>一通电话建案卷: who died or not known yet, where, and the hearse asked for, in one commit; the rules are those of 报告去世 and 请接运车.</summary>
internal sealed class ReportByPhone(HotlineDesk desk, Reading reading, TownFinder towns, ScriptBook scripts, IReportedCases cases) : IUseCase<ReportByPhone.Request, ReportByPhone.Reply>
{
    /// <param name="Place">Town by initials, name or code; a county where the caller knows no more.</param>
    /// <param name="PlaceKind">As <see cref="DeathReport.PlaceKind"/>.</param>
    /// <param name="HandlerPhone">Empty for the caller's own number.</param>
    /// <param name="Floor">With <paramref name="HasLift"/> for the crew; empty where it does not matter.</param>
    /// <param name="Steps">Codes of the script's questions that were asked.</param>
    public sealed record Request(
        Guid CallId, string? Name, bool NameUnknown, string? Place, string? PlaceKind, string? Address, int? Floor, bool? HasLift, string? HandlerName, string? HandlerPhone, string? Relation,
        bool Infectious, bool Unnatural, bool NoHearse, string? EarliestAt, string? Note, IReadOnlyList<string>? Steps = null);

    public sealed record Reply(Guid FuneralCase, string Number, string? OrderNumber, string? HomeName, string? HomePhone, DateTimeOffset? DueAt, IReadOnlyList<string> Alike);

    public Permission Permission => HotlinePermissions.TakeCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Calls.FirstOrDefaultAsync(c => c.Id == request.CallId, ct) is not { } call) return KernelProblems.NotFound;
        if (call.OpenedCase) return HotlineProblems.HasCase;
        var place = "";
        if (string.IsNullOrWhiteSpace(request.Name) && !request.NameUnknown) reading.Refuse(HotlineProblems.NameNeeded);
        if (string.IsNullOrWhiteSpace(request.Place)) reading.Refuse(KernelProblems.Required(nameof(request.Place), "所在街道或镇"));
        else if (!towns.Read(request.Place).Try(out place!, out var nowhere)) reading.Refuse(nowhere);
        if (string.IsNullOrWhiteSpace(request.PlaceKind)) reading.Refuse(KernelProblems.Required(nameof(request.PlaceKind), "在哪里去世"));
        if (!request.NoHearse) reading.Sensitive(request.Address, nameof(request.Address), "详细地址");
        var phone = string.IsNullOrWhiteSpace(request.HandlerPhone) ? call.Caller : reading.Phone(request.HandlerPhone, nameof(request.HandlerPhone), "联系电话");
        if (phone is null && reading.Problem is null) reading.Refuse(KernelProblems.Required(nameof(request.HandlerPhone), "联系电话"));
        if (reading.Problem is { } bad) return bad;
        var report = new DeathReport(
            request.Name, request.NameUnknown, place!, request.PlaceKind!, request.Address, request.HandlerName, phone!.Reveal(), request.Relation,
            request.Infectious, request.Unnatural, !request.NoHearse, request.Floor, request.HasLift, request.EarliestAt, request.Note);
        if (!(await cases.ReportAsync(report, ct)).Try(out var opened, out var problem)) return problem;
        call.Name(phone);
        if (!call.OpenCase(opened.CaseId, scripts.Known(CallKind.Death, request.Steps), desk.By).Try(out _, out problem)) return problem;
        desk.Context.About(opened.CaseId, $"热线来电{call.Number}");
        return new Reply(opened.CaseId, opened.Number, opened.OrderNumber, opened.HomeName, opened.HomePhone, opened.DueAt, opened.Alike);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReportByPhone, Request, Reply>("/hotline/calls/report");
}
