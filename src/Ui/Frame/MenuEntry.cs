using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Ui.Frame;

/// <summary>One place of the staff rail. A module registers its own as a singleton; the rail shows those the person may open.</summary>
/// <param name="Order">Tens: 10 the workbench, 900 the audit.</param>
/// <param name="Permission">Shown to those who hold it.</param>
/// <param name="Href">An absolute path. Below <c>/admin</c> it stands in the administrators' list, everything else in the rail.</param>
/// <param name="Label">Two to four characters.</param>
/// <param name="Icon">A name of <c>Icons</c>.</param>
public sealed record MenuEntry(int Order, Permission Permission, string Href, string Label, string Icon)
{
    /// <summary>Heading in the administrators' list: 组织与人员, 权限与安全, 系统, 审计, 开放接口, 消息.</summary>
    public string? Group { get; init; }

    public bool OfAdmin => Surfaces.Under(Href, "/admin");

    /// <summary>Things waiting, asked while the frame is drawn: one count over an index, or leave it out.</summary>
    public Func<IServiceProvider, CancellationToken, ValueTask<int?>>? Count { get; init; }

    private const int MostCounted = 100;

    /// <summary>
    /// With how much waits there for the person at hand, up to a hundred: within the reach of the entry's permission, in a scope of its own,
    /// because the frame and the page are drawn at once and one database context serves one at a time.
    /// </summary>
    public MenuEntry Counting<T>(Func<AnminDb, Actor, IQueryable<T>> waiting) => this with
    {
        Count = async (services, ct) =>
        {
            var (me, count) = (services.GetRequiredService<CurrentActor>().Actor, 0);
            await services.GetRequiredService<IServiceScopeFactory>().AsActorAsync(me, Permission, async own => count = await waiting(own.GetRequiredService<AnminDb>(), me).Take(MostCounted).CountAsync(ct));
            return count;
        },
    };
}
