using Anmin.Funeral.Evidence;
using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Dispatch;
using Anmin.Funeral.Driving;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Transport;

/// <summary>打印遗体接运单. Shows address and telephone to the crew, so it is a command: who printed it stands in the audit.</summary>
internal sealed class PrintPickupSheet(CaseFile file, IStaffDirectory staff, Reference reference, PickupEstimates estimates) : IUseCase<PrintPickupSheet.Request, PrintPickupSheet.Reply>
{
    /// <param name="Template">pickup-sheet 遗体接运单, or pickup-register 遗体接运登记表.</param>
    public sealed record Request(string Number, string Template = Sheet) : IHasReason
    {
        public string Reason => (Template == Register ? "打印遗体接运登记表" : "打印遗体接运单") + Number;
    }

    public const string Sheet = "pickup-sheet";
    public const string Register = "pickup-register";

    public sealed record Reply(string Html);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Template is not (Sheet or Register) || !reference.Now.Templates.TryGetValue(request.Template, out var template)) return FuneralProblems.NoTemplate(request.Template);
        var caseId = await file.Db.Pickups.Where(p => p.Number == request.Number).Select(p => (Guid?)p.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is null) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(caseId.Value, ct)).Try(out var opened, out var problem)) return problem;
        var order = opened.Pickups.Find(p => p.Number == request.Number)!;
        var plate = await file.Db.Resources.Where(r => r.Id == order.Vehicle).Select(r => r.Name).FirstOrDefaultAsync(ct);
        var signed = await file.Db.TripAttachments.AsNoTracking().Where(a => a.OrderId == order.Id && a.Kind != AttachmentKind.Photo).OrderBy(a => a.TakenAt).Select(a => new { a.Kind, a.TakenAt, a.Hash }).ToListAsync(ct);
        var values = Values(opened, order, plate);
        values["pickup.signatures"] = signed.Count == 0 ? null : string.Join("；", signed.Select(a => $"{TripAttachment.Label(a.Kind)} {Words.Moment(a.TakenAt, file.Zone)}，校验{a.Hash[..12]}"));
        return new Reply(TemplateText.Fill(template, values));
    }

    private Dictionary<string, string?> Values(DeathCase opened, TransportOrder order, string? plate)
    {
        var home = file.Institution(order.Institution);
        var handler = opened.Handlers.OrderBy(h => h.Rank).FirstOrDefault();
        var estimate = estimates.Of(order.Institution, opened.Division, opened.Origin, opened.Infectious);
        var evidence = opened.Evidence.FirstOrDefault();
        return new()
        {
            ["pickup.number"] = order.Number,
            ["case.number"] = opened.Number,
            ["home.name"] = home?.Name,
            ["home.phone"] = home?.Phone,
            ["pickup.booked_at"] = Words.Moment(order.RequestedAt, file.Zone),
            ["pickup.due_at"] = order.EarliestAt is { } wish ? Words.Moment(wish, file.Zone) + "以后" : order.DueAt is { } due ? Words.Moment(due, file.Zone) : null,
            ["pickup.source"] = CaseLabels.Of(opened.Source),
            ["pickup.address"] = order.Address?.Reveal() + (order.Note is { Length: > 0 } note ? $"（{note}）" : ""),
            ["pickup.floor"] = order.Floor is { } floor ? $"{floor.ToString(CultureInfo.InvariantCulture)}楼" : null,
            ["pickup.lift"] = order.HasLift switch { true => "有", false => "没有", _ => null },
            ["handler.name"] = handler?.Name?.Text,
            ["handler.relation"] = handler?.Relation,
            ["handler.phone"] = handler?.Phone?.Reveal(),
            ["deceased.name"] = opened.Name?.Text ?? "（暂时不知道）",
            ["deceased.sex"] = opened.Sex is Sex.Male or Sex.Female ? opened.Sex.Label() : null,
            ["deceased.age"] = opened.AgeAtDeath(file.Zone) is { } age ? $"{age}岁" : null,
            ["deceased.died_at"] = opened.DiedAt is { } died ? Words.Moment(died, file.Zone) : null,
            ["deceased.infectious"] = opened.Infectious ? "需要防护" : "未登记",
            ["case.disposition"] = opened.Contract is { } contract ? CaseLabels.Of(contract.Disposition) : "未定",
            ["evidence.number"] = evidence is null ? "还没有" : $"{DeathEvidence.Label(evidence.Kind)} {evidence.Number}",
            ["remains.tag"] = opened.Remains?.Tag,
            ["vehicle.plate"] = plate,
            ["pickup.driver"] = staff.Find(order.Driver ?? "")?.Name,
            ["pickup.crew"] = staff.Find(order.SecondCrew ?? "")?.Name,
            ["pickup.dispatched_at"] = Moment(order.DispatchedAt),
            ["pickup.departed_at"] = Moment(order.DepartedAt),
            ["pickup.arrived_at"] = Moment(order.ArrivedAt),
            ["pickup.left_at"] = Moment(order.PickedUpAt),
            ["pickup.signed_by"] = order.SignedBy switch { "family" => "家属", "hospital" => "医院", "police" => "公安", _ => null },
            ["pickup.receiver"] = staff.Find(order.Receiver ?? "")?.Name,
            ["pickup.kilometres"] = order is { OdometerStart: { } from, OdometerEnd: { } to } ? (to - from).ToString(CultureInfo.InvariantCulture) : null,
            ["pickup.permit"] = order.PermitNumber is { } permit ? $"{order.PermitIssuer} {permit}" : null,
            ["deceased.place"] = CaseLabels.Of(opened.PlaceKind),
            ["pickup.received_at"] = opened.Moves.Find(m => m.FromPlace == nameof(BodyPlace.InVehicle)) is { } arrived ? Words.Moment(arrived.At, file.Zone) : null,
            ["pickup.price"] = estimate.Fen is null ? null : estimate.Words.Split('。')[0],
            ["pickup.relief"] = estimate.Relief,
            ["hotline"] = reference.Now.City.Hotline,
            ["print.at"] = Words.Moment(file.Now, file.Zone),
            ["print.by"] = file.By.Name,
            ["print.page"] = "1",
            ["print.pages"] = "1",
        };
    }

    private string? Moment(DateTimeOffset? at) => at is { } when ? Words.Moment(when, file.Zone) : null;
}
