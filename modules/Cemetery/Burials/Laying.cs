using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Groups;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Burials;

/// <summary>Who is to be laid to rest: by our own label with what the case says, or from elsewhere by what the family shows.</summary>
internal sealed record Resting(PersonName Name, IdNumber? Id, AshesCard? Card, string? Certificate)
{
    public int Part => Card?.Part ?? 0;
}

/// <summary>One way into the ground for a first burial, a joint one and one that comes from another place: interment, custody, state of the position, in one commit.</summary>
internal sealed class Laying(CemeteryDesk desk, IAshesCustody custody, IRestingPlaces niches)
{
    public async Task<Outcome<Resting>> WhoAsync(string? ashes, PersonName? name, IdNumber? id, string? certificate, CancellationToken ct)
    {
        if (ashes is not { Length: > 0 }) return name is null ? BurialProblems.AshesOrPerson : new Resting(name, id, null, certificate);
        if (await custody.FindAsync(ashes, ct) is not { } card) return BurialProblems.AshesUnknown;
        if (card.Status == "Split") return BurialProblems.SplitWhole;
        if ((card.Person ?? name) is not { } known) return BurialProblems.AshesOrPerson;
        return card.Certificate is null ? BurialProblems.CertificateNeeded : new Resting(known, card.PersonId, card, card.Certificate);
    }

    /// <param name="from">Code of the position they were taken out of in this same commit; null for a first burial.</param>
    public async Task<Outcome<Interment>> LayAsync(OpenedRight opened, Resting who, IntermentKind kind, string? relation, string? note, string witness, string? from, CancellationToken ct)
    {
        var (right, position) = opened;
        if (right.DisputedSince is not null) return CemeteryProblems.Disputed;
        if (right.State != RightState.Active) return CemeteryProblems.NotActive;
        if (right.TermUntil < desk.Today) return BurialProblems.TermOver(right.TermUntil.Value);
        var section = await desk.Db.Sections.AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        if (!Fits(kind, section.Kind, position.ForBody)) return BurialProblems.WayUnfit;
        var resting = await desk.Db.Interments.Where(i => i.PositionId == position.Id && i.RemovedOn == null).Select(i => i.PersonName).ToListAsync(ct);
        if (resting.Count >= position.Capacity) return CemeteryProblems.NoRoom;
        // communal places have no one they are for; in a plot the first is who the contract names, a further one joins by relation
        if (!section.IsEco && resting.Count == 0 && from is null && right.UserName is { } user && user.Text != who.Name.Text) return BurialProblems.NotNamed;
        if (!section.IsEco && resting.Count > 0 && relation is null && !resting.Exists(r => r.Text == who.Name.Text)) return BurialProblems.RelationNeeded;
        if (from is null && who.Card is { Status: "Placed" or "Interred" or "Scattered" }) return CemeteryProblems.RestsElsewhere;
        if (who.Card is { } living && await GroupSeats.AwaitsElsewhereAsync(desk.Db, living.Number, position.Id, ct)) return GroupProblems.SignedUpElsewhere;
        if (!(await desk.NumberAsync("burial-certificate", position.Institution!, ct)).Try(out var proof, out var problem)) return problem;

        var interment = Interment.Of(right, kind, who.Name, who.Id, who.Card?.CaseId, who.Card?.Number, who.Part, who.Certificate, who.Card?.DiedOn, desk.Today, desk.By);
        interment.Attest(witness, relation, proof, note);
        if (who.Card is { } card)
        {
            var place = from ?? (card.Status == "Deposited" ? card.Place : null);
            if (card.Status == "Deposited") await niches.EndAsync(card.Number, "Relocated", ct);
            if (!(await custody.MoveAsync(new(card.Number, To(kind, section.Kind), position.Code, right.TermUntil, witness, null, place), ct)).Try(out _, out problem)) return problem;
        }
        desk.Db.Add(interment);
        position.Follow(right.State, resting.Count + 1);
        right.Tell("right.interred", new { interment = interment.Id, kind, interment.Part, interment.Ashes, proof, joint = resting.Count > 0 });
        desk.Context.Announce(new Interred(interment.Id, interment.CaseId, position.Institution!, position.Code, kind.ToString(), desk.Today));
        return interment;
    }

    /// <summary>Somebody is taken out of a position; the right stays unless asked otherwise.</summary>
    public async Task<Outcome<OpenedRight>> TakeOutAsync(Interment interment, string why, RightEnding? ends, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(interment.RightId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Right.DisputedSince is not null) return CemeteryProblems.Disputed;
        if (!interment.Remove(desk.Today, why).Try(out _, out problem)) return problem;
        var (right, position) = opened;
        var resting = await desk.Db.Interments.CountAsync(i => i.PositionId == position.Id && i.RemovedOn == null && i.Id != interment.Id, ct);
        right.Tell("right.interment-removed", new { interment = interment.Id });
        desk.Context.Announce(new IntermentRemoved(interment.Id, interment.CaseId, position.Institution!, position.Code, why, desk.Today));
        if (ends is { } ending && resting == 0)
        {
            if (!right.End(ending, desk.Today, desk.Now).Try(out _, out problem)) return problem;
            desk.Context.Announce(new PlotRightEnded(right.Id, position.Institution!, position.Code, ending.ToString(), desk.Today));
        }
        position.Follow(right.Holds ? right.State : null, resting);
        return opened;
    }

    private static bool Fits(IntermentKind kind, SectionKind section, bool forBody) => kind switch
    {
        IntermentKind.Body => forBody,
        IntermentKind.Scattered => section is SectionKind.Scattering or SectionKind.Sea,
        IntermentKind.Degradable => section is SectionKind.Graves or SectionKind.Tree or SectionKind.Lawn or SectionKind.FlowerBed or SectionKind.DeepBurial,
        IntermentKind.Urn => section is SectionKind.Graves or SectionKind.Wall or SectionKind.Niches or SectionKind.Tree or SectionKind.Lawn or SectionKind.FlowerBed or SectionKind.DeepBurial,
        _ => false,
    };

    private static string To(IntermentKind kind, SectionKind section) => (kind, section) switch
    {
        (IntermentKind.Scattered, SectionKind.Sea) => "sea",
        (IntermentKind.Scattered, _) => "scattered",
        (_, SectionKind.Niches) => "niche",
        _ => "grave",
    };
}
