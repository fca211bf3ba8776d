using Anmin.Cemetery.Burials;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Groups.Journeys;

/// <summary>
/// 办完登记: whose ashes went into the sea or were scattered, recorded by one and seen by another. Interments, custody of every case and the group end in one commit;
/// who did not come is free to sign up again.
/// </summary>
internal sealed class RecordJourney(GroupDesk groups, Laying laying, Reading reading) : IUseCase<RecordJourney.Request, RecordJourney.Reply>
{
    /// <param name="Laid">Sign-ups that were done; all others did not come.</param>
    /// <param name="Course">Where it really was: 海域, 坐标.</param>
    public sealed record Request(Guid Group, IReadOnlyList<Guid>? Laid, string? Witness, string? Course);

    public sealed record Reply(IReadOnlyList<string> Proofs, int Absent);

    public Permission Permission => CemeteryPermissions.RecordBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var desk = groups.Desk;
        var course = reading.Text(request.Course, nameof(request.Course), "海域或者地点", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (request.Witness == desk.By.Id || desk.StaffName(request.Witness).Length == 0) return GroupProblems.WitnessNeeded;
        if (!(await groups.OpenAsync(request.Group, ct)).Try(out var group, out var problem)) return problem;
        var seats = await groups.LivingAsync(group.Id, ct);
        var laid = seats.FindAll(s => request.Laid?.Contains(s.Id) == true);
        if (!group.Hold(laid.Count, seats.Count - laid.Count, request.Witness!, course, groups.DayOf(group.DepartsAt), desk.Today, desk.By, desk.Now).Try(out _, out problem)) return problem;
        if (!(await groups.PlaceAsync(group, laid[0], ct)).Try(out var place, out problem)) return problem;
        List<string> proofs = [];
        foreach (var seat in seats)
        {
            if (!laid.Contains(seat))
            {
                if (!seat.Miss().Try(out _, out problem)) return problem;
                continue;
            }
            if (!(await laying.WhoAsync(seat.Ashes, seat.PersonName, seat.PersonId, seat.CremationCertificate, ct)).Try(out var who, out problem)) return problem;
            if (!(await laying.LayAsync(place, who, IntermentKind.Scattered, null, $"{GroupWords.Of(group.Kind)}批次 {group.Number}", request.Witness!, null, ct)).Try(out var interment, out problem)) return problem;
            if (!seat.Lay(interment.Id).Try(out _, out problem)) return problem;
            proofs.Add(interment.Proof!);
        }
        return new Reply(proofs, seats.Count - laid.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordJourney, Request, Reply>("/cemetery/groups/record");
}
