using System.Globalization;
using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Holds;

/// <summary>
/// 留位, for the counter and for the public page. One position is had by one family: whoever comes second waits for the row and then reads
/// who was first; the unique index stands behind (invariant I5).
/// </summary>
internal sealed class Holding(CemeteryDesk desk)
{
    /// <summary>Within the actor's scope: what a clerk does.</summary>
    public Task<Outcome<PlotRight>> HoldAsync(Guid position, RightKind kind, PersonName? name, PhoneNumber? phone, CancellationToken ct)
        => TakeAsync(desk.Db.Positions, desk.Db.PlotRights, position, kind, name, phone, ct);

    /// <summary>Of any ground: what a family does on the public page, where nobody has a scope.</summary>
    public Task<Outcome<PlotRight>> HoldOpenlyAsync(Guid position, RightKind kind, PersonName? name, PhoneNumber? phone, CancellationToken ct)
        => TakeAsync(desk.Db.AcrossScopes<Position>("公众网上留位"), desk.Db.AcrossScopes<PlotRight>("公众网上留位"), position, kind, name, phone, ct);

    /// <summary>What a right to a position of this section is.</summary>
    public static RightKind KindOf(Section section) => section switch
    {
        { Kind: SectionKind.Niches } => RightKind.Niche,
        { IsEco: true } => RightKind.Eco,
        _ => RightKind.Grave,
    };

    /// <summary>After a right lapsed or was cancelled: the position can be had again.</summary>
    public async Task FreeAsync(PlotRight right, CancellationToken ct)
    {
        var position = await desk.Db.AcrossScopes<Position>("墓位随合同放开").FirstAsync(p => p.Id == right.PositionId, ct);
        position.Follow(null, await RestingAsync(position.Id, ct));
    }

    public Task<int> RestingAsync(Guid position, CancellationToken ct) => desk.Db.AcrossScopes<Interment>("墓位随合同变化").CountAsync(i => i.PositionId == position && i.RemovedOn == null, ct);

    private async Task<Outcome<PlotRight>> TakeAsync(IQueryable<Position> positions, IQueryable<PlotRight> rights, Guid id, RightKind kind, PersonName? name, PhoneNumber? phone, CancellationToken ct)
    {
        // on PostgreSQL the second of two waits here, and then sees what the first did
        if (await positions.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version + 1), ct) == 0) return CemeteryProblems.NoPosition;
        var position = await positions.FirstAsync(p => p.Id == id, ct);
        if (desk.Context.KeepsTracked) await desk.Db.Entry(position).ReloadAsync(ct);
        var before = await rights.Where(r => r.PositionId == id && (r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active)).FirstOrDefaultAsync(ct);
        if (before is not null)
        {
            if (!before.Lapse(desk.Now)) return CemeteryProblems.Taken;
            position.Follow(null, await RestingAsync(id, ct));
        }
        if (!position.IsFree) return position.State is PositionState.Planned or PositionState.Blocked ? CemeteryProblems.NotFree : CemeteryProblems.Taken;
        if (phone is not null && await TooManyAsync(phone, position.Division, before?.Id, ct) is { } many) return many;
        if (!desk.Rules.Due("plot.hold", position.Division, desk.Now).Try(out var until, out var problem)) return problem;
        var right = PlotRight.Hold(position, kind, name, phone, until, desk.By, desk.Now);
        desk.Db.Add(right);
        position.Follow(right.State, 0);
        return right;
    }

    private async Task<Problem?> TooManyAsync(PhoneNumber phone, string division, Guid? lapsed, CancellationToken ct)
    {
        if (!desk.Rules.Find("plot.hold.most", division, desk.Today).Try(out var rule, out var problem)) return problem;
        if (!int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return RightProblems.RuleNotNumber;
        var (index, now) = (desk.Db.BlindIndex(phone.Normal), desk.Now);
        var held = await desk.Db.AcrossScopes<PlotRight>("同一电话的留位数").CountAsync(r => EF.Property<byte[]>(r, "HolderPhoneIndex") == index && r.State == RightState.Held && r.LapsesAt > now && r.Id != lapsed, ct);
        return held >= most ? RightProblems.TooManyHolds : null;
    }
}
