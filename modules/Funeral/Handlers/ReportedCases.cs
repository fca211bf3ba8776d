using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Resources;
using Anmin.Funeral.Transport;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Handlers;

/// <summary>Answers <see cref="IReportedCases"/> with the use cases of the front desk themselves, in one commit.</summary>
internal sealed class ReportedCases(CaseFile file, ReportDeath report, RequestPickup pickup, ResourceBook resources, DivisionBook divisions) : IReportedCases
{
    private const int Most = 20, MostElsewhere = 5;

    public async Task<Outcome<ReportedCase>> ReportAsync(DeathReport asked, CancellationToken ct)
    {
        if (!file.By.May(report.Permission)) return KernelProblems.Denied(report.Permission.Label);
        if (asked.Hearse && !file.By.May(pickup.Permission)) return KernelProblems.Denied(pickup.Permission.Label);
        var request = new ReportDeath.Request(
            ReportSource.Hotline, asked.Name, asked.NameUnknown, IdType.Unknown, null, Sex.Unknown, null, asked.Place, KindOf(asked.PlaceKind), asked.Address, null,
            asked.Infectious, asked.Unnatural, false, asked.HandlerName, asked.HandlerPhone, asked.Relation);
        if (!(await report.HandleAsync(request, ct)).Try(out var reported, out var problem)) return problem;
        IReadOnlyList<string> alike = [.. reported.Twins.Select(t => t.Number)];
        if (!asked.Hearse) return new ReportedCase(reported.CaseId, reported.Number, null, null, null, null, alike);
        var opened = file.Db.DeathCases.Local.FindEntry(reported.CaseId)!.Entity;
        var wish = new RequestPickup.Request(opened.Id, null, asked.Address, asked.Floor, asked.HasLift, asked.EarliestAt, asked.Note);
        if (!(await pickup.OrderAsync(wish, opened, ct)).Try(out var order, out problem)) return problem;
        var home = file.Institution(order.Institution);
        return new ReportedCase(opened.Id, opened.Number, order.Number, home?.Name, home?.Phone, order.DueAt, alike);
    }

    public async Task<IReadOnlyList<CallerCase>> OfCallerAsync(PhoneNumber phone, CancellationToken ct)
    {
        var index = file.Db.BlindIndex(phone.Normal);
        var found = await file.Db.DeathCases.AsNoTracking().Include(c => c.Pickups)
            .Where(c => c.VoidedAt == null && c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == index))
            .OrderByDescending(c => c.IsOpen).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        return found.ConvertAll(Line);
    }

    public async Task<IReadOnlyList<CaseElsewhere>> ElsewhereAsync(PhoneNumber phone, CancellationToken ct)
    {
        var index = file.Db.BlindIndex(phone.Normal);
        var open = await file.Db.AcrossScopes<DeathCase>("来电人在别处的案卷：只看由哪里办").AsNoTracking().Include(c => c.Pickups)
            .Where(c => c.IsOpen && c.VoidedAt == null && c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == index))
            .OrderByDescending(c => c.Id).Take(Most + MostElsewhere).ToListAsync(ct);
        if (open.Count == 0) return [];
        // a question of its own: within the one above the lifted filter would be lifted too
        var ids = open.ConvertAll(c => c.Id);
        var within = (await file.Db.DeathCases.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
        var found = open.Where(c => !within.Contains(c.Id)).Take(MostElsewhere).ToList();
        return found.ConvertAll(c => new CaseElsewhere(c.Id, c.Number, CountyOf(c.Division), c.ReportedAt, HomeOf(c)?.Name, HomeOf(c)?.Phone));
    }

    private string CountyOf(string division) => divisions.Find(division.Length > 6 ? division[..6] : division)?.Name ?? "";

    private InstitutionCard? HomeOf(DeathCase c) => (c.Pickups.MaxBy(p => p.Id)?.Institution ?? c.Institution) is { } id ? file.Institution(id) : null;

    private CallerCase Line(DeathCase c)
    {
        var (order, home) = (c.Pickups.MaxBy(p => p.Id), HomeOf(c));
        return new(c.Id, c.Number, c.Name?.Text, CaseLabels.Of(c.Status), c.ReportedAt, c.IsOpen, order is null ? null : Words(order), order?.Status == PickupStatus.Booked, order is { IsOpen: true } ? order.DueAt : null, home?.Id, home?.Name, home?.Phone);
    }

    private string Words(TransportOrder order)
    {
        var plate = order.Vehicle is { } id ? resources.Find(id)?.Name : null;
        var state = order.Status switch
        {
            PickupStatus.Booked => "接运单已收到，还没有派车",
            PickupStatus.Dispatched => "已派车，等司机确认",
            PickupStatus.Accepted => "司机已确认",
            PickupStatus.Departed => "车在路上",
            PickupStatus.OnSite => "车已到现场",
            PickupStatus.PickedUp => "已接到，正在回馆",
            PickupStatus.HandedOver => "已送到馆里",
            PickupStatus.Failed => "上一趟没有接到",
            _ => "接运已停止办理",
        };
        return plate is null ? state : $"{state}，{plate}";
    }

    private static DeathPlaceKind KindOf(string word) => word switch
    {
        "home" => DeathPlaceKind.Home,
        "hospital" => DeathPlaceKind.Medical,
        "on-the-way" => DeathPlaceKind.OnTheWay,
        "elderly-home" => DeathPlaceKind.ElderlyHome,
        "other" => DeathPlaceKind.Other,
        _ => DeathPlaceKind.Unknown,
    };
}
