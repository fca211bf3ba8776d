using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Attachments;

/// <summary>换一份: a new edition takes the place of the old, which stays to be seen.</summary>
internal sealed class ReplaceAttachment(CaseFile file, AttachmentDesk desk, Reading reading) : IUseCase<ReplaceAttachment.Request, ReplaceAttachment.Reply>
{
    public sealed record Request(Guid AttachmentId, byte[]? Content, string? Reason);

    public sealed record Reply(Guid AttachmentId, int Edition);

    public Permission Permission => FuneralPermissions.AddAttachment;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (AttachmentDesk.ReadReason(reading, request.Reason, "换件原因") is not { } why) return reading.Problem!;
        if (!(await desk.OpenCurrentAsync(request.AttachmentId, ct)).Try(out var old, out var problem)) return problem;
        if (!(await desk.TakeAsync(old.Case, new(old.Attachment.Type, null, request.Content, why), byFamily: false, old.Attachment, ct)).Try(out var made, out problem)) return problem;
        old.Attachment.End(AttachmentState.Replaced, why, file.By.Id, file.Now);
        return new Reply(made.Id, made.Edition);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReplaceAttachment, Request, Reply>("/cases/attachments/replace");
}

/// <summary>撤回: a paper that does not belong here. It is no longer counted; the file stays.</summary>
internal sealed class WithdrawAttachment(CaseFile file, AttachmentDesk desk, Reading reading) : IUseCase<WithdrawAttachment.Request, Done>
{
    public sealed record Request(Guid AttachmentId, string? Reason);

    public Permission Permission => FuneralPermissions.WithdrawAttachment;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (AttachmentDesk.ReadReason(reading, request.Reason, "撤回原因") is not { } why) return reading.Problem!;
        if (!(await desk.OpenCurrentAsync(request.AttachmentId, ct)).Try(out var found, out var problem)) return problem;
        if (!found.Case.NoteWork("attachment.withdrawn", new { found.Attachment.Id, found.Attachment.Type, found.Attachment.Edition }, evenWhenOver: true).Try(out var done, out problem)) return problem;
        found.Attachment.End(AttachmentState.Withdrawn, why, file.By.Id, file.Now);
        return done;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<WithdrawAttachment, Request, Done>("/cases/attachments/withdraw");
}

/// <summary>转正: shown a quarter further to the right from now on; the file and its hash stay.</summary>
internal sealed class TurnAttachment(AttachmentDesk desk) : IUseCase<TurnAttachment.Request, TurnAttachment.Reply>
{
    public sealed record Request(Guid AttachmentId);

    public sealed record Reply(int Turn);

    public Permission Permission => FuneralPermissions.AddAttachment;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenCurrentAsync(request.AttachmentId, ct)).Try(out var found, out var problem)) return problem;
        if (found.Attachment.Media == "application/pdf") return AttachmentProblems.NotPicture;
        found.Attachment.TurnRight();
        if (!found.Case.NoteWork("attachment.turned", new { found.Attachment.Id, found.Attachment.Type, found.Attachment.Turn }, evenWhenOver: true).Try(out _, out problem)) return problem;
        return new Reply(found.Attachment.Turn);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TurnAttachment, Request, Reply>("/cases/attachments/turn");
}
