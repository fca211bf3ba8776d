using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Fleet;

/// <summary>车辆和人员登记册 of the homes within reach: papers and their ends, disinfection, driving licences; what is over or ends within 30 days stands out.</summary>
internal sealed class FindVehicles(CaseFile file, IInstitutionDirectory institutions, IStaffDirectory staff) : IQuestion<FindVehicles.Request, FindVehicles.Reply>
{
    public const int SoonDays = 30;

    /// <param name="Home">Only this home; empty for all within reach.</param>
    public sealed record Request(string? Home = null);

    public sealed record Reply(DateOnly Today, IReadOnlyList<Vehicle> Vehicles, IReadOnlyList<Person> Crew);

    /// <param name="Level">ok, soon or bad, by the first paper to end.</param>
    public sealed record Vehicle(string Id, string Plate, string Kind, string Home, string HomeName, bool Infectious, string Licence, DateOnly? LicenceUntil, DateOnly? InspectedUntil, DateOnly? InsuredUntil, string NeededClass, DateTimeOffset? LastTripAt, DateTimeOffset? LastDisinfectedAt, string Level, string Word);

    public sealed record Person(string Id, string Name, string Home, string HomeName, string? Class, DateOnly? Until, string Level, string Word);

    public Permission Permission => FuneralPermissions.ReadVehicles;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var homes = institutions.OfKind("funeral-home", file.City).Where(h => file.Reaches(h.Id) && (string.IsNullOrEmpty(request.Home) || h.Id == request.Home)).ToList();
        var ids = homes.ConvertAll(h => h.Id);
        var records = await file.Db.VehicleRecords.AsNoTracking().Where(r => ids.Contains(r.Institution)).ToDictionaryAsync(r => r.Id, ct);
        var vehicles = await file.Db.Resources.AsNoTracking().Where(r => ids.Contains(r.Institution) && r.Kind == ResourceKind.Vehicle).OrderBy(r => r.Id).ToListAsync(ct);
        var people = homes.SelectMany(h => staff.OfInstitution(h.Id).Where(s => staff.ActorOf(s.Id)?.May(FuneralPermissions.RecordTrip) is true).Select(s => (Home: h, Card: s))).ToList();
        var staffIds = people.ConvertAll(p => p.Card.Id);
        var licences = await file.Db.CrewLicences.AsNoTracking().Where(l => staffIds.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        return new Reply(file.Today,
            [.. vehicles.Select(v => Of(v, records.GetValueOrDefault(v.Id), homes.Find(h => h.Id == v.Institution)!.Name))],
            [.. people.Select(p => Of(p.Card, p.Home, licences.GetValueOrDefault(p.Card.Id)))]);
    }

    private Vehicle Of(Resource v, VehicleRecord? r, string home)
    {
        var first = r is null ? (DateOnly?)null : new[] { r.LicenceUntil, r.InspectedUntil, r.InsuredUntil }.Min();
        var unfit = r is null ? "没有档案" : r.Unfit(file.Today)?.TrimStart('的');
        var (level, word) = unfit is not null ? ("bad", unfit) : Soon(first) is { } soon ? ("soon", soon) : r!.OwesDisinfection ? ("soon", "上一趟还没登记消毒") : ("ok", "可以派");
        return new(v.Id, v.Name, KindOf(v.Variant), v.Institution, home, v.Suits.Contains("infectious", StringComparison.Ordinal), r?.LicenceNumber ?? "", r?.LicenceUntil, r?.InspectedUntil, r?.InsuredUntil, r?.LicenceClass ?? "", r?.LastTripAt, r?.LastDisinfectedAt, level, word);
    }

    private Person Of(StaffCard card, InstitutionCard home, CrewLicence? licence)
    {
        var (level, word) = licence is null ? ("wait", "没有驾驶证，只能随车") : licence.Until < file.Today ? ("bad", "没有有效驾驶证") : Soon(licence.Until) is { } soon ? ("soon", soon) : ("ok", "有效");
        return new(card.Id, card.Name, home.Id, home.Name, licence?.Class, licence?.Until, level, word);
    }

