using System.Text;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Feedback.Showing;

/// <summary>导出满意度 as CSV: the table as shown, without what anybody wrote.</summary>
internal sealed class ExportSurveys(ResultShelf shelf) : IUseCase<ExportSurveys.Request, ExportSurveys.Reply>
{
    public sealed record Request(string? From, string? Until, string? Wave) : IHasReason
    {
        public string Reason => "导出满意度";
    }

    public sealed record Reply(string Csv, int Lines);

    public Permission Permission => FeedbackPermissions.ReadSurveys;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await shelf.OfAsync(request.From, request.Until, request.Wave, ct)).Try(out var table, out var problem)) return problem;
        var csv = new StringBuilder();
        csv.AppendJoin(',', new[] { "机构", "发出", "收回", "不想回答", "回收率" }.Concat(table.Questions.SelectMany(q => new[] { q.Short, q.Short + "人数" })).Select(CsvCell.Of)).Append("\r\n");
        foreach (var line in table.Lines)
            csv.AppendJoin(',', new[] { line.Name, $"{line.Sent}", $"{line.Answered}", $"{line.Skipped}", ResultWords.Share(line.Rate) }
                .Concat(table.Questions.Zip(line.Values).SelectMany(v => new[] { ResultWords.Of(v.First.Kind, v.Second.Value), $"{v.Second.Count}" })).Select(CsvCell.Of)).Append("\r\n");
        return new Reply(csv.ToString(), table.Lines.Count);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/surveys/export", async ([FromForm] string? from, [FromForm] string? until, [FromForm] string? wave, Gate gate, ExportSurveys useCase, CancellationToken ct) =>
    {
        var outcome = await gate.RunAsync(useCase, new Request(from, until, wave), null, ct);
        return outcome.Try(out var reply, out var problem) ? Results.File(CsvFile.Of(reply.Csv), CsvFile.Media, "satisfaction.csv") : Answers.Of(problem);
    }).WithName(nameof(ExportSurveys)).DisableAntiforgery().ProducesProblem(403);
}
