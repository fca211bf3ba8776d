using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.Showing;

/// <summary>One group with everybody in it: the page of the staff, and the boarding list.</summary>
internal sealed class GetGroup(GroupDesk groups) : IQuestion<GetGroup.Request, GetGroup.Reply>
{
    public sealed record Request(string Number);

    public sealed record Seat(Guid Id, string Name, string? Ashes, string? Certificate, string Contact, string Phone, string Relation, IReadOnlyList<string> Companions, DateTimeOffset SignedAt, SeatState State, string? EndedFor, string? Proof);

    public sealed record Reply(
        Guid Id, string Number, GroupKind Kind, GroupState State, bool SignUpOver, string Institution, string Home, string HomePhone, string Place, DateTimeOffset DepartsAt, DateOnly SignUpUntil, string Craft, string Meet, int Signed, int MostPersons, int Relatives, int MostRelatives,
        string? Remark, string? Reason, DateTimeOffset? HeldAt, string? RecordedBy, string? Witness, string? Course, bool DayCome, GroupSubsidy? Subsidy, int MostCompanions, IReadOnlyList<Seat> Seats);

    public Permission Permission => CemeteryPermissions.ReadBurials;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var desk = groups.Desk;
        if (await desk.Db.EcoBurialGroups.AsNoTracking().FirstOrDefaultAsync(g => g.Number == request.Number, ct) is not { } g) return GroupProblems.NoGroup;
        desk.Context.About(g.Id);
        var seats = await desk.Db.GroupSeats.AsNoTracking().Include(s => s.Names.OrderBy(n => n.Ordinal)).Where(s => s.GroupId == g.Id).OrderBy(s => s.SignedAt).ThenBy(s => s.Id).ToListAsync(ct);
        var ids = seats.Select(s => s.IntermentId).OfType<Guid>().ToList();
        var proofs = await desk.Db.Set<Burials.Interment>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Proof, ct);
        var home = desk.Institution(g.Institution);
        var day = groups.DayOf(g.DepartsAt);
        return new Reply(g.Id, g.Number, g.Kind, g.State, g.SignUpUntil < desk.Today, g.Institution ?? "", home?.Name ?? "", home?.Phone ?? "", await groups.PlaceNameAsync(g, ct), g.DepartsAt, g.SignUpUntil, g.Craft, g.Meet, g.Signed, g.MostPersons, g.Relatives, g.MostRelatives,
            g.Remark, g.Reason, g.HeldAt, g.RecordedBy is { } by ? desk.StaffName(by) : null, g.Witness is { } witness ? desk.StaffName(witness) : null, g.Course, day <= desk.Today, desk.Subsidy(g.Kind, g.Division, day), desk.MostCompanions(g.Kind, g.Division).Try(out var most, out _) ? most : 0,
            [.. seats.Select(s => new Seat(s.Id, s.PersonName.Text, s.Ashes, s.CremationCertificate, s.ContactName.Text, s.ContactPhone?.Masked ?? "—", s.Relation, [.. s.Names.Select(n => n.Name.Text)], s.SignedAt, s.State, s.EndedFor, s.IntermentId is { } laid ? proofs.GetValueOrDefault(laid) : null))]);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetGroup, Request, Reply>("/cemetery/groups/{number}");
}
