using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Billing.Lists.Drafts;

/// <summary>登记备案: the price authority has the list; number, day and approving document are kept with it.</summary>
internal sealed class FilePriceList(ListDesk desk, Reading reading) : IUseCase<FilePriceList.Request, Done>
{
    /// <param name="Number">备案号.</param>
    /// <param name="Document">Number and name of the approving document, part of every charge's basis.</param>
    public sealed record Request(string List, string? Number, string? On, string? Document);

    public Permission Permission => BillingPermissions.FileLists;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.List, ct)).Try(out var list, out var problem)) return problem;
        var number = reading.Text(request.Number, nameof(request.Number), "备案号", 60);
        var on = reading.Day(request.On, nameof(request.On), "备案日期");
        var document = reading.Text(request.Document, nameof(request.Document), "批准文件", 200);
        if (on > desk.Today) reading.Refuse(new Problem("billing.list.filed-day", "备案日期不能晚于今天。请改日期。", ProblemKind.Invalid, nameof(request.On)));
        if (reading.Problem is { } bad) return bad;
        desk.Context.About(list.Id);
        return list.File(number!, on!.Value, document!, desk.By.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FilePriceList, Request, Done>("/price-lists/file");
}
