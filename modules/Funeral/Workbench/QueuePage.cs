using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Anmin.Funeral.Workbench;

/// <summary>A page with a queue at the left and one case of it at the right: <c>?case=…</c> says which.</summary>
public abstract class QueuePage : FormPage
{
    [Inject] private WorkQueue Queue { get; set; } = null!;

    [Inject] private GetCase Cases { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "case")] public string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "done")] public string? Done { get; set; }

    /// <summary>Which kinds of work stand in the queue.</summary>
    protected abstract string Kinds { get; }

    protected abstract string Path { get; }

    /// <summary>What the page is for; whoever may not do it is told so.</summary>
    protected abstract Permission Needs { get; }

    internal IReadOnlyList<WorkItem> Items { get; private set; } = [];

    internal CaseView? View { get; private set; }

    internal WorkItem? Item { get; private set; }

    internal DateTimeOffset Now { get; private set; }

    /// <summary>False where the person may not look at the queue at all; the problem says why.</summary>
    internal bool Shown { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Now = Clock.GetUtcNow();
        var found = await AskAsync(Queue, new WorkQueue.Request(Kinds, 200));
        if (found is null) return;
        if (!Gate.Actor.May(Needs))
        {
            Problem = KernelProblems.Denied(Needs.Label);
            Http.Response.StatusCode = 403;
            return;
        }
        Shown = true;
        Items = [.. found.Groups.SelectMany(g => g.Items)];
        if (!Guid.TryParse(Chosen, out var id)) return;
        Item = Items.FirstOrDefault(i => i.CaseId == id);
        View = await AskAsync(Cases, new GetCase.Request(id));
    }

    internal string Link(WorkItem item) => $"{Path}?case={item.CaseId}";
}
