using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups;

/// <summary>What the use cases about groups share: finding one, its day, and the communal right of its place.</summary>
internal sealed class GroupDesk(CemeteryDesk desk, CommunalRights communal)
{
    public CemeteryDesk Desk => desk;

    public async Task<Outcome<EcoBurialGroup>> OpenAsync(Guid id, CancellationToken ct)
        => await desk.Db.EcoBurialGroups.FirstOrDefaultAsync(g => g.Id == id, ct) is { } group ? group : GroupProblems.NoGroup;

    public DateOnly DayOf(DateTimeOffset at) => LocalClock.DateOf(at, desk.Zone);

    public Task<List<GroupSeat>> LivingAsync(Guid group, CancellationToken ct)
        => desk.Db.GroupSeats.Where(s => s.GroupId == group && s.State == SeatState.SignedUp).OrderBy(s => s.SignedAt).ThenBy(s => s.Id).ToListAsync(ct);

    /// <summary>The place's own right: one for all who are laid to rest there, made with the first of them.</summary>
    public async Task<Outcome<OpenedRight>> PlaceAsync(EcoBurialGroup group, GroupSeat first, CancellationToken ct)
    {
        var position = await desk.Db.Positions.FirstAsync(p => p.Id == group.PositionId, ct);
        return (await communal.OfAsync(position, new(first.ContactName, "集体安葬", first.CremationCertificate ?? first.Ashes, first.CaseId), ct)).Try(out var right, out var problem) ? new OpenedRight(right, position) : problem;
    }

    /// <summary>海葬一区1排1号, of the actor's ground.</summary>
    public async Task<string> PlaceNameAsync(EcoBurialGroup group, CancellationToken ct)
    {
        const string why = "海葬、撒散批次的地点";
        var place = await desk.Db.AcrossScopes<Position>(why).AsNoTracking().Where(p => p.Id == group.PositionId)
            .Join(desk.Db.AcrossScopes<Section>(why), p => p.SectionId, s => s.Id, (p, s) => new { s.Name, s.Kind, p.Row, p.Layer, p.Number }).FirstOrDefaultAsync(ct);
        return place is null ? "" : PositionWords.Of(place.Name, place.Kind, place.Row, place.Layer, place.Number);
    }
}
