using Anmin.Funeral.Cases;
using Anmin.Funeral.Families;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Attachments;

/// <summary>添加材料 to a case, at the desk.</summary>
internal sealed class AddAttachment(CaseFile file, AttachmentDesk desk, Reading reading) : IUseCase<AddAttachment.Request, AddAttachment.Reply>
{
    /// <param name="Type">Code of the list 材料种类.</param>
    /// <param name="Content">JPEG, PNG or PDF, at most 10 MiB; base64 in JSON.</param>
    public sealed record Request(Guid CaseId, string? Type, string? Title, byte[]? Content, string? LateFor);

    public sealed record Reply(Guid AttachmentId, string Hash, int Edition);

    public Permission Permission => FuneralPermissions.AddAttachment;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var title = reading.Text(request.Title, nameof(request.Title), "材料说明", 60, required: false);
        var late = reading.Text(request.LateFor, nameof(request.LateFor), "补材料的原因", 200, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await desk.TakeAsync(opened, new(request.Type, title, request.Content, late), byFamily: false, replaces: null, ct)).Try(out var made, out problem)) return problem;
        return new Reply(made.Id, made.Hash, made.Edition);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AddAttachment, Request, Reply>("/cases/attachments");
}

/// <summary>家属交材料 to their own case: the desk finds it among the case's papers.</summary>
internal sealed class AddFamilyAttachment(CaseFile file, FamilyPass passes, AttachmentDesk desk, Reading reading) : IUseCase<AddFamilyAttachment.Request, AddFamilyAttachment.Reply>
{
    private const int MostOfFamily = 20;

    public sealed record Request(string? Pass, string? Type, string? Title, byte[]? Content);

    public sealed record Reply(Guid AttachmentId, string Hash);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var title = reading.Text(request.Title, nameof(request.Title), "材料说明", 60, required: false);
        if (reading.Problem is { } bad) return bad;
        if (!(await FamilyDesk.OpenAsync(file, passes, request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        if (await file.Db.CaseAttachments.CountAsync(a => a.CaseId == opened.Id && a.ByFamily, ct) >= MostOfFamily) return AttachmentProblems.TooMany;
        if (!(await desk.TakeAsync(opened, new(request.Type, title, request.Content, "家属补交"), byFamily: true, replaces: null, ct)).Try(out var made, out problem)) return problem;
        return new Reply(made.Id, made.Hash);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AddFamilyAttachment, Request, Reply>("/public/case/attachments");
}
