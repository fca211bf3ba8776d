using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Funeral.Stays;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.ColdStore;

internal enum BoxState { Free, Occupied, Overdue, OutOfOrder, Cleaning }

/// <summary>冷藏柜图: every box of a home by zone, who is in it since when, what is out of order, what is overdue.</summary>
internal sealed class FindBoxes(CaseFile file, StayClocks clocks, IBookings bookings) : IQuestion<FindBoxes.Request, FindBoxes.Reply>
{
    /// <param name="Institution">Empty for one's own.</param>
    /// <param name="State">A state by name; empty for all.</param>
    /// <param name="Q">Part of a name, case number, tag or box.</param>
    public sealed record Request(string? Institution = null, string? Zone = null, string? State = null, string? Q = null);

    /// <param name="Name">Family name and 某某 for those who may not read cases.</param>
    /// <param name="Until">Of maintenance or cleaning.</param>
    public sealed record Box(
        string Id, string Name, string Zone, int Number, BoxState State, string Word, Guid? CaseId, string? Person, string? CaseNumber, DateTimeOffset? Since, int Days, DateTimeOffset? Due, bool Infectious, bool OnHold, DateTimeOffset? Until, Guid? Closure);

    public sealed record Reply(string Institution, string Home, IReadOnlyList<Box> Boxes, IReadOnlyDictionary<BoxState, int> Counts, IReadOnlyList<string> Zones, int Matching, DateTimeOffset Now);

    private sealed record Body(Guid CaseId, string Box, DateTimeOffset Since, string Number, PersonName? Name, bool Unidentified, bool Infectious, string Division, DateTimeOffset ReportedAt, DateTimeOffset? ExtendedUntil, DateTimeOffset? Arrived, string? Tag, bool OnHold, bool Signed);

    public Permission Permission => FuneralPermissions.ReadColdStore;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var home = string.IsNullOrEmpty(request.Institution) ? file.By.Institution : request.Institution;
        if (home is null || !file.Reaches(home) || file.Institution(home) is not { } card) return KernelProblems.NotFound;
        if (!string.IsNullOrEmpty(request.State) && (!Enum.TryParse<BoxState>(request.State, true, out var wanted) || !Enum.IsDefined(wanted))) return FuneralProblems.FilterUnknown with { Field = nameof(request.State) };
        var boxes = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == home && r.Kind == ResourceKind.ColdBox).OrderBy(r => r.Variant).ThenBy(r => r.Size).ToListAsync(ct);
        var bodies = (await BodiesAsync(home, ct)).ToDictionary(b => b.Box);
        var closed = await ClosedAsync(bookings, home, file.Now, ct);
        var left = await LeftAsync([.. boxes.Where(b => b.Turnaround > 0).Select(b => b.Id)], ct);
        var all = boxes.ConvertAll(b => Tile(b, bodies.GetValueOrDefault(b.Id), closed.GetValueOrDefault(b.Id), left.GetValueOrDefault(b.Id)));
        var shown = all.Where(b => (string.IsNullOrEmpty(request.Zone) || b.Zone == request.Zone) && (string.IsNullOrEmpty(request.State) || b.State.ToString().Equals(request.State, StringComparison.OrdinalIgnoreCase)) && Matches(b, bodies.GetValueOrDefault(b.Id), request.Q)).ToList();
        return new Reply(home, card.Name, shown, Enum.GetValues<BoxState>().ToDictionary(s => s, s => all.Count(b => b.State == s)), [.. boxes.Select(b => b.Variant).Distinct()], shown.Count, file.Now);
    }

    private Task<List<Body>> BodiesAsync(string home, CancellationToken ct) => (
        from r in file.Db.Remains.AsNoTracking()
        join c in file.Db.DeathCases.AsNoTracking() on r.CaseId equals c.Id
        where r.Place == BodyPlace.ColdStored && c.Institution == home && c.VoidedAt == null
        select new Body(c.Id, r.PlaceId, r.Since, c.Number, c.Name, c.Unidentified, c.Infectious, c.Division, c.ReportedAt, c.ExtendedUntil,
            file.Db.Set<Custody.CustodyMove>().Where(m => m.CaseId == c.Id && m.Item == Custody.CustodyMove.Body && m.FromPlace == nameof(BodyPlace.InVehicle)).Min(m => (DateTimeOffset?)m.At), r.Tag, c.Holds.Any(h => h.LiftedAt == null), c.Contract != null)).ToListAsync(ct);

    /// <summary>Boxes that are out of order now, with the end and the booking that says so.</summary>
    public static async Task<Dictionary<string, Booked>> ClosedAsync(IBookings bookings, string home, DateTimeOffset now, CancellationToken ct)
        => (await bookings.FindAsync(home, now, now.AddMinutes(1), ["cold-box"], ct)).Where(b => b.Purpose == "maintenance" && b.State != BookingState.Released && b.From <= now && b.Until > now).GroupBy(b => b.Resource).ToDictionary(g => g.Key, g => g.First());

    private async Task<Dictionary<string, DateTimeOffset>> LeftAsync(List<string> boxes, CancellationToken ct)
    {
        if (boxes.Count == 0) return [];
        var from = file.Now.AddHours(-12);
        return await file.Db.CustodyMoves.AsNoTracking().Where(m => m.At >= from && m.FromPlace == nameof(BodyPlace.ColdStored) && boxes.Contains(m.FromId)).GroupBy(m => m.FromId).Select(g => new { g.Key, At = g.Max(m => m.At) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
    }

    private Box Tile(Resource box, Body? body, Booked? closed, DateTimeOffset left)
    {
        if (body is null)
        {
            if (closed is not null) return Empty(box, BoxState.OutOfOrder, "停用", closed.Until, closed.Id);
            var clean = left.AddMinutes(box.Turnaround);
            return left != default && clean > file.Now ? Empty(box, BoxState.Cleaning, "清洁", clean, null) : Empty(box, BoxState.Free, "空", null, null);
        }
        var due = clocks.DueOrNone(body.Division, body.Infectious, body.Unidentified, body.ReportedAt, body.Arrived ?? body.Since, body.ExtendedUntil);
        var late = due <= file.Now;
        var days = Math.Max(1, ChineseTime.DaysBetween(body.Arrived ?? body.Since, file.Now, file.Zone) + 1);
        return new(box.Id, box.Name, box.Variant, box.Size, late ? BoxState.Overdue : BoxState.Occupied, late ? "逾期" : "使用", body.CaseId, Shown(body), body.Number, body.Arrived ?? body.Since, days, due, body.Infectious, body.OnHold, null, null);
    }

    private static Box Empty(Resource box, BoxState state, string word, DateTimeOffset? until, Guid? closure) => new(box.Id, box.Name, box.Variant, box.Size, state, word, null, null, null, null, 0, null, false, false, until, closure);

    private string Shown(Body body)
    {
        var name = FindCases.NameOf(body.Name, body.Unidentified);
        return file.By.May(FuneralPermissions.ReadCases) || body.Name is null ? name : name[..1] + "某某";
    }

    private static bool Matches(Box box, Body? body, string? q)
    {
        if (string.IsNullOrWhiteSpace(q)) return true;
        var text = q.Trim();
        bool Has(string? where) => where?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;
        return Has(box.Name) || Has(box.Id) || Has(box.Person) || Has(box.CaseNumber) || Has(body?.Tag);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindBoxes, Request, Reply>("/cold-store/boxes");
}
