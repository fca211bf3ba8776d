using System.Globalization;
using Anmin.Cemetery.Groups;
using Anmin.Cemetery.Groups.Journeys;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Groups.SignUps;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Tests.Yards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Tests.Groups;

/// <summary>Journeys for tests: opened by the sales desk, sailed by the grounds staff.</summary>
internal static class Voyage
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);
    private static int phones = 1000;

    public static string Phone() => "1371234" + Interlocked.Increment(ref phones).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Local time so many hours from now, as people type it.</summary>
    public static string At(this TestApp app, double hours) => app.Clock.GetUtcNow().AddHours(hours).ToOffset(Local).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(this TestApp app, double hours) => app.At(hours)[..10];

    public static async Task<Outcome<OpenGroup.Reply>> TryGroupAsync(this TestApp app, int persons = 10, int relatives = 40, double hours = 2, SectionKind kind = SectionKind.Sea, string as_ = "公墓销售", string? key = null, Position? place = null)
    {
        place ??= (await app.PositionsAsync(kind: kind, capacity: 1000))[0];
        return await app.As(as_).RunAsync(s => s.GetRequiredService<OpenGroup>(), new OpenGroup.Request(place.Code, app.At(hours), app.Day(hours), "安民号", "一号码头", persons, relatives, null), key);
    }

    public static async Task<OpenGroup.Reply> GroupAsync(this TestApp app, int persons = 10, int relatives = 40, double hours = 2, SectionKind kind = SectionKind.Sea, Position? place = null)
        => Yard.Must(await app.TryGroupAsync(persons, relatives, hours, kind, place: place));

    public static Task<Outcome<SignUpForGroup.Reply>> OnlineAsync(this TestApp app, string group, string number, string name = "周桂兰", string? phone = null, string companions = "周建国、周建业", string? key = null)
        => app.As(Actor.Public).RunAsync(s => s.GetRequiredService<SignUpOnline>(), new SignUpOnline.Request(group, number, name, "周建国", phone ?? Phone(), "子女", companions), key);

    public static Task<Outcome<SignUpForGroup.Reply>> AtDeskAsync(this TestApp app, Guid group, string number, string name = "周桂兰", string as_ = "公墓销售", string companions = "", string? phone = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<SignUpForGroup>(), new SignUpForGroup.Request(group, number, name, "周建国", phone ?? Phone(), "子女", companions));

    public static Task<Outcome<RecordJourney.Reply>> RecordAsync(this TestApp app, Guid group, IReadOnlyList<Guid> laid, string as_ = "公墓园务", string? witness = null, string? key = null)
        => app.As(as_).RunAsync(s => s.GetRequiredService<RecordJourney>(), new RecordJourney.Request(group, laid, witness ?? app.IdOf("公墓园务乙"), "北纬34度50分"), key);

    public static Task<EcoBurialGroup> StoredGroupAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.EcoBurialGroups.IgnoreQueryFilters().AsNoTracking().FirstAsync(g => g.Id == id));

    public static Task<GroupSeat> SeatAsync(this TestApp app, Guid id) => app.ReadAsync(db => db.GroupSeats.IgnoreQueryFilters().AsNoTracking().FirstAsync(s => s.Id == id));
}

/// <summary>Puts a sign-up in as it is, so that the database alone has to refuse it.</summary>
internal sealed class ForceSeat(CemeteryDesk desk) : IUseCase<ForceSeat.Request, ForceSeat.Reply>
{
    public sealed record Request(Guid Group, string Name, string? Ashes, string? Certificate, int Companions);

    public sealed record Reply(Guid Seat);

    public Permission Permission => CemeteryPermissions.ArrangeBurial;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var group = await desk.Db.EcoBurialGroups.FirstAsync(g => g.Id == request.Group, ct);
        var name = PersonName.Parse(request.Name).Value!;
        var seat = GroupSeat.Take(group, new(name, null, null, request.Ashes, 0, request.Certificate), new(name, PhoneNumber.Parse(Voyage.Phone()).Value!, "子女", [.. Enumerable.Repeat(name, request.Companions)]), desk.By, desk.Now);
        desk.Db.Add(seat);
        return new Reply(seat.Id);
    }
}
