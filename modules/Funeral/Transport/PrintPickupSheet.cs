using Anmin.Funeral.Evidence;
using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Certificates;
using Anmin.Funeral.Guidance;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Transport;

/// <summary>打印遗体接运单. Shows address and telephone to the crew, so it is a command: who printed it stands in the audit.</summary>
internal sealed class PrintPickupSheet(CaseFile file, IStaffDirectory staff, Reference reference, GuidanceBook prices) : IUseCase<PrintPickupSheet.Request, PrintPickupSheet.Reply>
{
    public sealed record Request(string Number) : IHasReason
    {
        public string Reason => "打印遗体接运单" + Number;
    }

    public sealed record Reply(string Html);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!reference.Now.Templates.TryGetValue("pickup-sheet", out var template)) return FuneralProblems.NoTemplate("pickup-sheet");
        var caseId = await file.Db.Pickups.Where(p => p.Number == request.Number).Select(p => (Guid?)p.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is null) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(caseId.Value, ct)).Try(out var opened, out var problem)) return problem;
        var order = opened.Pickups.Find(p => p.Number == request.Number)!;
        var plate = await file.Db.Resources.Where(r => r.Id == order.Vehicle).Select(r => r.Name).FirstOrDefaultAsync(ct);
        return new Reply(TemplateText.Fill(template, Values(opened, order, plate)));
    }

    private Dictionary<string, string?> Values(DeathCase opened, TransportOrder order, string? plate)
    {
        var home = file.Institution(order.Institution);
        var handler = opened.Handlers.OrderBy(h => h.Rank).FirstOrDefault();
        var price = prices.Prices(file.Today).FirstOrDefault(p => p.Item == "遗体接运");
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
            ["pickup.left_at"] = order.PickedUpAt is { } left ? Words.Moment(left, file.Zone) : null,
            ["pickup.received_at"] = opened.Moves.Find(m => m.FromPlace == nameof(BodyPlace.InVehicle)) is { } arrived ? Words.Moment(arrived.At, file.Zone) : null,
            ["pickup.price"] = price is null ? null : $"{price.PriceFen / 100m:0.00}元（{price.Kind}）",
            ["pickup.relief"] = price?.Relief,
            ["hotline"] = reference.Now.City.Hotline,
            ["print.at"] = Words.Moment(file.Now, file.Zone),
            ["print.by"] = file.By.Name,
            ["print.page"] = "1",
            ["print.pages"] = "1",
        };
    }
}
