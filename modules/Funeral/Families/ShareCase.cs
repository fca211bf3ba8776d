using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>请家人一起看: makes a link that shows the case and allows nothing.</summary>
internal sealed class ShareCase(CaseFile file, Reading reading, FamilyPass passes) : IUseCase<ShareCase.Request, ShareCase.Reply>
{
    public const int MostOpen = 10;

    /// <param name="Days">How long it works: 1, 7 or 30.</param>
    public sealed record Request(string? Pass, string? For, int Days);

    /// <summary>The link itself is in the case's view, so that no stored answer opens a case.</summary>
    public sealed record Reply(Guid ShareId, DateTimeOffset ExpiresAt);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var who = reading.Text(request.For, nameof(request.For), "给谁看", 20);
        if (request.Days is not (1 or 7 or 30)) reading.Refuse(new("funeral.share.days", "请选择有效期：1天、7天或30天。", ProblemKind.Invalid, nameof(request.Days)));
        if (reading.Problem is { } bad) return bad;
        if (!(await FamilyDesk.OpenAsync(file, passes, request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        var open = await file.Db.CaseShares.CountAsync(s => s.CaseId == opened.Id && s.EndedAt == null && s.ExpiresAt > file.Now, ct);
        if (open >= MostOpen) return FuneralProblems.ShareFull;
        var id = Guid.CreateVersion7();
        var share = new CaseShare { Id = id, CaseId = opened.Id, For = who!, TokenHash = LinkToken.HashOf(passes.ShareToken(id))!, CreatedAt = file.Now, ExpiresAt = file.Now.AddDays(request.Days) };
        file.Db.Add(share);
        opened.NoteShared(share.Id, share.ExpiresAt);
        return new Reply(share.Id, share.ExpiresAt);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ShareCase, Request, Reply>("/public/case/shares");
}

/// <summary>收回链接: from now it opens nothing.</summary>
internal sealed class EndShare(CaseFile file, FamilyPass passes) : IUseCase<EndShare.Request, Done>
{
    public sealed record Request(string? Pass, Guid ShareId);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await FamilyDesk.OpenAsync(file, passes, request.Pass, ct)).Try(out var opened, out var problem)) return problem;
        if (await file.Db.CaseShares.FirstOrDefaultAsync(s => s.Id == request.ShareId && s.CaseId == opened.Id, ct) is not { } share) return KernelProblems.NotFound;
        if (share.EndedAt is not null) return Done.It;
        share.EndedAt = file.Now;
        opened.NoteShareEnded(share.Id);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<EndShare, Request, Done>("/public/case/shares/end");
}

/// <summary>The case behind a pass, for a family's own commands.</summary>
internal static class FamilyDesk
{
    public static async Task<Outcome<DeathCase>> OpenAsync(CaseFile file, FamilyPass passes, string? pass, CancellationToken ct)
    {
        if (await CaseAsync(file, passes, pass, acts: true, ct) is not { } caseId) return FuneralProblems.PassOver;
        var found = await CaseFile.Whole(file.Db.AcrossScopes<DeathCase>("家属凭查询凭据办理本案卷")).SingleOrDefaultAsync(c => c.Id == caseId && c.VoidedAt == null && !c.Unidentified, ct);
        if (found is null) return FuneralProblems.PassOver;
        file.Context.About(found.Id, await file.Citizen.FindAsync(ct) is { By: { } by } ? $"由{by.StaffName}代办" : null);
        return found;
    }

    /// <summary>A pass under a consent counts while the consent stands and its officer is here, and for acting only where acting was agreed to.</summary>
    public static async Task<Guid?> CaseAsync(CaseFile file, FamilyPass passes, string? pass, bool acts, CancellationToken ct)
    {
        if (passes.OpenedBy(pass) is not { } opened) return null;
        if (opened.Consent is not { } consent) return opened.CaseId;
        return await file.Citizen.FindAsync(ct) is { By: { } by } && by.ConsentId == consent && (by.MayAct || !acts) ? opened.CaseId : null;
    }
}
