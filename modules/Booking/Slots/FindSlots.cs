using Anmin.Booking.Places;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Booking.Slots;

/// <summary>查时段: the open slots of one day, each with what is left, and the days that can be chosen.</summary>
internal sealed class FindSlots(AnminDb db, IInstitutionDirectory institutions, Reference reference, TimeProvider clock) : IQuestion<FindSlots.Request, FindSlots.Reply>
{
    /// <param name="Date">yyyy-MM-dd; the first day that has something left where empty.</param>
    public sealed record Request(string? Institution = null, string? Kind = null, string? Date = null);

    public sealed record Row(Guid Id, string Institution, string InstitutionName, string Kind, string Name, DateTimeOffset From, DateTimeOffset Until, int Capacity, int Remaining, bool CountsPeople, int MostPeople, bool Open);

    public sealed record Day(DateOnly Date, int Remaining);

    /// <summary>What can be booked at all: an institution and one of its kinds.</summary>
    public sealed record Offer(string Institution, string InstitutionName, string Kind, string Name);

    public sealed record Reply(IReadOnlyList<Offer> Offers, IReadOnlyList<Day> Days, DateOnly? Date, IReadOnlyList<Row> Slots);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var coming = db.AcrossScopes<Slot>("公众查看预约时段").AsNoTracking().Where(s => s.From > now);
        var offers = (await coming.Select(s => new { s.Institution, s.Kind, s.Name }).Distinct().ToListAsync(ct))
            .Select(o => new Offer(o.Institution!, NameOf(o.Institution!), o.Kind, o.Name)).OrderBy(o => o.InstitutionName, StringComparer.Ordinal).ThenBy(o => o.Kind, StringComparer.Ordinal).ToList();
        var chosen = offers.Find(o => (request.Institution is null || o.Institution == request.Institution) && (request.Kind is null || o.Kind == request.Kind));
        if (chosen is null) return new Reply(offers, [], null, []);
        var mine = coming.Where(s => s.Institution == chosen.Institution && s.Kind == chosen.Kind);
        var days = (await mine.GroupBy(s => s.Date).Select(g => new { g.Key, Left = g.Sum(s => s.ClosedAt == null ? s.Remaining : 0) }).ToListAsync(ct)).Select(d => new Day(d.Key, d.Left)).OrderBy(d => d.Date).ToList();
        var date = DateReading.Read(request.Date, LocalClock.DateOf(now, reference.Now.Zone)).Try(out var asked, out _) && days.Exists(d => d.Date == asked) ? asked : days.Find(d => d.Remaining > 0)?.Date ?? days[0].Date;
        var rows = await mine.Where(s => s.Date == date).OrderBy(s => s.From).Select(s => new Row(s.Id, chosen.Institution, chosen.InstitutionName, s.Kind, s.Name, s.From, s.Until, s.Capacity, s.Remaining, s.CountsPeople, s.MostPeople, s.ClosedAt == null)).ToListAsync(ct);
        return new Reply(offers, days, date, rows);
    }

    private string NameOf(string institution) => institutions.Find(institution)?.Name ?? institution;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindSlots, Request, Reply>("/public/slots");
}
