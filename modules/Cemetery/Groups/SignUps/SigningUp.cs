using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Groups.Planning;
using Anmin.Cemetery.Rights;
using Anmin.Cemetery.Rights.Signing;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Groups.SignUps;

/// <param name="Number">Label of the container or number of the cremation certificate.</param>
/// <param name="Companions">Names of those who come along, separated by blanks, commas or lines.</param>
internal sealed record SignUpForm(string? Number, string? Name, string? ContactName, string? ContactPhone, string? Relation, string? Companions);

internal sealed record SignUpRead(string Number, PersonName Name, SeatContact Contact);

/// <summary>One way into a group, for the counter and for the public page.</summary>
internal sealed class SigningUp(GroupDesk groups, IAshesCustody custody, Certificates certificates, GroupNotices notices, Reading reading)
{
    private static readonly char[] Between = [' ', '　', ',', '，', '、', ';', '；', '\n', '\r', '\t'];

    public Outcome<SignUpRead> Read(SignUpForm form, bool mobile)
    {
        var number = reading.Text(form.Number, nameof(form.Number), "火化证明编号或者骨灰标签号", 60);
        var name = reading.Name(form.Name, nameof(form.Name), "逝者姓名");
        var contact = reading.Name(form.ContactName, nameof(form.ContactName), "联系人姓名");
        var phone = reading.Phone(form.ContactPhone, nameof(form.ContactPhone), "联系人手机号");
        var relation = reading.Text(form.Relation, nameof(form.Relation), "与逝者的关系", 40);
        if (mobile && phone is { IsMobile: false }) reading.Refuse(Cemetery.Public.PublicProblems.MobileOnly.At(nameof(form.ContactPhone)));
        List<PersonName> companions = [];
        foreach (var typed in (form.Companions ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (reading.Name(typed, nameof(form.Companions), "随行家属姓名") is { } read) companions.Add(read);
        return reading.Problem is { } bad ? bad : new SignUpRead(number!, name!, new(contact!, phone!, relation!, companions));
    }

    public async Task<Outcome<GroupSeat>> TakeAsync(EcoBurialGroup group, SignUpRead read, CancellationToken ct)
    {
        var desk = groups.Desk;
        if (!desk.MostCompanions(group.Kind, group.Division).Try(out var most, out var problem)) return problem;
        if (read.Contact.Companions.Count > most) return GroupProblems.TooManyCompanions(most);
        if (group.Refuses(read.Contact.Companions.Count, desk.Today, desk.Now) is { } full) return full;
        if (!(await WhoAsync(read.Number, read.Name, ct)).Try(out var person, out problem)) return problem;
        if (await SignedUpAsync(person, ct)) return GroupProblems.SignedUp;
        var seat = GroupSeat.Take(group, person, read.Contact, desk.By, desk.Now);
        desk.Db.Add(seat);
        desk.Context.About(seat.CaseId ?? seat.Id);
        await notices.SignedAsync(group, seat, ct);
        return seat;
    }

    /// <summary>A label or certificate of this city's homes is of that very person; a paper from elsewhere is looked at on the day.</summary>
    private async Task<Outcome<SeatPerson>> WhoAsync(string number, PersonName name, CancellationToken ct)
    {
        IReadOnlyList<AshesCard> cards = await custody.FindAsync(number, ct) is { } labelled ? [labelled] : [.. (await custody.OfCertificateAsync(number, ct)).Where(c => c.Status != "Split")];
        if (cards.Count > 1) return cards.All(c => c.Person?.Text == name.Text) ? GroupProblems.PartsNeedLabel : GroupProblems.NotThatPerson;
        if (cards is [var card])
        {
            if (card.Person is { } known && known.Text != name.Text) return GroupProblems.NotThatPerson;
            if (card.Status == "Split") return BurialProblems.SplitWhole.At(nameof(SignUpForm.Number));
            if (card.Status is not ("Held" or "HandedOver" or "Deposited")) return CemeteryProblems.RestsElsewhere;
            return card.Certificate is null ? BurialProblems.CertificateNeeded.At(nameof(SignUpForm.Number)) : new SeatPerson(card.Person ?? name, card.PersonId, card.CaseId, card.Number, card.Part, card.Certificate);
        }
        if (!(await certificates.CheckAsync(RightBasis.CremationCertificate, number, "当天核对原件", name, null, ct)).Try(out _, out _)) return GroupProblems.NotThatPerson;
        const string why = "查是否已经安葬";
        return await groups.Desk.Db.AcrossScopes<Interment>(why).AnyAsync(i => i.CremationCertificate == number && i.Ashes == null && i.RemovedOn == null && i.Kind != IntermentKind.Deposit, ct)
            ? CemeteryProblems.RestsElsewhere
            : new SeatPerson(name, null, null, null, 0, number);
    }

    private Task<bool> SignedUpAsync(SeatPerson person, CancellationToken ct)
    {
        var (ashes, paper) = (person.Ashes, person.Certificate);
        return groups.Desk.Db.AcrossScopes<GroupSeat>("查是否已经报名").AnyAsync(s => s.State == SeatState.SignedUp && (ashes != null ? s.Ashes == ashes : s.Ashes == null && s.CremationCertificate == paper), ct);
    }
}
