using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Search;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ceremonies;

/// <summary>今天的厅: ceremonies of a day by hall, nights of vigil included, with what is known and how far each has got.</summary>
internal sealed class FindCeremonies(CaseFile file, IBookings bookings, IInstitutionDirectory institutions, Reading reading) : IQuestion<FindCeremonies.Request, FindCeremonies.Reply>
{
    /// <param name="Day">City day; today when empty.</param>
    /// <param name="Institution">A home or a 集中守灵 centre; one's own when empty.</param>
    public sealed record Request(string? Day = null, string? Institution = null);

    /// <param name="BodyHere">The body is in this hall.</param>
    public sealed record Line(
        Guid Booking, Guid CaseId, string Person, string CaseNumber, string Purpose, string PurposeLabel, DateTimeOffset From, DateTimeOffset Until, CeremonyState State, string Word, bool Held,
        int? People, bool ShowName, bool WithBody, string Note, bool BodyHere, string Body, string? Tag, int Night, int Nights);

    public sealed record Hall(string Id, string Name, bool Vigil, int Seats, IReadOnlyList<Line> Lines, DateTimeOffset? ClosedUntil);

    public sealed record Reply(string Institution, string Home, DateOnly Day, IReadOnlyList<Hall> Halls, IReadOnlyList<InstitutionCard> Others, DateTimeOffset Now);

    public Permission Permission => FuneralPermissions.ReadSchedule;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var day = reading.Day(request.Day, nameof(request.Day), "日期", required: false) ?? file.Today;
        if (reading.Problem is { } bad) return bad;
        var own = string.IsNullOrEmpty(request.Institution) ? file.By.Institution : request.Institution;
        if (own is null || institutions.Find(own) is not { } home || !(file.Reaches(own) || home.Kind == "vigil-centre")) return KernelProblems.NotFound;
        var (start, end) = (LocalClock.StartOf(day, file.Zone), LocalClock.EndOf(day, file.Zone));
        var booked = await bookings.FindAsync(own, start, end, ["hall", "vigil"], ct);
        var lines = await LinesAsync([.. booked.Where(b => b.Purpose != "maintenance" && b.From < end && b.Until > start)], day, ct);
        var halls = await file.Db.Resources.AsNoTracking().Where(r => r.Institution == own && r.Kind == ResourceKind.Hall).OrderBy(r => r.Variant == "vigil").ThenBy(r => r.Id).ToListAsync(ct);
        var closed = booked.Where(b => b.Purpose == "maintenance" && b.From <= file.Now && b.Until > file.Now).GroupBy(b => b.Resource).ToDictionary(g => g.Key, g => g.Max(b => b.Until));
        var others = institutions.OfKind("vigil-centre", file.City).Where(v => v.Id != own).ToList();
        return new Reply(own, home.Name, day, [.. halls.Select(h => new Hall(h.Id, h.Name, h.Variant == "vigil", h.Size, [.. lines.Where(l => l.Hall == h.Id).Select(l => l.Line)], closed.TryGetValue(h.Id, out var until) ? until : null))], others, file.Now);
    }

    private async Task<List<(string Hall, Line Line)>> LinesAsync(List<Booked> booked, DateOnly day, CancellationToken ct)
    {
        var subjects = booked.Select(b => b.Subject).Distinct().ToList();
        var ids = booked.ConvertAll(b => b.Id);
        var cases = await file.Db.DeathCases.AsNoTracking().Where(c => subjects.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Unidentified, c.Number, c.Remains!.Place, c.Remains.PlaceId, c.Remains.Tag }).ToDictionaryAsync(c => c.Id, ct);
        var known = await file.Db.Ceremonies.AsNoTracking().Where(c => ids.Contains(c.Booking)).ToDictionaryAsync(c => c.Booking, ct);
        // a case out of reach: the hall is taken, and that is all one may know
        return [.. booked.Where(b => cases.ContainsKey(b.Subject)).Select(b =>
        {
            var (of, now) = (cases[b.Subject], known.GetValueOrDefault(b.Id));
            var state = now?.State ?? (b.State == BookingState.Released ? CeremonyState.Ended : CeremonyState.SettingUp);
            var first = LocalClock.DateOf(b.From, file.Zone);
            var nights = LocalClock.DateOf(b.Until.AddSeconds(-1), file.Zone).DayNumber - first.DayNumber;
            return (b.Resource, new Line(b.Id, of.Id, FindCases.NameOf(of.Name, of.Unidentified), of.Number, b.Purpose, CeremonyWords.Purpose(b.Purpose), b.From, b.Until, state, CeremonyWords.Of(state), b.State == BookingState.Held,
                now?.People, now?.ShowName ?? false, now?.WithBody ?? true, now?.Note ?? b.Note ?? "", of.Place == BodyPlace.InHall && of.PlaceId == b.Resource, CaseLabels.Of(of.Place), of.Tag, Math.Min(nights, day.DayNumber - first.DayNumber + 1), nights));
        })];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindCeremonies, Request, Reply>("/ceremonies");
}

/// <summary>厅门牌: what the screen at one door shows. No name unless the family agreed.</summary>
internal sealed class GetHallBoard(FindCeremonies find) : IQuestion<GetHallBoard.Request, GetHallBoard.Reply>
{
    public sealed record Request(string Institution, string Hall);

    /// <param name="Name">Null where it is not to be shown.</param>
    public sealed record Show(string? Name, string PurposeLabel, DateTimeOffset From, DateTimeOffset Until, CeremonyState State, string Word);

    public sealed record Reply(string Home, string Hall, Show? Now, IReadOnlyList<Show> Later, bool Any, DateTimeOffset At);

    public Permission Permission => FuneralPermissions.ReadSchedule;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await find.HandleAsync(new(null, request.Institution), ct)).Try(out var day, out var problem)) return problem;
        if (day.Halls.FirstOrDefault(h => h.Id == request.Hall) is not { } hall) return CeremonyProblems.HallUnknown;
        var coming = hall.Lines.Where(l => l.State != CeremonyState.Ended && l.Until > day.Now).OrderBy(l => l.State == CeremonyState.Running ? 0 : 1).ThenBy(l => l.From).ToList();
        var shows = coming.ConvertAll(l => new Show(l.ShowName ? l.Person : null, l.PurposeLabel, l.From, l.Until, l.State, l.Word));
        return new Reply(day.Home, hall.Name, shows.FirstOrDefault(), [.. shows.Skip(1).Take(4)], hall.Lines.Count > 0, day.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetHallBoard, Request, Reply>("/ceremonies/board");
}
