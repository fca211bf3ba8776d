using System.Globalization;
using Anmin.Cemetery.Register.Loading;
using Anmin.Cemetery.Register.Rows;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Sheets;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Showing;

/// <summary>下载: the empty sheet with an example, or the rows of an import that come back, each with its reasons, to be corrected and uploaded again.</summary>
internal sealed class GetRegisterFile(RegisterDesk desk, Packing packing) : IQuestion<GetRegisterFile.Request, GetRegisterFile.Reply>
{
    /// <param name="ImportId">Null for the template.</param>
    /// <param name="Format"><c>xlsx</c>, else CSV in UTF-8 with its mark.</param>
    public sealed record Request(Guid? ImportId = null, string? Format = null);

    public sealed record Reply(string FileName, string MediaType, byte[] Content);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.ImportId is not { } id) return File("register-template", RegisterColumns.Template, request.Format);
        if (!(await desk.OpenAsync(id, ct)).Try(out var import, out var problem)) return problem;
        var faults = await desk.Db.RegisterFaults.AsNoTracking().Where(f => f.ImportId == import.Id).OrderBy(f => f.Row).ToListAsync(ct);
        IEnumerable<IReadOnlyList<string>> rows =
        [
            [.. RegisterColumns.All, RegisterColumns.SourceRow, RegisterColumns.Reason],
            .. faults.Select(f => (string[])[.. packing.Open(f.Packed)[0].Cells, f.Row.ToString(CultureInfo.InvariantCulture), f.Reasons.Replace('\n', ' ')]),
        ];
        return File("register-errors", rows, request.Format);
    }

    private static Reply File(string name, IEnumerable<IReadOnlyList<string>> rows, string? format)
        => format == "xlsx" ? new(name + ".xlsx", Workbook.MediaType, Workbook.Write("旧墓册", rows)) : new(name + ".csv", "text/csv; charset=utf-8", Commas(rows));

    private static byte[] Commas(IEnumerable<IReadOnlyList<string>> rows)
        => CsvFile.Of(rows);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cemetery/register/file", async ([AsParameters] Request request, Gate gate, GetRegisterFile useCase, CancellationToken ct) =>
        (await gate.RunAsync(useCase, request, null, ct)).Try(out var file, out var problem) ? Results.File(file.Content, file.MediaType, file.FileName) : Answers.Of(problem))
        .WithName(nameof(GetRegisterFile)).Produces(200, contentType: "text/csv").ProducesProblem(403).ProducesProblem(404);
}
