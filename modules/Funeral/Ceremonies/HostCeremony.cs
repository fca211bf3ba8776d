using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ceremonies;

/// <summary>The booking of a hall with its case, and the ceremony under it, begun when there is none yet.</summary>
internal sealed class CeremonyDesk(CaseFile file, IBookings bookings)
{
    public async Task<Outcome<(DeathCase Case, Ceremony Ceremony, Booked Booked)>> OpenAsync(Guid caseId, Guid booking, CancellationToken ct)
    {
        if (!(await file.OpenAsync(caseId, ct)).Try(out var opened, out var problem)) return problem;
        if ((await bookings.OfSubjectAsync(caseId, ct)).FirstOrDefault(b => b.Id == booking && b.Kind is "hall" or "vigil" && b.State is not (BookingState.Cancelled or BookingState.Lapsed)) is not { } booked || booked.Id != booking) return CeremonyProblems.NotCeremony;
        var found = await file.Db.Ceremonies.SingleOrDefaultAsync(c => c.Booking == booking, ct);
        if (found is null)
        {
            var hall = await file.Db.Resources.AsNoTracking().FirstAsync(r => r.Id == booked.Resource, ct);
            found = new Ceremony { Booking = booking, CaseId = caseId, Institution = hall.Institution, Hall = hall.Id };
            file.Db.Add(found);
        }
        return (opened, found, booked);
    }
}

/// <summary>登记仪式情况: how many come, whether the name may be shown, whether the body will be there.</summary>
internal sealed class DescribeCeremony(Reading reading, CeremonyDesk desk) : IUseCase<DescribeCeremony.Request, Done>
{
    /// <param name="ShowName">The family agreed to the name at the door.</param>
    public sealed record Request(Guid CaseId, Guid Booking, string? People, bool ShowName, bool WithBody, string? Note);

    public Permission Permission => FuneralPermissions.HostCeremony;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var note = reading.Text(request.Note, nameof(request.Note), "备注", 200, required: false) ?? "";
        int? people = null;
        if (!string.IsNullOrWhiteSpace(request.People))
        {
            if (int.TryParse(request.People.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 5000) people = count;
            else reading.Refuse(CeremonyProblems.PeopleUnread);
        }
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.CaseId, request.Booking, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Ceremony.Describe(people, request.ShowName, request.WithBody, note).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("ceremony.described", new { request.Booking, people, request.ShowName, request.WithBody });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DescribeCeremony, Request, Done>("/ceremonies/describe");
}

/// <summary>厅已就绪.</summary>
internal sealed class ReadyHall(CaseFile file, CeremonyDesk desk) : IUseCase<ReadyHall.Request, Done>
{
    public sealed record Request(Guid CaseId, Guid Booking);

    public Permission Permission => FuneralPermissions.HostCeremony;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.CaseId, request.Booking, ct)).Try(out var at, out var problem)) return problem;
        if (!at.Ceremony.MakeReady(file.By.Id, file.Now).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("ceremony.ready", new { request.Booking, at.Ceremony.Hall });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReadyHall, Request, Done>("/ceremonies/ready");
}

/// <summary>开始仪式: with the body only when its tag was scanned into this hall; the booking is in use from now on.</summary>
internal sealed class StartCeremony(CaseFile file, CeremonyDesk desk, IBookings bookings) : IUseCase<StartCeremony.Request, Done>
{
    public sealed record Request(Guid CaseId, Guid Booking);

    public Permission Permission => FuneralPermissions.HostCeremony;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.CaseId, request.Booking, ct)).Try(out var at, out var problem)) return problem;
        var here = at.Case.Remains is { Place: BodyPlace.InHall } body && body.PlaceId == at.Ceremony.Hall;
        if (!at.Ceremony.Start(here, file.By.Id, file.Now).Try(out _, out problem)) return problem;
        if (!(await bookings.UseAsync(request.Booking, ct)).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("ceremony.started", new { request.Booking, at.Ceremony.Hall, at.Booked.Purpose });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<StartCeremony, Request, Done>("/ceremonies/start");
}

/// <summary>结束仪式: the body has left the hall; the hall is free after its turnaround.</summary>
internal sealed class EndCeremony(CaseFile file, CeremonyDesk desk, IBookings bookings) : IUseCase<EndCeremony.Request, Done>
{
    public sealed record Request(Guid CaseId, Guid Booking);

    public Permission Permission => FuneralPermissions.HostCeremony;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.CaseId, request.Booking, ct)).Try(out var at, out var problem)) return problem;
        if (at.Case.Remains is { Place: BodyPlace.InHall } body && body.PlaceId == at.Ceremony.Hall && at.Ceremony.State == CeremonyState.Running) return CeremonyProblems.BodyStillHere;
        if (!at.Ceremony.End(file.By.Id, file.Now).Try(out _, out problem)) return problem;
        if (!(await bookings.ReleaseAsync(request.Booking, ct)).Try(out _, out problem)) return problem;
        return at.Case.NoteWork("ceremony.ended", new { request.Booking, at.Ceremony.Hall }, evenWhenOver: true);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndCeremony, Request, Done>("/ceremonies/end");
}
