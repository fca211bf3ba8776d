using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Filters;

/// <summary>保存这个筛选: what a list is cut to now, under a name of one's own.</summary>
internal sealed class SaveFilter(FilterDesk desk, Reading reading, TimeProvider clock) : IUseCase<SaveFilter.Request, SaveFilter.Reply>
{
    private const int MostPerPage = 20;

    /// <param name="Page">The page's own address.</param>
    /// <param name="Query">As it stands in the address; of it only what the page names is kept.</param>
    public sealed record Request(string? Page, string? Query, string? Name);

    /// <param name="Href">The page with it.</param>
    public sealed record Reply(Guid FilterId, string Href);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "名称", SavedFilter.MostName);
        if (reading.Problem is { } bad) return bad;
        if (desk.PageOf(request.Page) is not { } page) return FilterProblems.NoPage;
        if (!FilterDesk.Keep(page, request.Query).Try(out var query, out var problem) || !FilterDesk.NotPersonal(name!).Try(out _, out problem)) return problem;
        var own = await desk.Db.SavedFilters.Where(f => f.Person == desk.By.Id && f.Page == page.Path).Select(f => f.Name).ToListAsync(ct);
        if (own.Contains(name!)) return FilterProblems.NameTaken;
        if (own.Count >= MostPerPage) return FilterProblems.TooMany;
        var filter = SavedFilter.Save(page.Path, query, name!, desk.By, clock.GetUtcNow());
        desk.Db.Add(filter);
        return new Reply(filter.Id, filter.Page + filter.Query);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SaveFilter, Request, Reply>("/filters");

    /// <summary>The form below a list posts here; sharing is a use case and a right of its own. Back to the list, whose address comes from what was kept and never from the form.</summary>
    public static void MapPage(IEndpointRouteBuilder routes) => routes.MapPost("/work/filters/save", async ([FromForm] string? page, [FromForm] string? query, [FromForm] string? name, [FromForm] bool? shared, HttpRequest http, Gate gate, SaveFilter save, ShareFilter share, CancellationToken ct) =>
    {
        if (!(await gate.RunAsync(save, new Request(page, query, name), null, ct)).Try(out var saved, out var problem)) return CsvAnswer.Refused(http, problem, "/work/filters");
        if (shared is true && !(await gate.RunAsync(share, new ShareFilter.Request(saved.FilterId, true), null, ct)).Try(out _, out problem)) return CsvAnswer.Refused(http, problem, "/work/filters");
        return Results.Redirect(saved.Href);
    }).ExcludeFromDescription();
}
