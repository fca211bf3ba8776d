using Anmin.Billing.Lists.Sheets;
using Anmin.Ui.Words;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Anmin.Billing.Lists.Showing;

/// <summary>导出清单 as the sheet that can be imported again; <c>template</c> in place of a code gives the empty sheet.</summary>
internal sealed class ExportPriceList(ListDesk desk) : IQuestion<ExportPriceList.Request, ExportPriceList.Reply>
{
    public const string Template = "template";

    /// <param name="Format"><c>xlsx</c>, else CSV in UTF-8 with its mark.</param>
    public sealed record Request(string Code, string? Format = null);

    public sealed record Reply(string FileName, string MediaType, byte[] Content);

    public Permission Permission => BillingPermissions.ReadLists;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        IReadOnlyList<SheetItem> lines = [];
        if (request.Code != Template)
        {
            if (!(await desk.OpenAsync(request.Code, ct)).Try(out var list, out var problem)) return problem;
            lines = await ComparePriceLists.LinesAsync(desk, list, ct);
        }
        var rows = ListSheet.Write(lines);
        return request.Format == "xlsx" ? new Reply(request.Code + ".xlsx", Workbook.MediaType, Workbook.Write("收费清单", rows)) : new Reply(request.Code + ".csv", "text/csv; charset=utf-8", Commas(rows));
    }

    internal static byte[] Commas(IEnumerable<IReadOnlyList<string>> rows)
        => CsvFile.Of(rows);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/price-lists/{code}/export", async ([AsParameters] Request request, Gate gate, ExportPriceList useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, request, null, ct)).Try(out var file, out var problem) ? Results.File(file.Content, file.MediaType, file.FileName) : Answers.Of(problem))
        .WithName(nameof(ExportPriceList)).Produces(200, contentType: "text/csv").ProducesProblem(403).ProducesProblem(404);
}
