using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Public;

/// <summary>价格公示: which institutions have a list in force on a day, and which have none.</summary>
internal sealed class FindPublicLists(PublicLists lists, IInstitutionDirectory institutions) : IQuestion<FindPublicLists.Request, FindPublicLists.Reply>
{
    /// <param name="County">Six digits; all where empty.</param>
    /// <param name="Text">A part of the institution's name.</param>
    /// <param name="Date">As people write it; today where empty.</param>
    public sealed record Request(string? County = null, string? Text = null, string? Date = null);

    public sealed record Row(string Institution, string InstitutionName, string County, string List, string Title, string Document, DateOnly From, DateOnly? Until, int Items);

    /// <param name="Without">Institutions that should have a list and have published none here.</param>
    public sealed record Reply(DateOnly Date, IReadOnlyList<Row> Rows, IReadOnlyList<string> Without);

    public Permission Permission => Permission.Anyone;

    private static readonly string[] Kinds = ["funeral-home", "columbarium", "cemetery"];

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!lists.Day(request.Date).Try(out var day, out var problem)) return problem.At(nameof(request.Date));
        var text = request.Text?.Trim() ?? "";
        var all = await lists.AllAsync(day, [], ct);
        var rows = all.Where(l => Wanted(institutions.Find(l.Head.Institution)?.Division ?? "", l.InstitutionName))
            .Select(l => new Row(l.Head.Institution, l.InstitutionName, l.County, l.Head.Code, l.Head.Title, l.Head.Document, l.Head.From, l.Head.Until, l.Whole.Lines.Count)).ToList();
        var known = all.Select(l => l.Head.Institution).ToHashSet();
        var without = Kinds.SelectMany(k => institutions.OfKind(k)).Where(i => !known.Contains(i.Id) && Wanted(i.Division, i.Name)).Select(i => i.Name).ToList();
        return new Reply(day, rows, without);

        bool Wanted(string division, string name) => (string.IsNullOrEmpty(request.County) || division.StartsWith(request.County, StringComparison.Ordinal)) && name.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindPublicLists, Request, Reply>("/public/price-lists");
}
