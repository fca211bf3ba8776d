using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Dossier;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Custody;

/// <summary>导出流转记录: the custody lines with the proof anybody can check without us (docs/journal.md).</summary>
internal sealed class ExportCustody(CaseFile file, Who who) : IUseCase<ExportCustody.Request, ExportCustody.Reply>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public sealed record Request(Guid CaseId);

    public sealed record Line(string Item, int Seq, DateTimeOffset At, string From, string To, string GivenBy, string TakenBy, string? Witness, string? Tag, string Device);

    /// <param name="Number">Of this export, for the audit and for the letter that goes with it.</param>
    public sealed record Reply(string Number, string CaseNumber, DateTimeOffset ExportedAt, IReadOnlyList<Line> Custody, SubjectProof Proof);

    public Permission Permission => FuneralPermissions.ExportCase;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        var moves = await file.Db.CustodyMoves.AsNoTracking().Where(m => m.CaseId == opened.Id).OrderBy(m => m.At).ThenBy(m => m.Seq).ToListAsync(ct);
        if (await SubjectProof.OfAsync(file.Db, opened.Id, ct) is not { } proof) return KernelProblems.NotFound;
        if (!(await file.NumberAsync("custody-export", opened.Institution, ct)).Try(out var number, out problem)) return problem;
        var places = await who.PlacesAsync(moves.SelectMany(m => (string[])[m.FromId, m.ToId]), ct);
        file.Context.About(opened.Id, number);
        return new Reply(number, opened.Number, file.Now, [.. moves.Select(m => new Line(m.Item, m.Seq, m.At, PlaceWords.Of(m.FromPlace, m.FromId, places), PlaceWords.Of(m.ToPlace, m.ToId, places), who.Name(m.GivenBy), who.Name(m.TakenBy), m.Witness is null ? null : who.Name(m.Witness), m.Tag, m.Device))], proof);
    }

    /// <summary>JSON for programs, and the same as a file for the button on the case page.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCommand<ExportCustody, Request, Reply>("/cases/custody-export");
        routes.MapPost("/cases/custody-export/file", async ([FromForm] Guid caseId, Gate gate, ExportCustody useCase, CancellationToken ct) =>
        {
            var outcome = await gate.RunAsync(useCase, new Request(caseId), null, ct);
            return outcome.Try(out var reply, out var problem) ? Results.File(JsonSerializer.SerializeToUtf8Bytes(reply, Json), "application/json", $"{reply.Number}.json") : Answers.Of(problem);
        }).WithName(nameof(ExportCustody) + "File").DisableAntiforgery().ProducesProblem(403);
    }
}
