using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Workbench;

/// <summary>我的工作台: what is to be done, by when. Each kind is read from an index and cut, so that a million old cases cost nothing.</summary>
internal sealed class WorkQueue(WorkSources sources, CaseFile file) : IQuestion<WorkQueue.Request, WorkQueue.Reply>
{
    /// <param name="Kinds">Names of <see cref="WorkKind"/> joined by commas; empty for all the actor may do.</param>
    /// <param name="Most">Rows of each kind, 1 to 200.</param>
    public sealed record Request(string? Kinds = null, int? Most = null);

    /// <param name="Kinds">How many of each kind the actor may do, counted up to <see cref="Most"/>.</param>
    /// <param name="Cut">Some kind has more than is listed.</param>
    public sealed record Reply(IReadOnlyList<Group> Groups, IReadOnlyList<KindCount> Kinds, int Late, int Soon, int Today, int All, DateTimeOffset? Oldest, bool Cut, DateTimeOffset Now);

    public sealed record Group(string Title, IReadOnlyList<WorkItem> Items);

    public sealed record KindCount(WorkKind Kind, string Label, int Count, bool More);

    public Permission Permission => FuneralPermissions.ReadCases;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var asked = (request.Kinds ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (asked.Any(a => !Enum.TryParse<WorkKind>(a, true, out var kind) || !Enum.IsDefined(kind))) return FuneralProblems.FilterUnknown with { Field = nameof(request.Kinds) };
        var most = Math.Clamp(request.Most ?? 100, 1, 200);
        var mine = Enum.GetValues<WorkKind>().Where(kind => Array.Exists(WorkWords.For(kind), file.By.May)).ToList();
        var items = new List<WorkItem>();
        var counts = new List<KindCount>();
        foreach (var kind in mine)
        {
            var found = await sources.OfAsync(kind, most + 1, ct);
            counts.Add(new(kind, WorkWords.Of(kind), Math.Min(found.Count, most), found.Count > most));
            if (asked.Length == 0 || asked.Contains(kind.ToString(), StringComparer.OrdinalIgnoreCase)) items.AddRange(found.Take(most));
        }
        return Arrange(items, counts);
    }

    private Reply Arrange(List<WorkItem> items, List<KindCount> counts)
    {
        var now = file.Now;
        var soon = now.AddHours(2);
        var midnight = LocalClock.EndOf(file.Today, file.Zone);
        // what has no clock is work of today: somebody waits
        var sorted = items.OrderBy(i => i.Due ?? midnight.AddTicks(-1)).ThenBy(i => i.From).ToList();
        List<WorkItem> Of(Func<WorkItem, bool> fits) => [.. sorted.Where(fits)];
        var late = Of(i => i.Due < now);
        var near = Of(i => i.Due >= now && i.Due < soon);
        var today = Of(i => i.Due is null || (i.Due >= soon && i.Due <= midnight));
        var later = Of(i => i.Due > midnight && i.Due >= soon);
        var groups = new[] { new Group("已逾期", late), new("两小时内", near), new("今天", today), new("明天起", later) };
        return new([.. groups.Where(g => g.Items.Count > 0)], counts, late.Count, near.Count, near.Count + today.Count, items.Count, late.Count > 0 ? late[0].Due : null, counts.Exists(c => c.More), now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<WorkQueue, Request, Reply>("/work-queue");
}
