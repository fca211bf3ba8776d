using System.Text;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Attachments;

/// <summary>查看材料: with a purpose that the audit and the case's record keep. A picture comes turned and with its line over it, never bare. The reply is never stored.</summary>
internal sealed class SeeAttachment(CaseFile file, AttachmentDesk desk, Reading reading, DictionaryBook dictionary) : IUseCase<SeeAttachment.Request, SeeAttachment.Reply>
{
    private const string Line = "仅用于殡葬服务";

    /// <param name="Purpose">A word of the list 查看目的.</param>
    public sealed record Request(Guid AttachmentId, string? Purpose, string? Detail) : IHasReason
    {
        public string Reason => string.IsNullOrWhiteSpace(Detail) ? $"查看材料：{Purpose}" : $"查看材料：{Purpose}：{Detail}";
    }

    /// <param name="Media">image/svg+xml around a picture; application/pdf, which carries no line of ours.</param>
    public sealed record Reply(string Media, byte[] Content) : ISecretReply;

    public Permission Permission => FuneralPermissions.SeeAttachment;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var purpose = dictionary.Offered(FuneralLists.Purpose).FirstOrDefault(p => p.Label == request.Purpose?.Trim());
        if (purpose is null) reading.Refuse(FuneralProblems.PurposeNeeded);
        var detail = reading.Text(request.Detail, nameof(request.Detail), "说明", 200, required: purpose?.Code == "other");
        if (purpose?.Code == "other" && detail is { Length: < 4 }) reading.Refuse(FuneralProblems.ReasonTooShort);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.AttachmentId, ct)).Try(out var found, out var problem)) return problem;
        if (found.Attachment.Scan == ScanState.Blocked) return AttachmentProblems.Blocked;
        var content = await desk.ReadAsync(found.Attachment, ct);
        if (found.Attachment.Media == "application/pdf") return new Reply(found.Attachment.Media, content);
        var mark = $"{Line} · {file.By.Name} · {ChineseTime.Stamp(file.Now, file.Zone)}";
        return new Reply("image/svg+xml", Encoding.UTF8.GetBytes(MarkedPicture.Svg(content, found.Attachment.Media, found.Attachment.Turn, mark)));
    }

    /// <summary>The second is for a form: a file the browser shows and never runs. No idempotency key: the answer must not be kept.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cases/attachments/see", async (Request request, Gate gate, SeeAttachment see, CancellationToken ct) => Answers.Of(await gate.RunAsync(see, request, null, ct)))
            .WithName(nameof(SeeAttachment)).Produces<Reply>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        routes.MapPost("/cases/attachments/see/file", async ([FromForm] Guid attachmentId, [FromForm] string? purpose, [FromForm] string? detail, HttpContext http, Gate gate, SeeAttachment see) =>
        {
            var outcome = await gate.RunAsync(see, new Request(attachmentId, purpose, detail), null, http.RequestAborted);
            if (!outcome.Try(out var shown, out var problem)) return Answers.Of(problem);
            http.Response.Headers.ContentSecurityPolicy = (shown.Media == "application/pdf" ? "" : "sandbox; ") + "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(shown.Content, shown.Media);
        }).WithName("SeeAttachmentFile").DisableAntiforgery().ProducesProblem(403);
    }
}
