using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Families;

/// <summary>Reads a family's wish for a pickup; every fault at once.</summary>
internal sealed class PickupWishes(CaseFile file, Reading reading)
{
    public sealed record Wish(string Division, SensitiveText Address, PhoneNumber Phone, PersonName? Name, DateTimeOffset? EarliestAt, DateTimeOffset? DueAt, string? Note, InstitutionCard Home);

    public Outcome<Wish> Read(AskForPickup.Request request)
    {
        if (!Enum.IsDefined(request.PlaceKind)) reading.Refuse(new("funeral.pickup.place-kind", "请选择逝者现在在哪里。", ProblemKind.Invalid, nameof(request.PlaceKind)));
        if (string.IsNullOrWhiteSpace(request.County)) reading.Refuse(new("funeral.pickup.county", "请选择所在县区。", ProblemKind.Invalid, nameof(request.County)));
        var county = string.IsNullOrWhiteSpace(request.County) ? null : reading.Place(request.County, nameof(request.County), "所在县区", digits: 6, inside: file.City);
        var town = string.IsNullOrWhiteSpace(request.Town) ? county : reading.Place(request.Town, nameof(request.Town), "街道或镇", digits: 9, inside: county ?? file.City);
        var address = reading.Sensitive(request.Address, nameof(request.Address), "详细地址");
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "您的手机号");
        var faults = reading.Problem?.All().Count() ?? 0;
        var name = request.NameUnknown && string.IsNullOrWhiteSpace(request.Name) ? null : reading.Name(request.Name, nameof(request.Name), "逝者姓名", required: false);
        var misread = (reading.Problem?.All().Count() ?? 0) > faults;
        if (name is null && !misread && !request.NameUnknown) reading.Refuse(FuneralProblems.NameNeeded);
        if (request.Floor is < -5 or > 120) reading.Refuse(new("funeral.pickup.floor", "楼层请填-5到120之间的数字。", ProblemKind.Invalid, nameof(request.Floor)));
        var earliest = reading.Instant(request.EarliestAt, nameof(request.EarliestAt), "最早时间", required: false);
        // half an hour of grace: the page was open while the family talked
        if (earliest < file.Now.AddMinutes(-30) || earliest > file.Now.AddDays(7)) reading.Refuse(FuneralProblems.WishPast);
        var note = reading.Text(request.Note, nameof(request.Note), "备注", 300, required: false);
        if (reading.Problem is { } bad) return bad;
        if (file.HomeFor(town!) is not { } home) return FuneralProblems.NoHome;
        return new Wish(town!, address!, phone!, name, earliest, file.Rules.DueOrNone("pickup.deadline", town!, file.Now), note, home);
    }
}
