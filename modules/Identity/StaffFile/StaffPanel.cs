using Anmin.Identity.Staffing;
using Anmin.Kernel.Commands;
using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Anmin.Identity.StaffFile;

/// <summary>A form of one task on somebody's page (<c>?do=…</c>); the page cascades whose.</summary>
public abstract class StaffPanel : FormPage
{
    [CascadingParameter] private GetStaff.Reply? File { get; set; }

    internal GetStaff.Reply View => File ?? throw new InvalidOperationException("A staff panel stands beneath the page that cascades its person.");

    internal string Back => "/admin/staff/" + View.Person.Id;

    /// <summary>Runs the command; on success back to the page with a word about what was done.</summary>
    protected async Task DoAsync<TRequest, TReply>(IUseCase<TRequest, TReply> useCase, TRequest request, string done)
    {
        await SubmitAsync(useCase, request);
        if (Problem is null) SeeOther($"{Back}?done={done}");
    }
}
