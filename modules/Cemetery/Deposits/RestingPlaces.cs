using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Cemetery;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Deposits;

/// <summary>Niches for the ashes desk of any home: a right, its term and the interment, in the commit of whoever asks.</summary>
internal sealed class RestingPlaces(CemeteryDesk desk, IAshesCustody custody) : IRestingPlaces
{
    private const string Reason = "骨灰格位";
    private static readonly PersonName Nameless = PersonName.Parse("无名氏").Value!;

    public async Task<RestingPlace?> FindAsync(string code, CancellationToken ct) => await Cards(p => p.Code == code).FirstOrDefaultAsync(ct) is { } found ? Of(found) : null;

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> codes, CancellationToken ct)
    {
        var wanted = codes.Where(c => c.Length > 0).Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<string, string>();
        return (await Cards(p => wanted.Contains(p.Code)).ToListAsync(ct)).ToDictionary(r => r.Code, r => Of(r).Name);
    }

    public async Task<IReadOnlyList<RestingPlace>> FreeNichesAsync(string institution, int most, CancellationToken ct)
        => [.. (await Cards(p => p.Institution == institution && p.State == PositionState.Available).Where(r => r.Kind == SectionKind.Niches).OrderBy(r => r.Ordinal).ThenBy(r => r.Cabinet).ThenBy(r => r.Layer).ThenBy(r => r.Number).Take(most).ToListAsync(ct)).Select(Of)];

    public async Task<Outcome<RestingTaken>> TakeAsync(RestingWish wish, CancellationToken ct)
    {
        if (await desk.Db.AcrossScopes<Position>(Reason).FirstOrDefaultAsync(p => p.Code == wish.Position, ct) is not { } position) return DepositProblems.NicheUnknown;
        var section = await desk.Db.AcrossScopes<Section>(Reason).AsNoTracking().FirstAsync(s => s.Id == position.SectionId, ct);
        if (section.Kind is not (SectionKind.Niches or SectionKind.Wall)) return DepositProblems.NotANiche;
        if (!desk.Years(wish.Deposit ? "deposit.term.max" : "niche.term.max", position.Division, wish.Years).Try(out _, out var problem)) return problem;
        if (!position.IsFree) return CemeteryProblems.Taken with { Field = "Niche" };
        if (await custody.FindAsync(wish.Ashes, ct) is not { } card) return DepositProblems.AshesUnknown;
        if (!(await desk.NumberAsync("deposit-certificate", position.Institution!, ct)).Try(out var number, out problem)) return problem;

        var right = PlotRight.Hold(position, wish.Deposit ? RightKind.Deposit : RightKind.Niche, null, card.Phone, desk.Now.AddMinutes(1), desk.By, desk.Now);
        var until = desk.Today.AddYears(wish.Years).AddDays(-1);
        var person = card.Person ?? Nameless;
        if (!right.Sign(Terms(number, card, wish, person, until), 0, desk.By, desk.Today, desk.Now).Try(out _, out problem)) return problem;
        if (!right.Pay(desk.Now).Try(out _, out problem) || !right.Activate(number, desk.Now).Try(out _, out problem)) return problem;
        var interment = Interment.Of(right, wish.Deposit ? IntermentKind.Deposit : IntermentKind.Urn, person, card.PersonId, wish.CaseId, wish.Ashes, wish.Part, wish.CremationCertificate, card.DiedOn, desk.Today, desk.By);
        desk.Db.AddRange(right, interment);
        position.Follow(right.State, 1);
        desk.Context.Announce(new PlotRightActivated(right.Id, wish.CaseId, position.Institution!, position.Code, until));
        desk.Context.Announce(new Interred(interment.Id, wish.CaseId, position.Institution!, position.Code, interment.Kind.ToString(), desk.Today));
        return new RestingTaken(right.Id, position.Code, PositionWords.Of(section.Name, section.Kind, position.Row, position.Layer, position.Number), until);
    }

    public async Task EndAsync(string ashes, string reason, CancellationToken ct)
    {
        if (await desk.Db.AcrossScopes<Interment>(Reason).FirstOrDefaultAsync(i => i.Ashes == ashes && i.RemovedOn == null, ct) is not { } interment) return;
        var ending = Enum.TryParse<RightEnding>(reason, out var said) ? said : RightEnding.Relocated;
        if (!interment.Remove(desk.Today, ending == RightEnding.Collected ? "家属领取" : "另行安放").Ok) return;
        var position = await desk.Db.AcrossScopes<Position>(Reason).FirstAsync(p => p.Id == interment.PositionId, ct);
        var right = await desk.Db.AcrossScopes<PlotRight>(Reason).FirstAsync(r => r.Id == interment.RightId, ct);
        var resting = await desk.Db.AcrossScopes<Interment>(Reason).CountAsync(i => i.PositionId == position.Id && i.RemovedOn == null && i.Id != interment.Id, ct);
        desk.Context.Announce(new IntermentRemoved(interment.Id, interment.CaseId, position.Institution!, position.Code, reason, desk.Today));
        // a family's own grave stays theirs when it is empty; a niche on deposit goes back
        if (resting == 0 && right.Kind is RightKind.Deposit or RightKind.Niche && right.End(ending, desk.Today, desk.Now).Ok)
            desk.Context.Announce(new PlotRightEnded(right.Id, position.Institution!, position.Code, ending.ToString(), desk.Today));
        position.Follow(right.Holds ? right.State : null, resting);
    }

    private ContractTerms Terms(string number, AshesCard card, RestingWish wish, PersonName person, DateOnly until)
    {
        var handler = card.Handlers is [var first, ..] ? first : null;
        var holder = handler is not null && PersonName.Parse(handler.Name).Try(out var named, out _) ? named : person;
        return new(number, holder, null, card.Phone, handler?.Relation ?? "", RightBasis.CremationCertificate, wish.CremationCertificate ?? card.Certificate ?? wish.Ashes, wish.CaseId, person, card.PersonId,
            null, desk.Today, until, null, 0, 0, null, desk.Now.AddMinutes(1));
    }

    private IQueryable<Row> Cards(System.Linq.Expressions.Expression<Func<Position, bool>> which)
        => desk.Db.AcrossScopes<Position>(Reason).AsNoTracking().Where(which).Join(desk.Db.AcrossScopes<Section>(Reason), p => p.SectionId, s => s.Id,
            (p, s) => new Row { Code = p.Code, Institution = p.Institution!, Section = s.Name, Kind = s.Kind, Ordinal = s.Ordinal, Cabinet = p.Row, Layer = p.Layer, Number = p.Number, State = p.State });

    private static RestingPlace Of(Row row) => new(row.Code, row.Institution, PositionWords.Of(row.Section, row.Kind, row.Cabinet, row.Layer, row.Number), row.State == PositionState.Available);

    private sealed class Row
    {
        public required string Code { get; init; }
        public required string Institution { get; init; }
        public required string Section { get; init; }
        public required SectionKind Kind { get; init; }
        public required int Ordinal { get; init; }
        public required int Cabinet { get; init; }
        public required int Layer { get; init; }
        public required int Number { get; init; }
        public required PositionState State { get; init; }
    }
}
