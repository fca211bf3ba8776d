using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Billing;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Public;

/// <summary>Grounds as anybody may see them: kinds of places, prices of the list in force, real counts. Never a name.</summary>
internal sealed class PublicYard(AnminDb db, IInstitutionDirectory institutions, IPriceBook prices, RuleBook rules, DivisionBook divisions, Reference reference, TimeProvider clock)
{
    private const string Why = "公众查看公墓和骨灰堂";
    private static readonly string[] Kinds = ["cemetery", "columbarium"];

    /// <summary>Bands of the filter 20年一共, whole 元 separated by bars.</summary>
    private const string Bands = "plot.public.bands";

    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public TimeZoneInfo Zone => reference.Now.Zone;

    public DateOnly Today => LocalClock.DateOf(clock.GetUtcNow(), Zone);

    public IQueryable<Section> Sections => db.AcrossScopes<Section>(Why).AsNoTracking().Where(s => s.ClosedAt == null);

    public IQueryable<Position> Positions => db.AcrossScopes<Position>(Why).AsNoTracking();

    public IReadOnlyList<long> BandsFen => Rule(Bands, reference.Now.City.Division)?.Value.Split('|').Select(b => long.Parse(b, NumberStyles.None, CultureInfo.InvariantCulture) * 100).ToList() ?? [];

    /// <summary>Cemeteries and columbaria of the pack, with their approval; those a pack has withdrawn are left out.</summary>
    public async Task<IReadOnlyList<(InstitutionCard Card, Ground Ground)>> GroundsAsync(CancellationToken ct)
    {
        var grounds = await db.Grounds.AsNoTracking().Where(g => !g.Retired).ToDictionaryAsync(g => g.Id, ct);
        return [.. Kinds.SelectMany(k => institutions.OfKind(k)).Where(c => grounds.ContainsKey(c.Id)).Select(c => (c, grounds[c.Id]))];
    }

    public async Task<PriceListCard?> ListAsync(string institution, CancellationToken ct) => (await prices.ListAsync(institution, Today, ct)).Value;

    public Rule? Rule(string key, string division) => rules.Find(key, division, Today).Value;

    /// <summary>Who may have a place before a death, by the rules of the place: each with its law.</summary>
    public IReadOnlyList<ExceptionLine> Exceptions(string division) =>
        [.. PublicWords.Exceptions.Select(e => (e.Words, Rule: Rule("plot.exception." + e.Key, division))).Where(e => e.Rule is { Value: not "forbidden" })
            .Select(e => new ExceptionLine(e.Rule!.Unit == "count" ? $"{e.Words}（年满{e.Rule.Value}周岁）" : e.Words, e.Rule.Source))];

    public IReadOnlyList<string> Papers(string division) => Rule("plot.sale.papers", division)?.Value.Split('|') ?? [];

    /// <summary>Years of the longest term; null where no rule sets one, as for places that keep no mark.</summary>
    public int? Years(SectionKind kind, string division) => kind switch
    {
        SectionKind.Scattering or SectionKind.Sea => null,
        _ => Rule(kind == SectionKind.Niches ? "niche.term.max" : "plot.term.max", division) is { } rule && int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : null,
    };

    public IReadOnlyList<PlaceOffer> Offers(IReadOnlyList<Section> sections, PriceListCard? list, string division) =>
        [.. sections.GroupBy(s => (s.Kind, s.UseItem, s.CareItem)).Select(g => Offer(g.Key.Kind, g.Key.UseItem, g.Key.CareItem, g.Sum(s => s.Free), list, division))
            .OrderBy(o => o.Form == "eco").ThenBy(o => o.TotalFen?.Least ?? long.MaxValue).ThenBy(o => o.Name, StringComparer.Ordinal)];

    public PlaceOffer Offer(SectionKind kind, string? useItem, string? careItem, int free, PriceListCard? list, string division)
    {
        var use = list?.Lines.FirstOrDefault(l => l.Item == useItem);
        var care = list?.Lines.FirstOrDefault(l => l.Item == careItem);
        var years = Years(kind, division);
        // a place of the ground has one term: what is paid by the year is shown for the whole of it
        var (useFen, careFen) = (use is null ? (PriceSpan?)null : Span(use)!.Value * PriceUnits.Times(use.Unit, years ?? 1), care is null ? (PriceSpan?)null : Span(care)!.Value * TimesAYear(care.Unit));
        // without a price for the use nothing is known of the whole
        var total = useFen is null || (careItem is not null && careFen is null) ? null : careFen is { } yearly && years is { } term ? useFen + yearly * term : careFen is null ? useFen : null;
        return new PlaceOffer($"{kind}-{useItem}", PublicWords.Form(kind), use is null || kind is not (SectionKind.Graves or SectionKind.Niches or SectionKind.Wall) ? PublicWords.Kind(kind) : PublicWords.Thing(use.Name),
            use?.Way ?? care?.Way ?? "", years ?? 0, useFen, careFen, total, free, kind is not (SectionKind.Scattering or SectionKind.Sea), PublicWords.Unit(kind), use?.Terms is { Length: > 0 } terms ? terms : null);
    }

    private static PriceSpan? Span(PriceListLine? line) => line is null ? null : new(line.LeastFen, line.MostFen);

    /// <summary>A list prices maintenance by the year or, in old deposit rooms, by the month.</summary>
    private static int TimesAYear(string unit) => unit.EndsWith('月') ? 12 : 1;

    public string CountyOf(string division) => divisions.Find(division.Length > 6 ? division[..6] : division)?.Name ?? "";

    /// <summary>离宿城区殡仪馆约12公里, as the crow flies: from the county's funeral home, which everybody there knows. Nobody is asked where they are.</summary>
    public string Distance(InstitutionCard ground)
    {
        if (ground is not { Latitude: { } north, Longitude: { } east }) return "距离不详";
        var county = ground.Division[..Math.Min(6, ground.Division.Length)];
        var known = institutions.OfKind("funeral-home").Where(i => i is { Latitude: not null, Longitude: not null }).ToList();
        return (known.Find(i => i.Division.StartsWith(county, StringComparison.Ordinal)) ?? known.FirstOrDefault()) is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"离{from.Name}约{Kilometres(from.Latitude!.Value, from.Longitude!.Value, north, east):0}公里")
            : "距离不详";
    }

    private static double Kilometres(double north, double east, double otherNorth, double otherEast)
    {
        const double degree = 111.32;
        var up = (otherNorth - north) * degree;
        var across = (otherEast - east) * degree * Math.Cos((north + otherNorth) / 2 * Math.PI / 180);
        return Math.Max(1, Math.Sqrt(up * up + across * across));
    }

    /// <summary>Positions whose hold is over although nobody has tidied yet: free for whoever comes now.</summary>
    public async Task<HashSet<Guid>> LapsedAsync(string institution, CancellationToken ct)
    {
        var now = Now;
        return [.. await db.AcrossScopes<PlotRight>(Why).AsNoTracking().Where(r => r.Institution == institution && (r.State == RightState.Held || r.State == RightState.Signed) && r.LapsesAt <= now).Select(r => r.PositionId).ToListAsync(ct)];
    }
}

/// <param name="Words">健在配偶合葬.</param>
/// <param name="Source">Law and article.</param>
internal sealed record ExceptionLine(string Words, string Source);
