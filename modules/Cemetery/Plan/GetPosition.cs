using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Plan;

/// <summary>One position with its right and who rests there, each for those who may read it.</summary>
internal sealed class GetPosition(GroundDesk desk) : IQuestion<GetPosition.Request, GetPosition.Reply>
{
    public sealed record Request(Guid Position);

    public sealed record Term(int Seq, DateOnly From, DateOnly Until, long Fen);

    /// <param name="Phone">Masked.</param>
    public sealed record Right(
        Guid Id, RightState State, RightKind Kind, string? Number, string? Holder, string? Phone, string? Relation, string? User, RightBasis? Basis, string? BasisNumber, DateOnly? SignedOn, DateTimeOffset? LapsesAt, DateOnly? Until, DateOnly? CareUntil,
        long UseFen, long CareFenPerYear, string? Certificate, DateOnly? DisputedSince, IReadOnlyList<Term> Terms);

    public sealed record Rest(Guid Id, string Name, IntermentKind Kind, DateOnly? DiedOn, DateOnly? InterredOn, int Part);

    /// <param name="AreaLimitCm2">By the rule of today; null where there is none.</param>
    /// <param name="Right">Null where there is none, or who asks may not read it; <paramref name="HasRight"/> tells.</param>
    public sealed record Reply(
        Guid Id, string Name, string Code, Guid Section, string Ground, string SectionName, SectionKind Kind, int Row, int Layer, int Number, PositionState State, PlanMark Mark, string? BlockedFor, int Capacity, StoneKind Stone, int? AreaCm2, int? StoneHeightCm, int? HardenedCm2,
        bool ForBody, int? X, int? Y, int Turn, int? AreaLimitCm2, int? StoneLimitCm, bool FlatOnly, bool AreaOver, bool StoneOver, bool HasRight, Right? Right, int Resting, IReadOnlyList<Rest> Rests, string? UseItem, int? ExpiringDays, DateTimeOffset Now);

    public Permission Permission => CemeteryPermissions.ReadGrounds;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var db = desk.Desk.Db;
        if (await db.Positions.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Position, ct) is not { } p) return CemeteryProblems.NoPosition;
        if (await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Id == p.SectionId, ct) is not { } section) return CemeteryProblems.NoPosition;
        var ground = await db.Grounds.AsNoTracking().FirstOrDefaultAsync(g => g.Id == p.Institution, ct);
        var limits = PlanLimits.Of(desk.Desk.Rules, p.Division, ground?.Nature ?? GroundNature.PublicWelfare, desk.Desk.Today);
        var right = await db.PlotRights.AsNoTracking().Include(r => r.Terms.OrderBy(t => t.Seq))
            .FirstOrDefaultAsync(r => r.PositionId == p.Id && (r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active), ct);
        var rests = await db.Interments.AsNoTracking().Where(i => i.PositionId == p.Id && i.RemovedOn == null).OrderBy(i => i.InterredOn).ThenBy(i => i.Id).ToListAsync(ct);
        var shown = right is not null && desk.May(CemeteryPermissions.ReadRights) ? right : null;
        var people = desk.May(CemeteryPermissions.ReadBurials) ? rests : [];
        if (shown is not null || people.Count > 0) desk.Desk.Context.About(shown?.Id ?? p.Id);
        var mark = PlanMarks.Of(p.State, right?.State, right?.TermUntil, right?.CarePaidUntil, right?.CareFenPerYear ?? 0, desk.Desk.Today, limits.ExpiringDays);
        return new Reply(p.Id, PositionWords.Of(section.Name, section.Kind, p.Row, p.Layer, p.Number), p.Code, section.Id, section.Institution!, section.Name, section.Kind, p.Row, p.Layer, p.Number, p.State, mark, p.BlockedFor, p.Capacity, p.Stone, p.AreaCm2, p.StoneHeightCm, p.HardenedCm2,
            p.ForBody, p.X, p.Y, p.Turn, limits.Area(p.Capacity, p.ForBody), limits.StoneHeight, limits.FlatOnly, limits.AreaOver(p.Capacity, p.ForBody, p.AreaCm2), limits.StoneOver(p.Stone, p.StoneHeightCm), right is not null, shown is null ? null : Of(shown),
            rests.Count, [.. people.Select(i => new Rest(i.Id, i.PersonName.Text, i.Kind, i.DiedOn, i.InterredOn, i.Part))], section.UseItem, limits.ExpiringDays, desk.Desk.Now);
    }

    private static Right Of(PlotRight r) => new(r.Id, r.State, r.Kind, r.Number, r.HolderName?.Text, r.HolderPhone?.Masked, r.Relation, r.UserName?.Text, r.Basis, r.BasisNumber, r.SignedOn, r.LapsesAt, r.TermUntil, r.CarePaidUntil, r.UseFen, r.CareFenPerYear, r.Certificate, r.DisputedSince,
        [.. r.Terms.Select(t => new Term(t.Seq, t.From, t.Until, t.Fen))]);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetPosition, Request, Reply>("/cemeteries/positions/{position:guid}");
}
