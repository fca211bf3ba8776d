using System.Text;
using System.Text.RegularExpressions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Filters;

/// <summary>What every use case about saved filters has on its desk: the pages that have them, what may be kept, whose they are.</summary>
internal sealed partial class FilterDesk(AnminDb db, CurrentActor current, IEnumerable<FilteredPage> pages)
{
    public AnminDb Db => db;

    public Actor By => current.Actor;

    /// <summary>A page this person may open; null for any other address, ours or not.</summary>
    public FilteredPage? PageOf(string? path) => pages.FirstOrDefault(p => p.Path == path && By.May(p.Permission));

    /// <summary>Only what the page names, in its order: nothing else of an address is ever kept or led to.</summary>
    public static Outcome<string> Keep(FilteredPage page, string? query)
    {
        var typed = QueryHelpers.ParseQuery(query ?? "");
        var kept = page.Keys.Select(k => (Key: k, Value: typed.TryGetValue(k, out var v) ? v.ToString() : "")).Where(k => k.Value.Length > 0).ToList();
        if (kept.Count == 0) return FilterProblems.Nothing;
        if (kept.Exists(k => !Guid.TryParse(k.Value, out _) && Personal().IsMatch(k.Value.Normalize(NormalizationForm.FormKC)))) return FilterProblems.Personal;
        var text = string.Concat(kept.Select((k, i) => $"{(i == 0 ? '?' : '&')}{k.Key}={Uri.EscapeDataString(k.Value)}"));
        return text.Length > SavedFilter.MostQuery ? FilterProblems.TooLong : text;
    }

    /// <summary>The name stands on a chip for others to read.</summary>
    public static Outcome<Done> NotPersonal(string name) => Personal().IsMatch(name.Normalize(NormalizationForm.FormKC)) ? FilterProblems.Personal : Done.It;

    /// <summary>Their own, and what their institution shares.</summary>
    public IQueryable<SavedFilter> Usable()
    {
        var (person, home) = (By.Id, By.Institution);
        return db.SavedFilters.Where(f => f.Person == person || (f.Shared && f.Institution != null && f.Institution == home));
    }

    /// <summary>Their own; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<SavedFilter>> OwnAsync(Guid id, CancellationToken ct)
        => await db.SavedFilters.FirstOrDefaultAsync(f => f.Id == id && f.Person == By.Id, ct) is { } own ? own : KernelProblems.NotFound;

    /// <summary>A mobile number, a resident number, or a long run of digits that is no division code.</summary>
    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)|\d{14,}[\dXx]")]
    private static partial Regex Personal();
}

/// <summary>For the pages: what can be used there, in a scope of its own.</summary>
internal sealed class FilterShelf(IServiceScopeFactory scopes, CurrentActor current, IEnumerable<FilteredPage> pages) : ISavedFilters
{
    public string Keep(string path, string query) => pages.FirstOrDefault(p => p.Path == path) is { } page && FilterDesk.Keep(page, query).Try(out var kept, out _) ? kept : "";

    public ValueTask<SavedFilterShelf> OfAsync(string path, CancellationToken ct) => new(scopes.AsActorAsync(current.Actor, services => OfAsync(services.GetRequiredService<FilterDesk>(), path, ct)));

    private async Task<SavedFilterShelf> OfAsync(FilterDesk desk, string path, CancellationToken ct)
    {
        if (desk.PageOf(path) is null) return new([], false);
        var person = current.Actor.Id;
        var preferred = await desk.Db.PreferredFilters.AsNoTracking().Where(p => p.Person == person && p.Page == path).Select(p => (Guid?)p.FilterId).FirstOrDefaultAsync(ct);
        var rows = await desk.Usable().AsNoTracking().Where(f => f.Page == path).OrderBy(f => f.Id).Take(40).ToListAsync(ct);
        return new([.. rows.Select(f => new SavedFilterChip(f.Name, f.Page + f.Query, f.Id == preferred, f.Person != person))], current.Actor.Institution is not null && current.Actor.May(WorkbenchPermissions.ShareFilters));
    }
}
