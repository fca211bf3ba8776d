using Anmin.Funeral.Arrangement;
using System.Globalization;
using Anmin.Contracts.Booking;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Evidence;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Desk;

/// <summary>Reads the desk's form: every fault at once where it is a fault of writing, then what does not go together.</summary>
internal sealed class DeskReading(CaseFile file, Reading reading, ItemBook items, ResourceBook things)
{
    /// <param name="opened">Null for a case still to be opened.</param>
    public Outcome<DeskWork> Read(DeskForm form, DeathCase? opened)
    {
        var home = opened?.Institution ?? (file.By.Institution is { } own && file.Institution(own) is { Kind: "funeral-home" } ? own : opened is null ? null : file.HomeFor(opened.Division)?.Id);
        if (home is null) return ArrangementProblems.HomeNeeded;
        var division = opened?.Division ?? form["Place"] ?? file.Institution(home)?.Division ?? file.City;
        var typed = Facts(form);
        var handler = Handler(form, opened);
        var evidence = Evidence(form, typed);
        var choice = Choice(form, division);
        if (reading.Problem is { } bad) return bad;
        if (!choice.Try(out var chosen, out var problem)) return problem;
        if (Fits(chosen, opened, home) is { } misfit) return misfit;
        return new DeskWork(home, division, Told(opened, typed, handler), chosen)
        {
            Typed = typed,
            Handler = handler,
            Evidence = evidence,
            Infectious = opened?.Infectious ?? form.Ticked("Infectious"),
            WantsPickup = form.Ticked("Pickup"),
            Ethnicity = form["Ethnicity"],
        };
    }

    private TypedFacts Facts(DeskForm form)
    {
        var id = reading.Id(FormWords.One(form["IdType"], IdType.IdCard), form["IdNumber"], "IdNumber", "证件号码", required: false);
        return new(
            reading.Name(form["Name"], "Name", "逝者姓名", required: false), id, FormWords.One(form["Sex"], Sex.Unknown) is var sex && sex == Sex.Unknown && id is { IsResident: true } ? id.Sex : sex,
            reading.Day(form["BirthDate"], "BirthDate", "出生日期", required: false) ?? id?.BirthDate, reading.Instant(form["DiedAt"], "DiedAt", "去世时间", required: false));
    }

    private TypedHandler Handler(DeskForm form, DeathCase? opened)
    {
        var known = FormWords.Id(form["Handler"]) is { } chosen && opened?.Handlers.Exists(h => h.Id == chosen) is true ? chosen : form["HandlerName"] is null ? opened?.Handlers.OrderBy(h => h.Rank).FirstOrDefault()?.Id : null;
        if (known is not null) return new(known, null, null, null, "");
        return new(null, reading.Name(form["HandlerName"], "HandlerName", "经办人姓名"), reading.Phone(form["HandlerPhone"], "HandlerPhone", "经办人手机号"),
            reading.Id(IdType.IdCard, form["HandlerIdNumber"], "HandlerIdNumber", "经办人身份证号", required: false), form["Relation"] ?? "未说明");
    }

    private TypedEvidence? Evidence(DeskForm form, TypedFacts typed)
    {
        if (form["EvidenceNumber"] is not { } text) return null;
        var number = reading.Text(TypedText.Compact(text), "EvidenceNumber", "证明编号", 40);
        // 开具日期 is the day of death unless the paper says otherwise
        var on = form["EvidenceIssuedOn"] is { } written ? reading.Day(written, "EvidenceIssuedOn", "开具日期") : typed.DiedAt is { } died ? LocalClock.DateOf(died, file.Zone) : reading.Day(null, "EvidenceIssuedOn", "开具日期");
        var issuer = reading.Text(form["EvidenceIssuerOther"] ?? form["EvidenceIssuer"], "EvidenceIssuer", "开具单位", 100);
        return number is null || on is null || issuer is null ? null : new(FormWords.One(form["EvidenceKind"], EvidenceKind.MedicalCertificate), number, on.Value, issuer);
    }

