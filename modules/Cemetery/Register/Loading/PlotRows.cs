using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Fees;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Register.Rows;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>Rows of every table that plots of an old register become, written parents first.</summary>
internal sealed class PlotRows(RegisterImport import, Actor by, DateTimeOffset now)
{
    private readonly List<Position> positions = [];
    private readonly List<PlotRight> rights = [];
    private readonly List<Interment> interments = [];
    private readonly List<FeeEntry> fees = [];
    private readonly List<RegisterRemark> remarks = [];

    public int Plots { get; private set; }

    public int Rights => rights.Count;

    /// <summary>Interments with the person they are of, for the comparison with cases.</summary>
    public List<(Interment Interment, OldPerson Person)> Resting { get; } = [];

    public void Add(NewPlot plot, Func<OldPerson, Guid?> caseOf)
    {
        var (old, section) = (plot.Plot, plot.Section!);
        var position = plot.Existing ?? Built(old, section);
        var right = old.Contract is null ? null : PlotRight.FromRegister(position, Right(old, section, position.Code), by, now);
        if (right is not null)
        {
            rights.Add(right);
            foreach (var person in old.Persons) Rest(right, section.Kind, person, caseOf(person));
            Pay(right);
        }
        if (old.Blocked is { } reason) position.Block(reason);
        else position.Follow(right?.State, old.Persons.Count);
        if (old.Remark is { } text) remarks.Add(new() { ImportId = import.Id, PositionId = position.Id, RightId = right?.Id, Row = old.Rows[0].Number, Text = text });
        Plots++;
    }

    public async Task WriteAsync(AnminDb db, CancellationToken ct)
    {
        await db.AddRowsAsync(positions, ct);
        await db.AddRowsAsync(rights, ct);
        await db.AddRowsAsync(rights.SelectMany(r => r.Terms), ct);
        await db.AddRowsAsync(interments, ct);
        await db.AddRowsAsync(fees, ct);
        await db.AddRowsAsync(remarks, ct);
    }

    private Position Built(OldPlot old, Section section)
    {
        var position = new Position
        {
            SectionId = section.Id,
            Division = section.Division,
            Institution = section.Institution,
            OpenedBy = by.Id,
            Origin = by.Institution,
            Code = Position.CodeOf(section.Institution!, section.Code, old.Row, old.Layer, old.Number),
            Row = old.Row,
            Layer = old.Layer,
            Number = old.Number,
            Capacity = old.Capacity,
            Stone = old.Stone,
            AreaCm2 = old.AreaCm2 ?? (section.Kind == SectionKind.Niches ? 0 : null),
            StoneHeightCm = old.HeightCm,
            X = old.X,
            Y = old.Y,
        };
        positions.Add(position);
        return position;
    }

    private static OldRight Right(OldPlot old, Section section, string code)
    {
        var contract = old.Contract!;
        var kind = section.Kind switch { SectionKind.Niches => RightKind.Niche, SectionKind.Graves or SectionKind.Wall => RightKind.Grave, _ => RightKind.Eco };
        return new(kind, KnownPlots.ContractOf(old, code), contract.Holder, contract.HolderId, contract.Phone, contract.Relation, contract.SignedOn, contract.From, contract.Terms,
            contract.UseFen, contract.CareFenPerYear, contract.CarePaidUntil, contract.Certificate, old.Persons.Count > 0 ? old.Persons[0].Name : null);
    }

    private void Rest(PlotRight right, SectionKind kind, OldPerson person, Guid? caseId)
    {
        var how = kind switch { SectionKind.Scattering or SectionKind.Sea => IntermentKind.Scattered, SectionKind.Tree or SectionKind.Lawn or SectionKind.FlowerBed or SectionKind.DeepBurial => IntermentKind.Degradable, _ => IntermentKind.Urn };
        var interment = Interment.Of(right, how, person.Name, person.Id, caseId, null, 0, person.Certificate, person.DiedOn, person.BuriedOn, by);
        interments.Add(interment);
        Resting.Add((interment, person));
    }

    /// <summary>Maintenance that the paper says is paid: what was due and what came, term by term up to that day.</summary>
    private void Pay(PlotRight right)
    {
        if (right is not { CareFenPerYear: > 0, CarePaidUntil: { } paid, TermFrom: { } from }) return;
        IEnumerable<(DateOnly From, DateOnly Until)> periods = right.Terms.Count == 0 ? [(from, paid)] : [.. right.Terms.Select(t => (t.From, t.Until)), (right.Terms[^1].Until.AddDays(1), DateOnly.MaxValue)];
        foreach (var period in periods.TakeWhile(p => p.From <= paid))
        {
            var until = period.Until < paid ? period.Until : paid;
            var fen = right.CareFenPerYear * Years(period.From, until);
            fees.Add(Entry(right, FeeKind.Charge, period.From, until, fen));
            fees.Add(Entry(right, FeeKind.Payment, period.From, until, fen));
        }
    }

    private FeeEntry Entry(PlotRight right, FeeKind kind, DateOnly from, DateOnly until, long fen)
        => new() { RightId = right.Id, Institution = right.Institution!, Kind = kind, From = from, Until = until, Fen = fen, On = from, By = by.Id, Document = kind == FeeKind.Payment ? "旧墓册" : null };

    /// <summary>Years begun.</summary>
    private static int Years(DateOnly from, DateOnly until)
    {
        var years = until.Year - from.Year;
        return from.AddYears(years) <= until ? years + 1 : Math.Max(1, years);
    }
}
