using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Administration.Dictionaries;

/// <summary>字典: every list people choose from, with its entries, and what was changed here.</summary>
internal sealed class FindDictionaries(DictionaryBook book, AdminChanges changes) : IQuestion<FindDictionaries.Request, FindDictionaries.Reply>
{
    /// <param name="List">Key of a list; the first where empty.</param>
    /// <param name="Q">Only entries whose code or word has these characters.</param>
    public sealed record Request(string? List = null, string? Q = null);

    public sealed record Summary(string Key, string Label, int Count, bool Editable);

    public sealed record Reply(IReadOnlyList<Summary> Lists, CodeList Chosen, IReadOnlyList<DictionaryBook.Entry> Entries, IReadOnlyList<ChangeLine> History);

    public Permission Permission => IdentityPermissions.KeepDictionaries;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var lists = book.Lists.OrderByDescending(l => l.Editable).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
        if ((string.IsNullOrWhiteSpace(request.List) ? lists[0] : book.List(request.List)) is not { } chosen) return KernelProblems.NotFound;
        var entries = book.All(chosen);
        var shown = request.Q?.Trim() is { Length: > 0 } q ? [.. entries.Where(e => e.Label.Contains(q, StringComparison.OrdinalIgnoreCase) || e.Code.Contains(q, StringComparison.OrdinalIgnoreCase))] : entries;
        return new Reply([.. lists.Select(l => new Summary(l.Key, l.Label, book.All(l).Count, l.Editable))], chosen, shown,
            await changes.LatestAsync(ChangeDictionary.Kind, [.. entries.Select(e => ChangeDictionary.KeyOf(chosen.Key, e.Code))], ct));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDictionaries, Request, Reply>("/dictionaries");
}
