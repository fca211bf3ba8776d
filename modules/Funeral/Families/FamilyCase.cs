using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>A case as the family sees it: what is theirs to do, what is ours, what is done, who has whom and what.</summary>
/// <param name="CanAct">False for those who came by a share link.</param>
/// <param name="Unbroken">The chain of this case was re-computed just now and fits.</param>
public sealed record FamilyCase(
    Guid CaseId, string Number, string? Name, DateOnly? Born, DateOnly? Died, string Lead, bool IsBurial, bool CanAct, IReadOnlyList<FamilyCase.Step> Way,
    IReadOnlyList<FamilyCase.Task> Yours, IReadOnlyList<FamilyCase.Task> Ours, IReadOnlyList<FamilyCase.Task> Done, IReadOnlyList<FamilyCase.Keeping> Keepings,
    FamilyCase.House? Home, IReadOnlyList<FamilyCase.Paper> Papers, IReadOnlyList<FamilyCase.Line> Lines, int HandOvers, bool Unbroken, IReadOnlyList<FamilyCase.Viewer> Viewers)
{
    /// <param name="State">done, now or ahead.</param>
    public sealed record Step(string Name, string Note, string State);

    /// <param name="Due">By when; for done tasks, when it was done.</param>
    public sealed record Task(string Title, IReadOnlyList<string> Details, DateTimeOffset? Due = null, string? When = null, string? Trouble = null);

    public sealed record Keeping(string What, string Where, string Who, DateTimeOffset Since);

    public sealed record House(string Name, string Address, string Phone, string Hours);

    /// <param name="Status">有效, 已补发新证明, 已作废, 已收到, 您已签名.</param>
    /// <param name="Open">Path of the signed text, for those who may act; null where there is none to open.</param>
    public sealed record Paper(string Kind, string Number, string Status, DateTimeOffset At, bool Verifiable, bool Valid, string? Open = null);

    public sealed record Line(DateTimeOffset At, string Who, string? Post, string What, string? Note, string Hash);

    /// <param name="Link">Path of the share link; empty for those who may only look.</param>
    public sealed record Viewer(Guid ShareId, string For, DateTimeOffset Until, string Link);
}

/// <summary>看自己家的案卷, by pass or by share link.</summary>
internal sealed class GetFamilyCase(CaseFile file, FamilyPass passes, FamilyView view) : IQuestion<GetFamilyCase.Request, FamilyCase>
{
    public sealed record Request([FromHeader(Name = "X-Family-Pass")] string? Pass, string? Share);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<FamilyCase>> HandleAsync(Request request, CancellationToken ct)
    {
        var byLink = !string.IsNullOrEmpty(request.Share);
        var caseId = byLink ? await SharedAsync(request.Share, ct) : await FamilyDesk.CaseAsync(file, passes, request.Pass, acts: false, ct);
        var over = byLink ? FuneralProblems.ShareOver : FuneralProblems.PassOver;
        if (caseId is not { } id) return over;
        var cases = file.Db.AcrossScopes<DeathCase>("家属查看本案卷").AsNoTracking();
        var opened = await CaseFile.Whole(cases).Include(c => c.Moves).SingleOrDefaultAsync(c => c.Id == id && c.VoidedAt == null && !c.Unidentified, ct);
        return opened is null ? over : await view.OfAsync(opened, canAct: !byLink && await FamilyDesk.CaseAsync(file, passes, request.Pass, acts: true, ct) is not null, ct);
    }

    private async Task<Guid?> SharedAsync(string? token, CancellationToken ct)
    {
        if (LinkToken.HashOf(token) is not { } hash) return null;
        var now = file.Now;
        return await file.Db.CaseShares.AsNoTracking().Where(s => s.TokenHash == hash && s.EndedAt == null && s.ExpiresAt > now).Select(s => (Guid?)s.CaseId).FirstOrDefaultAsync(ct);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetFamilyCase, Request, FamilyCase>("/public/case");
}
