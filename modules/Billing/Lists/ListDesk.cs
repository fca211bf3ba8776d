using System.Globalization;
using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Pricing;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

/// <summary>What use cases of lists have on the desk: the list within reach, whole, and what it is held against.</summary>
internal sealed class ListDesk(AnminDb db, Reference reference, RuleBook rules, CatalogueBook catalogue, IInstitutionDirectory institutions, TimeProvider clock, CommandContext context, CurrentActor current)
{
    /// <summary>Highest mark-up on goods, in percent.</summary>
    public const string MarkupRule = "fee.markup.max";

    public AnminDb Db => db;

    public CommandContext Context => context;

    public Actor By => current.Actor;

    /// <summary>Whole microseconds, which is what both databases keep.</summary>
    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public DateOnly Today => LocalClock.DateOf(Now, reference.Now.Zone);

    public string DivisionOf(string institution) => institutions.Find(institution)?.Division ?? reference.Now.City.Division;

    public InstitutionCard? Institution(string id) => institutions.Find(id);

    /// <summary>Institutions that charge, within reach.</summary>
    public IReadOnlyList<InstitutionCard> Within => [.. ((string[])["funeral-home", "columbarium", "cemetery"]).SelectMany(kind => institutions.OfKind(kind)).Where(i => Reaches(i.Id))];

    public bool Reaches(string institution)
        => current.Scope is var scope && (scope.All || scope.Institutions.Contains(institution) || (institutions.Find(institution) is { } place && scope.Divisions.Any(d => place.Division.StartsWith(d, StringComparison.Ordinal))));

    /// <summary>The list within the reach of the permission at work; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<PriceList>> OpenAsync(string? code, CancellationToken ct)
        => await db.PriceLists.SingleOrDefaultAsync(l => l.Code == code, ct) is { } list && Reaches(list.Institution) ? list : KernelProblems.NotFound;

    public async Task<WholeList> WholeAsync(PriceList list, CancellationToken ct) => new(
        list,
        await db.PriceListItems.AsNoTracking().Where(i => i.List == list.Code).OrderBy(i => i.Ordinal).ThenBy(i => i.Code).ToListAsync(ct),
        (await db.PriceListTerms.AsNoTracking().Where(t => t.List == list.Code).OrderBy(t => t.Ordinal).ToListAsync(ct)).ToLookup(t => t.Item),
        await db.PriceListPackages.AsNoTracking().Where(p => p.List == list.Code).OrderBy(p => p.Code).ToListAsync(ct),
        (await db.PriceListPackageItems.AsNoTracking().Where(p => p.List == list.Code).ToListAsync(ct)).ToLookup(p => p.Package));

    public CheckedAgainst AgainstOn(DateOnly day, string institution)
    {
        var division = DivisionOf(institution);
        var cap = rules.Find(MarkupRule, division, day);
        return new(catalogue.On(day, division), institutions.Find(institution)?.Kind ?? "",
            cap.Ok && decimal.TryParse(cap.Value.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent : null, cap.Value?.Source ?? "");
    }

    public IReadOnlyList<ListFault> Faults(WholeList whole, DateOnly from) => ListCheck.Of(whole, AgainstOn(from, whole.List.Institution));

    public Task<PriceList?> LatestAsync(string institution, CancellationToken ct)
        => db.PriceLists.Where(l => l.Institution == institution && (l.State == PriceListState.Published || l.State == PriceListState.Superseded)).OrderByDescending(l => l.From).FirstOrDefaultAsync(ct);

    /// <summary>Code of the list it replaces, or would replace; null for the first.</summary>
    public async Task<string?> BeforeAsync(PriceList list, CancellationToken ct)
        => list.Replaces ?? (await db.PriceLists.AsNoTracking().Where(l => l.Institution == list.Institution && l.Code != list.Code && (l.State == PriceListState.Published || l.State == PriceListState.Superseded)).OrderByDescending(l => l.From).Select(l => new { l.Code, l.From }).ToListAsync(ct))
            .Find(l => !list.WasPublished || l.From < list.From)?.Code;

    /// <summary>All lines anew; the old ones go in the same commit.</summary>
    public async Task ReplaceAsync(string list, IReadOnlyList<(PriceListItem Item, IReadOnlyList<PriceTerm> Terms)> lines, CancellationToken ct)
    {
        var (items, terms) = (await db.PriceListItems.Where(i => i.List == list).ToDictionaryAsync(i => i.Code, ct), await db.PriceListTerms.Where(t => t.List == list).ToListAsync(ct));
        foreach (var gone in items.Values.Where(i => !lines.Any(l => l.Item.Code == i.Code))) db.Remove(gone);
        foreach (var (item, _) in lines)
        {
            if (items.TryGetValue(item.Code, out var there)) db.Entry(there).CurrentValues.SetValues(item.In(list));
            else db.Add(item.In(list));
        }
        Lay(terms, [.. lines.SelectMany(l => l.Terms.Select((t, i) => PriceListTerm.Of(list, l.Item.Code, i + 1, t)))]);
    }

    /// <summary>Rows of the same key are changed, not removed and added: one commit cannot do both.</summary>
    public void Lay(IReadOnlyList<PriceListTerm> there, IReadOnlyList<PriceListTerm> wanted)
    {
        var known = there.ToDictionary(t => (t.Item, t.Ordinal));
        foreach (var term in wanted)
        {
            if (known.Remove((term.Item, term.Ordinal), out var old)) db.Entry(old).CurrentValues.SetValues(term);
            else db.Add(term);
        }
        foreach (var gone in known.Values) db.Remove(gone);
    }
}
