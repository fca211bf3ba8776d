using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Standards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Signing;

/// <summary>What the contract form begins with: a free position, or one that is held.</summary>
internal sealed class GetPlotOffer(CemeteryDesk desk) : IQuestion<GetPlotOffer.Request, GetPlotOffer.Reply>
{
    public sealed record Request(Guid? PositionId = null, Guid? RightId = null);

    /// <param name="RightId">Null while nobody holds it.</param>
    /// <param name="Years">The longest lawful term, to begin with; null where no rule says.</param>
    public sealed record Reply(Guid PositionId, Guid? RightId, string Place, string Institution, DateTimeOffset? LapsesAt, string? Holder, string? Phone, string? Years);

    public Permission Permission => CemeteryPermissions.ReservePosition;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        PlotRight? right = null;
        if (request.RightId is { } id)
        {
            if (!(await desk.OpenAsync(id, ct)).Try(out var opened, out var problem)) return problem;
            right = opened.Right;
            if (right.HasLapsed(desk.Now)) return CemeteryProblems.HoldLapsed;
            if (right.State != RightState.Held) return right.Holds ? CemeteryProblems.AlreadySigned : CemeteryProblems.RightEnded;
        }
        var wanted = right?.PositionId ?? request.PositionId;
        if (await desk.Db.Positions.AsNoTracking().FirstOrDefaultAsync(p => p.Id == wanted, ct) is not { } position) return CemeteryProblems.NoPosition;
        if (right is null && position.State is not (PositionState.Available or PositionState.Held)) return CemeteryProblems.NotFree;
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        var most = desk.Rules.Find(TermJudge.TermKey(Holds.Holding.KindOf(section)), position.Division, desk.Today) is { Ok: true, Value: { } rule } && PlotStandards.Number(rule, out var years) ? years.ToString("0", CultureInfo.InvariantCulture) : null;
        return new Reply(position.Id, right?.Id, await desk.NameOfAsync(position, ct), desk.Institution(position.Institution)?.Name ?? "", right?.LapsesAt, right?.HolderName?.Text, right?.HolderPhone?.Masked, most);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPlotOffer, Request, Reply>("/cemetery/rights/offer");
}
