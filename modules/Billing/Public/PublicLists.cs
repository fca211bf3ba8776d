using Anmin.Billing.Lists;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Public;

/// <summary>A list in force on a day at an institution, as anybody may read it.</summary>
internal sealed record ShownList(PriceList Head, string InstitutionName, string County, ShownLines Whole)
{
    public PrintedList Printed => new(Head.Code, Head.Institution, Head.Document, Head.From, Head.Until, Whole.Items);
}

/// <summary>The lists everybody may see: in force on a day, of every institution (发改价格〔2026〕108号: 收费公示).</summary>
internal sealed class PublicLists(AnminDb db, ListShelf shelf, IInstitutionDirectory institutions, DivisionBook divisions, Reference reference, TimeProvider clock)
{
    public DateOnly Today => LocalClock.DateOf(clock.GetUtcNow(), reference.Now.Zone);

    /// <summary>The day asked for, today where none is.</summary>
    public Outcome<DateOnly> Day(string? typed) => string.IsNullOrWhiteSpace(typed) ? Today : DateReading.Read(typed, Today);

    /// <summary>One query for the heads; the lines come from the shelf.</summary>
    public async Task<IReadOnlyList<ShownList>> AllAsync(DateOnly day, IReadOnlyCollection<string> of, CancellationToken ct)
    {
        var heads = await Heads(day).Where(l => of.Count == 0 || of.Contains(l.Institution)).ToListAsync(ct);
        var shown = new List<ShownList>();
        foreach (var head in heads.Where(l => l.InForceOn(day))) shown.Add(await ShowAsync(head, ct));
        return [.. shown.OrderBy(s => s.Head.Institution, StringComparer.Ordinal)];
    }

    /// <summary>Null where nothing was in force at the institution on the day.</summary>
    public async Task<ShownList?> OneAsync(string institution, DateOnly day, CancellationToken ct)
        => (await Heads(day).Where(l => l.Institution == institution).ToListAsync(ct)).Find(l => l.InForceOn(day)) is { } head ? await ShowAsync(head, ct) : null;

    private IQueryable<PriceList> Heads(DateOnly day) => db.AcrossScopes<PriceList>("公众查看收费清单").AsNoTracking().Where(l => l.From <= day && (l.Until == null || l.Until >= day));

    private async Task<ShownList> ShowAsync(PriceList head, CancellationToken ct)
    {
        var card = institutions.Find(head.Institution);
        return new(head, card?.Name ?? head.Institution, card is null ? "" : CountyOf(card.Division), await shelf.OfAsync(db, head, ct));
    }

    /// <summary>Name of the county a place lies in; of the city where it lies in none.</summary>
    public string CountyOf(string division) => divisions.Find(division.Length > 6 ? division[..6] : division)?.Name ?? "";
}
