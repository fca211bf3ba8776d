using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Kernel.Modules;

/// <summary>A room's door: everything the host needs to know of a module, readable as a table of contents.</summary>
public interface IModule
{
    /// <summary>Table prefix and first word of every permission and problem code.</summary>
    string Name { get; }

    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>What an administrator may turn while the system runs (参数).</summary>
    IReadOnlyList<Setting> Settings => [];

    /// <summary>Lists people choose from (字典).</summary>
    IReadOnlyList<CodeList> CodeLists => [];

    void AddServices(IServiceCollection services);

    void AddReactions(Reactions reactions)
    {
    }

    void MapTables(ModelBuilder model, PersonalVault vault);

    void MapRoutes(IEndpointRouteBuilder routes);

    /// <summary>Routes a person opens that are no Razor page: papers, downloads. Below the site's root; <see cref="MapRoutes"/> is below <c>/api/v1</c>.</summary>
    void MapPages(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>What a violated database constraint means to a person, by constraint or index name.</summary>
    IReadOnlyDictionary<string, Problem> Constraints => new Dictionary<string, Problem>();

    /// <summary>How what its lanes committed is read back for the check of the journal.</summary>
    IReadOnlyList<Lanes.ILaneRows> LaneRows => [];

    /// <summary>Triggers that hold what columns and indexes cannot; applied after every migration, idempotent.</summary>
    IEnumerable<string> Guards(DatabaseKind database) => [];
}
