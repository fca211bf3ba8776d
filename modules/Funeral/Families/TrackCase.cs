using System.Globalization;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>
/// 查办理进度: the number and the handler's telephone give a pass for that case. A command and not a question, because every look
/// must be kept: a right one under the case, a wrong one under a keyed hash of the number as typed, whether such a case exists or not.
/// Wrong ones are counted in the audit, which all nodes share; the pipeline's limit per address comes on top.
/// </summary>
internal sealed class TrackCase(CaseFile file, Reading reading, Reference reference, FamilyPass passes) : IUseCase<TrackCase.Request, TrackCase.Reply>
{
    public const int MostWrong = 10;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    public sealed record Request(string? Number, string? Phone);

    /// <param name="Pass">Sent as <c>X-Family-Pass</c> with the calls that follow.</param>
    public sealed record Reply(Guid CaseId, string Pass, DateTimeOffset PassUntil);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var typed = reading.Text(request.Number, nameof(request.Number), "受理编号", 60);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "经办人手机号");
        if (reading.Problem is { } bad) return bad;
        var number = TypedNumber.Read(reference.Now, "case", typed) ?? typed!.ToUpperInvariant();
        var tries = new Guid(file.Db.BlindIndex("funeral-try:" + number));
        var since = file.Now - Within;
        var wrong = await file.Db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == tries && a.At >= since && a.Result == FuneralProblems.NoMatch.Code).CountAsync(ct);
        file.Context.About(tries, "查办理进度");
        if (wrong >= MostWrong) return FuneralProblems.TooManyTries;
        var who = file.Db.BlindIndex(phone!.Normal);
        var found = await file.Db.AcrossScopes<DeathCase>("家属凭受理编号和手机号查询")
            .Where(c => c.Number == number && c.VoidedAt == null && !c.Unidentified && c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == who)).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        if (found is not { } caseId) return FuneralProblems.NoMatch;
        file.Context.About(caseId, string.Create(CultureInfo.InvariantCulture, $"家属查办理进度，此前15分钟内查错{wrong}次"));
        var (pass, until) = passes.Issue(caseId);
        return new Reply(caseId, pass, until);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TrackCase, Request, Reply>("/public/progress");
}
