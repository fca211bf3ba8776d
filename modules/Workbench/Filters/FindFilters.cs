using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Filters;

/// <summary>保存的筛选 that this person may use, by page.</summary>
internal sealed class FindFilters(FilterDesk desk, IStaffDirectory staff) : IQuestion<FindFilters.Request, FindFilters.Reply>
{
    private const int Most = 200;

    /// <param name="Page">One page only; all where empty.</param>
    public sealed record Request(string? Page = null);

    /// <param name="By">Who made it.</param>
    public sealed record Row(Guid Id, string Page, string PageTitle, string Name, string Href, bool Mine, string By, bool Shared, bool Preferred);

    public sealed record Reply(IReadOnlyList<Row> Rows, bool MayShare);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var found = desk.Usable().AsNoTracking();
        if (!string.IsNullOrEmpty(request.Page)) found = found.Where(f => f.Page == request.Page);
        var rows = await found.OrderBy(f => f.Page).ThenBy(f => f.Id).Take(Most).ToListAsync(ct);
        var preferred = await desk.Db.PreferredFilters.AsNoTracking().Where(p => p.Person == desk.By.Id).Select(p => p.FilterId).ToListAsync(ct);
        return new Reply(
            [.. rows.Where(f => desk.PageOf(f.Page) is not null).Select(f => new Row(f.Id, f.Page, desk.PageOf(f.Page)!.Title, f.Name, f.Page + f.Query, f.Person == desk.By.Id, staff.Find(f.Person)?.Name ?? "", f.Shared, preferred.Contains(f.Id)))],
            desk.By.Institution is not null && desk.By.May(WorkbenchPermissions.ShareFilters));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindFilters, Request, Reply>("/filters");
}
