using System.Text;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Reports;

/// <summary>日报: what each home did on one local day, summed by county and city. Counted from the hand-over record, so a past day reads today as it did then.</summary>
internal sealed class GetDailyReport(DayCounts counts, CaseFile file, Reading reading) : IQuestion<GetDailyReport.Request, GetDailyReport.Reply>
{
    /// <param name="Day">Local; today when empty.</param>
    public sealed record Request(string? Day = null);

    public sealed record Reply(DateOnly Day, bool Today, IReadOnlyList<Line> Lines);

    /// <param name="Home">Null for the sum of a county or the city.</param>
    /// <param name="InStore">Bodies in the home at the end of the day, or now.</param>
    /// <param name="Overdue">Whose time for cremation was over by then and who was not cremated.</param>
    public sealed record Line(string? Home, string Name, string County, int Arrivals, int InStore, int Farewells, int Cremations, int AshesOut, int Overdue, int Trips, int Vehicles, int BodyParts);

    public Permission Permission => FuneralPermissions.ReadDailyReport;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var day = reading.Day(request.Day, nameof(request.Day), "日期", required: false) ?? file.Today;
        if (day > file.Today) reading.Refuse(new("funeral.report.day", "日期不能晚于今天。请重新选择。", ProblemKind.Invalid, nameof(request.Day)));
        if (reading.Problem is { } bad) return bad;
        return new Reply(day, day == file.Today, await counts.OfAsync(day, ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetDailyReport, Request, Reply>("/reports/daily");
}

/// <summary>Counts of one local day, home by home within what the permission reaches.</summary>
internal sealed class DayCounts(CaseFile file, IInstitutionDirectory institutions, DivisionBook divisions)
{
    private static readonly string[] InHome = [nameof(BodyPlace.Received), nameof(BodyPlace.ColdStored), nameof(BodyPlace.InPreparation), nameof(BodyPlace.InHall), nameof(BodyPlace.FurnaceQueue)];
    private static readonly string[] Left = [nameof(BodyPlace.InFurnace), nameof(BodyPlace.Released), nameof(BodyPlace.Buried)];
    private static readonly string[] Out = [nameof(AshesStatus.HandedOver), nameof(AshesStatus.Deposited), nameof(AshesStatus.Placed)];

    public async Task<IReadOnlyList<GetDailyReport.Line>> OfAsync(DateOnly day, CancellationToken ct)
    {
        var (from, until) = (LocalClock.StartOf(day, file.Zone), LocalClock.EndOf(day, file.Zone));
        var lines = new List<GetDailyReport.Line>();
        foreach (var county in institutions.OfKind("funeral-home", file.City).Where(h => file.Reaches(h.Id)).GroupBy(h => h.Division[..6]).OrderBy(g => g.Key))
        {
            var homes = new List<GetDailyReport.Line>();
            foreach (var home in county) homes.Add(await HomeAsync(home, divisions.Find(county.Key)?.Name ?? county.Key, from, until, ct));
            lines.AddRange(homes);
            if (homes.Count > 1) lines.Add(Sum(homes, homes[0].County + "小计", homes[0].County));
        }
        if (lines.Count(l => l.Home is not null) > 1) lines.Add(Sum(lines.FindAll(l => l.Home is not null), "合计", ""));
        return lines;
    }

    private async Task<GetDailyReport.Line> HomeAsync(InstitutionCard home, string county, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var db = file.Db;
        var cases = db.DeathCases.AsNoTracking().Where(c => c.Institution == home.Id);
        var moves = db.CustodyMoves.AsNoTracking().Where(m => cases.Any(c => c.Id == m.CaseId));
        var bodies = moves.Where(m => m.Item == CustodyMove.Body);
        var today = bodies.Where(m => m.At >= from && m.At < until);
        var trips = cases.SelectMany(c => c.Pickups).Where(p => p.PickedUpAt >= from && p.PickedUpAt < until);
        // in the home is who came and has not gone: each comes once and goes once
        var came = await bodies.CountAsync(m => m.At < until && InHome.Contains(m.ToPlace) && !InHome.Contains(m.FromPlace), ct);
        var gone = await bodies.CountAsync(m => m.At < until && InHome.Contains(m.FromPlace) && Left.Contains(m.ToPlace), ct);
        var voided = await cases.CountAsync(c => c.VoidedAt < until && InHomePlaces.Contains(c.Remains!.Place), ct);
        return new(home.Id, home.Name, county,
            await today.CountAsync(m => m.FromPlace == nameof(BodyPlace.InVehicle) && InHome.Contains(m.ToPlace), ct),
            came - gone - voided,
            await today.Where(m => m.ToPlace == nameof(BodyPlace.InHall)).Select(m => m.CaseId).Distinct().CountAsync(ct),
            await db.Cremations.CountAsync(c => c.Institution == home.Id && c.FinishedAt >= from && c.FinishedAt < until, ct),
            await moves.CountAsync(m => m.Item != CustodyMove.Body && m.At >= from && m.At < until && Out.Contains(m.ToPlace), ct),
            await cases.CountAsync(c => c.Contract!.Disposition == Disposition.Cremation && c.Contract.DueAt < until && c.Contract.SignedAt < until && (c.Cremation == null || c.Cremation.StartedAt >= until) && (c.IsOpen || c.ClosedAt >= until) && c.VoidedAt == null, ct),
            await trips.CountAsync(ct), await trips.Select(p => p.Vehicle).Distinct().CountAsync(ct),
            await db.BodyParts.CountAsync(p => p.Institution == home.Id && p.CrematedAt >= from && p.CrematedAt < until, ct));
    }

    private static readonly BodyPlace[] InHomePlaces = [BodyPlace.Received, BodyPlace.ColdStored, BodyPlace.InPreparation, BodyPlace.InHall, BodyPlace.FurnaceQueue];

    private static GetDailyReport.Line Sum(IReadOnlyCollection<GetDailyReport.Line> of, string name, string county)
        => new(null, name, county, of.Sum(l => l.Arrivals), of.Sum(l => l.InStore), of.Sum(l => l.Farewells), of.Sum(l => l.Cremations), of.Sum(l => l.AshesOut), of.Sum(l => l.Overdue), of.Sum(l => l.Trips), of.Sum(l => l.Vehicles), of.Sum(l => l.BodyParts));
}

/// <summary>导出日报 as CSV.</summary>
internal sealed class ExportDailyReport(DayCounts counts, CaseFile file, Reading reading) : IUseCase<ExportDailyReport.Request, ExportDailyReport.Reply>
{
    public static readonly IReadOnlyList<string> Heads = ["殡仪馆", "县区", "入馆", "在馆", "告别", "火化", "骨灰交出", "火化逾期", "接运趟次", "出车辆数", "肢体等火化"];

    public sealed record Request(string? Day) : IHasReason
    {
        public string Reason => "导出日报 " + (Day is { Length: > 0 } ? Day : "当日");
    }

    public sealed record Reply(string Csv, string Day);

    public Permission Permission => FuneralPermissions.ReadDailyReport;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var day = reading.Day(request.Day, nameof(request.Day), "日期", required: false) ?? file.Today;
        if (reading.Problem is { } bad) return bad;
        var csv = new StringBuilder(string.Join(',', Heads)).Append("\r\n");
        foreach (var l in await counts.OfAsync(day, ct)) csv.AppendJoin(',', Cells(l).Select(CsvCell.Of)).Append("\r\n");
        return new Reply(csv.ToString(), ChineseTime.IsoDate(day));
    }

    private static IEnumerable<string> Cells(GetDailyReport.Line l)
        => [l.Name, l.County, .. new[] { l.Arrivals, l.InStore, l.Farewells, l.Cremations, l.AshesOut, l.Overdue, l.Trips, l.Vehicles, l.BodyParts }.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/reports/daily/export", async ([FromForm] string? day, Gate gate, ExportDailyReport useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(day), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, $"daily-{reply.Day}.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportDailyReport)).DisableAntiforgery().ProducesProblem(403);
}