    private Outcome<ArrangementVersion.Choice> Choice(DeskForm form, string division)
    {
        var disposition = FormWords.One(form["Disposition"], Disposition.Cremation);
        var people = form["People"] is null ? 0 : Whole(form["People"], 0, 5000) ?? Refuse<int>(ArrangementProblems.People);
        var wishes = reading.Text(form["Wishes"], "Wishes", "其他要求", 300, required: false) ?? "";
        var farewell = reading.Instant(form["FarewellAt"], "FarewellAt", "告别时间", required: false);
        var cremation = disposition == Disposition.Cremation ? reading.Instant(form["CremationAt"], "CremationAt", "火化时间", required: false) : null;
        var chosen = Items(form);
        if (reading.Problem is { } bad) return bad;
        if (!FarewellLength(division).Try(out var length, out var problem)) return problem;
        return new ArrangementVersion.Choice(disposition, form["Hall"], farewell, farewell + length, people, disposition == Disposition.Cremation ? form["Cremator"] : null, cremation,
            FormWords.One(form["Furnace"], FurnaceKind.Any), FormWords.One(form["Bones"], BoneHandling.Whole), form.Ticked("OwnUrn"), wishes, chosen);
    }

    /// <summary>How long one farewell has its hall, by the city's rule.</summary>
    public Outcome<TimeSpan> FarewellLength(string division)
        => file.Rules.Find("farewell.length", division, file.Today).Try(out var rule, out var problem) ? TimeSpan.FromMinutes(int.Parse(rule.Value, CultureInfo.InvariantCulture)) : problem;

    private List<ArrangementVersion.ChosenItem> Items(DeskForm form)
    {
        var offered = items.On(file.Today).ToDictionary(i => i.Code, StringComparer.Ordinal);
        var chosen = new List<ArrangementVersion.ChosenItem>();
        foreach (var (code, text) in form.Items)
        {
            if (!offered.TryGetValue(code, out var item)) reading.Refuse(ArrangementProblems.ItemUnknown);
            else if (Whole(text, 1, 99) is not { } quantity) reading.Refuse(ArrangementProblems.Quantity.At(DeskForm.ItemPrefix + code));
            else chosen.Add(new(code, item.Name, item.Unit, item.Class, quantity, item.Fen, item.PriceKind));
        }
        var order = offered.Keys.Select((code, at) => (code, at)).ToDictionary(o => o.code, o => o.at);
        return [.. chosen.OrderBy(c => order[c.Code])];
    }

    /// <summary>What does not go together, said at the desk and not at the door of the hall.</summary>
    private Problem? Fits(ArrangementVersion.Choice choice, DeathCase? opened, string home)
    {
        if (choice.Hall is { } hall && !IsHere(hall, "hall", home)) return ArrangementProblems.NotHere.At("Hall");
        if (choice.Cremator is { } furnace && !IsHere(furnace, "cremator", home)) return ArrangementProblems.NotHere.At("Cremator");
        if (choice.FarewellAt is not null && choice.Hall is null) return ArrangementProblems.HallNeeded;
        if (choice.CremationAt is not null && choice.Cremator is null) return ArrangementProblems.CrematorNeeded;
        if (choice.FarewellAt < file.Now && opened?.Cremation is null) return ArrangementProblems.TimePast;
        if (choice.CremationAt < file.Now && opened?.Cremation is null) return ArrangementProblems.CremationPast;
        if (choice.CremationAt < choice.FarewellUntil) return ArrangementProblems.CremationBeforeFarewell;
        if (choice.Cremator is { } cremator && DeskWords.Variant(choice.Furnace) is { } variant && things.Find(cremator) is { } thing && thing.Variant != variant) return ArrangementProblems.FurnaceKindNone;
        return null;
    }

    private bool IsHere(string id, string kind, string home) => things.Find(id) is { } thing && thing.Kind == kind && thing.Institution == home;

    private Parties Told(DeathCase? opened, TypedFacts typed, TypedHandler handler)
    {
        var known = opened?.Handlers.Find(h => h.Id == handler.Id);
        var birth = opened?.BirthDate ?? typed.Birth;
        var died = opened?.DiedAt ?? typed.DiedAt;
        return new(
            opened?.Name?.Text ?? typed.Name?.Text, opened is { Sex: Sex.Male or Sex.Female } ? opened.Sex : typed.Sex, Age(birth, died), opened?.PersonId ?? typed.Id, died,
            known?.Name?.Text ?? handler.Name?.Text, known?.Relation ?? handler.Relation, known?.Phone ?? handler.Phone, known?.PersonId ?? handler.PersonId);
    }

    private int? Age(DateOnly? birth, DateTimeOffset? died)
    {
        if (birth is not { } born || died is not { } at) return null;
        var day = LocalClock.DateOf(at, file.Zone);
        return day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
    }

    private static int? Whole(string? text, int least, int most) => int.TryParse(TypedText.Compact(text ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;

    private T Refuse<T>(Problem problem) where T : struct
    {
        reading.Refuse(problem);
        return default;
    }
}
