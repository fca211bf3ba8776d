using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Workbench.Filters;

/// <summary>给自己保存的筛选改名.</summary>
internal sealed class RenameFilter(FilterDesk desk, Reading reading) : IUseCase<RenameFilter.Request, Done>
{
    public sealed record Request(Guid FilterId, string? Name);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Text(request.Name, nameof(request.Name), "名称", SavedFilter.MostName);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OwnAsync(request.FilterId, ct)).Try(out var filter, out var problem) || !FilterDesk.NotPersonal(name!).Try(out _, out problem)) return problem;
        if (await desk.Db.SavedFilters.AnyAsync(f => f.Person == filter.Person && f.Page == filter.Page && f.Name == name && f.Id != filter.Id, ct)) return FilterProblems.NameTaken;
        filter.Rename(name!);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RenameFilter, Request, Done>("/filters/rename");
}

/// <summary>共享给本单位, or no longer. One's own only; others may use it and not change it.</summary>
internal sealed class ShareFilter(FilterDesk desk) : IUseCase<ShareFilter.Request, Done>
{
    public sealed record Request(Guid FilterId, bool Shared);

    public Permission Permission => WorkbenchPermissions.ShareFilters;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OwnAsync(request.FilterId, ct)).Try(out var filter, out var problem)) return problem;
        if (request.Shared && filter.Institution is null) return FilterProblems.NoInstitution;
        filter.Share(request.Shared);
        if (!request.Shared) await desk.Db.PreferredFilters.Where(p => p.FilterId == filter.Id && p.Person != filter.Person).ExecuteDeleteAsync(ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ShareFilter, Request, Done>("/filters/share");
}

/// <summary>设为默认: the page opens with it, for this person only. One's own or a shared one.</summary>
internal sealed class PreferFilter(FilterDesk desk) : IUseCase<PreferFilter.Request, Done>
{
    public sealed record Request(Guid FilterId, bool Preferred);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await desk.Usable().AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.FilterId, ct) is not { } filter) return KernelProblems.NotFound;
        var now = await desk.Db.PreferredFilters.FirstOrDefaultAsync(p => p.Person == desk.By.Id && p.Page == filter.Page, ct);
        if (!request.Preferred)
        {
            if (now?.FilterId == filter.Id) desk.Db.Remove(now);
        }
        else if (now is null) desk.Db.Add(new PreferredFilter { Person = desk.By.Id, Page = filter.Page, FilterId = filter.Id });
        else now.FilterId = filter.Id;
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PreferFilter, Request, Done>("/filters/prefer");
}

/// <summary>删除自己保存的筛选. For whoever had it as default the page opens with everything again.</summary>
internal sealed class DropFilter(FilterDesk desk) : IUseCase<DropFilter.Request, Done>
{
    public sealed record Request(Guid FilterId);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OwnAsync(request.FilterId, ct)).Try(out var filter, out var problem)) return problem;
        await desk.Db.PreferredFilters.Where(p => p.FilterId == filter.Id).ExecuteDeleteAsync(ct);
        desk.Db.Remove(filter);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<DropFilter, Request, Done>("/filters/drop");
}