    private string? Soon(DateOnly? until) => until is { } day && day.DayNumber - file.Today.DayNumber is var left and <= SoonDays ? $"还有{left.ToString(CultureInfo.InvariantCulture)}天到期" : null;

    public static string KindOf(string variant) => variant switch { "cold" => "冷藏接运车", "family" => "送家属车", _ => "接运车" };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindVehicles, Request, Reply>("/vehicles");
}

/// <summary>One vehicle's file: papers, disinfections, last trips.</summary>
internal sealed class GetVehicle(CaseFile file, VehicleDesk vehicles, FindVehicles all) : IQuestion<GetVehicle.Request, GetVehicle.Reply>
{
    public sealed record Request(string Id);

    public sealed record Reply(FindVehicles.Vehicle Vehicle, DateTimeOffset? OutSince, string? OutReason, IReadOnlyList<Line> Disinfections, IReadOnlyList<Trip> Trips);

    public sealed record Line(DateTimeOffset At, string Method, string Agent, string By);

    public sealed record Trip(Guid OrderId, string Number, DateTimeOffset At, PickupStatus Status, string? Driver);

    public Permission Permission => FuneralPermissions.ReadVehicles;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await vehicles.OpenAsync(request.Id, ct)).Try(out var record, out var problem)) return problem;
        if (!(await all.HandleAsync(new(record.Institution), ct)).Try(out var found, out problem)) return problem;
        if (found.Vehicles.FirstOrDefault(v => v.Id == request.Id) is not { } vehicle) return KernelProblems.NotFound;
        var lines = await file.Db.Disinfections.AsNoTracking().Where(d => d.Vehicle == request.Id).OrderByDescending(d => d.At).Take(30).Select(d => new Line(d.At, d.Method, d.Agent, d.By)).ToListAsync(ct);
        var cases = file.Db.DeathCases;
        var trips = await file.Db.Pickups.AsNoTracking().Where(p => p.Vehicle == request.Id && cases.Any(c => c.Id == p.CaseId)).OrderByDescending(p => p.ChangedAt).Take(30).Select(p => new Trip(p.Id, p.Number, p.DispatchedAt ?? p.PickedUpAt ?? p.RequestedAt, p.Status, p.Driver)).ToListAsync(ct);
        return new Reply(vehicle, record.OutOfServiceSince, record.OutOfServiceReason, lines, trips);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetVehicle, Request, Reply>("/vehicles/one");
}

/// <summary>The register as CSV, for a spreadsheet.</summary>
internal static class VehicleCsv
{
    public static string Of(FindVehicles.Reply reply)
    {
        var lines = new List<string> { "车牌,殡仪馆,类型,可接传染病遗体,营运证,营运证到期,年检到期,保险到期,准驾车型,最近出车,最近消毒,状态" };
        lines.AddRange(reply.Vehicles.Select(v => string.Join(',', new[] { v.Plate, v.HomeName, v.Kind, v.Infectious ? "是" : "否", v.Licence, Day(v.LicenceUntil), Day(v.InspectedUntil), Day(v.InsuredUntil), v.NeededClass, Moment(v.LastTripAt), Moment(v.LastDisinfectedAt), v.Word }.Select(c => CsvCell.Of(c)))));
        lines.Add("");
        lines.Add("姓名,殡仪馆,驾驶证准驾车型,到期,状态");
        lines.AddRange(reply.Crew.Select(p => string.Join(',', new[] { p.Name, p.HomeName, p.Class ?? "", Day(p.Until), p.Word }.Select(c => CsvCell.Of(c)))));
        return string.Join("\r\n", lines) + "\r\n";
    }

    private static string Day(DateOnly? day) => day is { } d ? DispatchProblems.Day(d) : "";

    private static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";
}
