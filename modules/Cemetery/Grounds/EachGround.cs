using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Cemetery.Grounds;

/// <summary>A round over every ground that is open, each turn a commit of its own: a ground's next turn comes while its last one says there is more.</summary>
internal static class EachGround
{
    extension(IServiceScopeFactory scopes)
    {
        /// <param name="turn">One turn for the ground; true where more is left.</param>
        public async Task ForEachGroundAsync(Permission under, Func<IServiceProvider, string, Task<bool>> turn, CancellationToken ct)
        {
            var grounds = await scopes.AsSystemAsync(services => services.GetRequiredService<AnminDb>().Grounds.AsNoTracking().Where(g => !g.Retired).OrderBy(g => g.Id).Select(g => g.Id).ToListAsync(ct));
            foreach (var ground in grounds)
                while (!ct.IsCancellationRequested && await scopes.AsSystemAsync(services =>
                {
                    services.GetRequiredService<CurrentActor>().ActUnder(under);
                    return turn(services, ground);
                }))
                {
                }
        }
    }
}
