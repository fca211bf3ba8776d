using Anmin.Kernel.Commands;
using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Anmin.Funeral.Dossier;

/// <summary>A form of one task, on the case page (<c>?do=…</c>) or beside a queue; the page cascades the case and where to go afterwards.</summary>
public abstract class CasePanel : FormPage
{
    [CascadingParameter] private CaseView? Case { get; set; }

    /// <summary>Where the person came from; the case page when empty.</summary>
    [CascadingParameter(Name = "Return")] private string? Return { get; set; }

    internal CaseView View => Case ?? throw new InvalidOperationException("A case panel stands beneath a page that cascades its case.");

    /// <summary>Runs the command; on success back to the page with a word about what was done.</summary>
    protected async Task<bool> DoAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, string done)
    {
        await SubmitAsync(useCase, request);
        if (Problem is not null) return false;
        Leave(done);
        return true;
    }

    protected void Leave(string done)
    {
        var page = string.IsNullOrEmpty(Return) ? $"/work/cases/{View.Id}" : Return;
        SeeOther($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}");
    }
}
