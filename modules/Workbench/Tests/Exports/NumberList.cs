using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Modules;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Workbench.Tests.Exports;

/// <summary>A list only the tests know: the numbers up to its filter, and with which reach each part was read.</summary>
internal sealed class NumberList(CurrentActor current, NumberList.Seen seen) : IListExport
{
    public static readonly Permission Right = new("funeral.case.export", "导出案卷清单");

    public sealed class Seen
    {
        public ConcurrentQueue<string> Reaches { get; } = new();
    }

    public string List => "test.numbers";

    public string Title => "数目清单";

    public string FileName => "numbers";

    public string Heading => "数目";

    public Permission Permission => Right;

    public Task<Outcome<ListPart>> ReadAsync(string filter, string? after, int most, CancellationToken ct)
    {
        if (filter == "broken") throw new InvalidOperationException("The list is broken.");
        seen.Reaches.Enqueue(current.Actor.ReachOf(Right).ToString());
        var (last, from) = (int.Parse(filter, CultureInfo.InvariantCulture), int.Parse(after ?? "0", CultureInfo.InvariantCulture));
        var to = Math.Min(last, from + most);
        var lines = new StringBuilder();
        for (var n = from + 1; n <= to; n++) lines.Append(n).Append("\r\n");
        return Task.FromResult<Outcome<ListPart>>(new ListPart(lines.ToString(), to - from, to < last ? to.ToString(CultureInfo.InvariantCulture) : null));
    }
}

internal sealed class AskForNumbers(IExportDesk desk) : IUseCase<AskForNumbers.Request, Guid>
{
    public sealed record Request(string Filter, int Total);

    public Permission Permission => NumberList.Right;

    public Task<Outcome<Guid>> HandleAsync(Request request, CancellationToken ct) => desk.AskAsync(new("test.numbers", "到" + request.Filter, request.Filter, request.Total), ct);
}

public sealed class NumberModule : IModule
{
    public string Name => "test";

    public IReadOnlyList<Permission> Permissions => [];

    public void AddServices(IServiceCollection services) => services.AddTransient<AskForNumbers>().AddScoped<IListExport, NumberList>().AddSingleton<NumberList.Seen>();

    public void MapTables(ModelBuilder model, PersonalVault vault)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
