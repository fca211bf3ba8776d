using Anmin.Kernel.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Jobs;

/// <summary>Work in a scope of its own, with its actor from its first look at the database on: who looks before saying who they are sees nothing.</summary>
public static class OwnScope
{
    extension(IServiceScopeFactory scopes)
    {
        /// <summary>What a job does: as <see cref="Actor.System"/>.</summary>
        public Task<T> AsSystemAsync<T>(Func<IServiceProvider, Task<T>> work) => scopes.AsActorAsync(Actor.System, work);

        /// <inheritdoc cref="AsSystemAsync{T}"/>
        public Task AsSystemAsync(Func<IServiceProvider, Task> work) => scopes.AsActorAsync(Actor.System, null, work);

        /// <summary>What a job does for somebody, or a part of a page that is read beside the page's own questions.</summary>
        public async Task<T> AsActorAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
            return await work(scope.ServiceProvider);
        }

        /// <param name="under">The permission whose reach is in force for what is read without the Gate; null for none.</param>
        public Task AsActorAsync(Actor actor, Permission? under, Func<IServiceProvider, Task> work) => scopes.AsActorAsync(actor, async services =>
        {
            if (under is not null) services.GetRequiredService<CurrentActor>().ActUnder(under);
            await work(services);
            return true;
        });
    }
}
