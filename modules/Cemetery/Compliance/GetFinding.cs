using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

/// <summary>One finding with its evidence and its course.</summary>
internal sealed class GetFinding(CemeteryDesk desk, FindingShelf shelf) : IQuestion<GetFinding.Request, GetFinding.Reply>
{
    public sealed record Request(Guid Id);

    public sealed record Step(DateTimeOffset At, string Actor, string Act, string? Note);

    /// <param name="ProposedByMe">The reader gave the opinion, so somebody else must look.</param>
    public sealed record Reply(
        Guid Id, string Rule, string Label, string InstitutionName, string Place, string Position, string? Contract, string Allowed, string Found, string Over, string Source, DateOnly Day,
        DateTimeOffset FirstSeen, DateTimeOffset LastSeen, DateOnly? ClearedOn, FindingState State, string StateWords, FindingState? Proposed, string? Reason, string? PassedTo, bool ProposedByMe, bool MayJudge, IReadOnlyList<Step> Steps);

    public Permission Permission => CemeteryPermissions.ReadCompliance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Db.Findings.AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.Id, ct) is not { } f) return ComplianceProblems.NoFinding;
        desk.Context.About(f.Id);
        var code = await desk.Db.Positions.AsNoTracking().Where(p => p.Id == f.PositionId).Select(p => p.Code).FirstAsync(ct);
        var contract = f.RightId is { } right ? await desk.Db.PlotRights.AsNoTracking().Where(r => r.Id == right).Select(r => r.Number).FirstOrDefaultAsync(ct) : null;
        return new Reply(f.Id, f.Rule, ComplianceRule.LabelOf(f.Rule), shelf.NameOf(f.Institution), f.Place, code, contract, f.Allowed, f.Found, f.Over, f.Source, f.Day, f.FirstSeen, f.LastSeen, f.ClearedOn,
            f.State, FindingShelf.StateWords(f.State, f.Proposed, f.ClearedOn), f.Proposed, f.Reason, f.PassedTo, f.ProposedBy == desk.By.Id, desk.By.May(CemeteryPermissions.JudgeCompliance), [.. Steps(f)]);
    }

    /// <summary>Newest first.</summary>
    private IEnumerable<Step> Steps(Finding f)
    {
        if (f.ClearedOn is { } gone) yield return new(f.LastSeen, "系统", "情形已消除", $"{gone:yyyy-MM-dd}检查时不再有这种情形");
        if (f.SecondedAt is { } second) yield return new(second, desk.StaffName(f.SecondedBy), $"复核同意：{FindingShelf.Words(f.State)}", null);
        if (f.ProposedAt is { } first) yield return new(first, desk.StaffName(f.ProposedBy), $"核实意见：{FindingShelf.Words(f.Proposed ?? f.State)}{(f.PassedTo is null ? "" : "，移送" + f.PassedTo)}", f.Reason);
        yield return new(f.FirstSeen, "系统", "检查发现", $"{f.Found}，规定{f.Allowed}");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetFinding, Request, Reply>("/cemetery/findings/{id:guid}");
}
