using Anmin.Funeral.Arrangement;
using System.Globalization;
using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Evidence;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Desk;

/// <summary>Brings the case to where the desk says it is: opened, its missing facts filled in, 经办人 and evidence on it.</summary>
internal sealed class DeskCases(CaseFile file, ReportDeath report)
{
    internal sealed record Brought(DeathCase Case, Guid Handler, int Twins);

    public async Task<Outcome<Brought>> BringAsync(DeathCase? known, DeskWork work, DeskForm form, CancellationToken ct)
    {
        var twins = 0;
        Problem? problem;
        if (known is null)
        {
            if (!(await OpenAsync(form, ct)).Try(out var fresh, out problem)) return problem;
            (known, twins) = fresh;
        }
        else if (Fill(known, work.Typed) is { } contradiction) return contradiction;
        if (!Handler(known, work.Handler).Try(out var handler, out problem)) return problem;
        if (work.Evidence is { } paper && await ProveAsync(known, paper, ct) is { } refused) return refused;
        if (work.WantsPickup && known.Pickups.Count == 0 && known.Remains?.Place == BodyPlace.AtPlaceOfDeath && await AskForCarAsync(known, work.Home, ct) is { } no) return no;
        return new Brought(known, handler, twins);
    }

    private async Task<Outcome<(DeathCase Case, int Twins)>> OpenAsync(DeskForm form, CancellationToken ct)
    {
        var reply = await report.HandleAsync(new ReportDeath.Request(
            ReportSource.Family, form["Name"], form.Ticked("NameUnknown"), FormWords.One(form["IdType"], form["IdNumber"] is null ? IdType.Unknown : IdType.IdCard), form["IdNumber"], FormWords.One(form["Sex"], Sex.Unknown), form["BirthDate"],
            form["Place"] ?? "", FormWords.One(form["PlaceKind"], DeathPlaceKind.Home), form["Address"], form["DiedAt"], form.Ticked("Infectious"), form.Ticked("Unnatural"), false, null, null, null), ct);
        if (!reply.Try(out var made, out var problem)) return problem;
        return (file.Db.DeathCases.Local.Single(c => c.Id == made.CaseId), made.Twins.Count);
    }

    /// <summary>What the case does not know yet. What it does know is changed by a correction with its reason, not here.</summary>
    private Problem? Fill(DeathCase opened, TypedFacts typed)
    {
        const string reason = "业务洽谈时补登";
        if (opened.Name is null && typed.Name is { } name && Wrong(opened.Correct(CaseFact.Name, "", name.Text, reason, () => { opened.SetName(name); opened.EndUnidentified(); }, file.By, file.Now)) is { } a) return a;
        if (opened.PersonId is null && typed.Id is { } id)
        {
            if (opened.BirthDate is { } born && id.BirthDate is { } onCard && born != onCard) return FuneralProblems.BirthDisagrees;
            if (Wrong(opened.Correct(CaseFact.PersonId, "", id.Pack(), reason, () => opened.SetPersonId(id), file.By, file.Now)) is { } b) return b;
        }
        if (opened.Sex is not (Sex.Male or Sex.Female) && typed.Sex is Sex.Male or Sex.Female && Wrong(opened.Correct(CaseFact.Sex, opened.Sex.ToString(), typed.Sex.ToString(), reason, () => opened.SetSex(typed.Sex), file.By, file.Now)) is { } c) return c;
        if (opened.BirthDate is null && typed.Birth is { } birth && Wrong(opened.Correct(CaseFact.BirthDate, "", birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), reason, () => opened.SetBirthDate(birth), file.By, file.Now)) is { } d) return d;
        if (opened.DiedAt is null && typed.DiedAt is { } died)
        {
            if (died > file.Now) return FuneralProblems.DiedInFuture;
            if (Wrong(opened.Correct(CaseFact.DiedAt, "", died.ToString("O", CultureInfo.InvariantCulture), reason, () => opened.SetDiedAt(died), file.By, file.Now)) is { } e) return e;
        }
        return null;
    }

    private static Problem? Wrong<T>(Outcome<T> outcome) => outcome.Problem;

    private static Outcome<Guid> Handler(DeathCase opened, TypedHandler typed)
    {
        if (typed.Id is { } known) return opened.Handlers.Exists(h => h.Id == known) ? known : FuneralProblems.HandlerMissing;
        if (typed.Name is not { } name || typed.Phone is not { } phone) return ArrangementProblems.HandlerNeeded;
        // sent again from the same draft: the person is there already
        if (opened.Handlers.Find(h => h.Phone?.Normal == phone.Normal && h.Name?.Text == name.Text) is { } same) return same.Id;
        return opened.AddHandler(name, phone, typed.Relation, typed.PersonId).Id;
    }

    private async Task<Problem?> ProveAsync(DeathCase opened, TypedEvidence paper, CancellationToken ct)
    {
        if (opened.Evidence.Exists(e => e.Kind == paper.Kind && e.Number == paper.Number)) return null;
        if (await file.Db.Set<DeathEvidence>().AnyAsync(e => e.Kind == paper.Kind && e.Number == paper.Number, ct)) return FuneralProblems.EvidenceUsed.At("EvidenceNumber");
        var attached = opened.AttachEvidence(paper.Kind, paper.Number, paper.Issuer, paper.IssuedOn, file.Today, file.Zone, file.By, file.Now);
        if (attached.Problem is { } problem) return problem.At(problem == FuneralProblems.EvidenceDate ? "EvidenceIssuedOn" : problem == FuneralProblems.EvidenceKind ? "EvidenceKind" : "EvidenceNumber");
        if (opened.HasValidEvidence) file.Context.Announce(new DeathVerified(opened.Id));
        return null;
    }

    private async Task<Problem?> AskForCarAsync(DeathCase opened, string home, CancellationToken ct)
    {
        if (!(await file.NumberAsync("pickup", home, ct)).Try(out var number, out var problem)) return problem;
        return opened.RequestPickup(new(number, home, null, null, null, null, file.Rules.DueOrNone("pickup.deadline", opened.Division, file.Now), null), file.Now).Problem;
    }
}
