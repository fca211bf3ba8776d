using System.Text.RegularExpressions;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Reception;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.ColdStore;

/// <summary>扫码转移: wrist tag, then the code on the box or door. Whose body it is follows from the tag, so nobody picks a name from a list.</summary>
internal sealed partial class MoveByScan(CaseFile file, Reading reading, Places places) : IUseCase<MoveByScan.Request, MoveByScan.Reply>
{
    /// <param name="Place">Id of the box, room, hall or furnace queue, or what is written on it: <c>1区14</c>.</param>
    public sealed record Request(string? Tag, string? Place);

    public sealed record Reply(Guid CaseId, BodyPlace Place, string Name, int Moves);

    public Permission Permission => FuneralPermissions.MoveRemains;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var tag = reading.Text(request.Tag, nameof(request.Tag), "腕带", 40)?.ToUpperInvariant();
        var code = reading.Text(request.Place, nameof(request.Place), "柜位或房间", 60);
        if (code is not null && !Whole().IsMatch(code)) reading.Refuse(ColdStoreProblems.CodeDamaged);
        if (reading.Problem is { } bad) return bad;
        var caseId = await (from r in file.Db.Remains join c in file.Db.DeathCases on r.CaseId equals c.Id where r.Tag == tag select (Guid?)c.Id).FirstOrDefaultAsync(ct);
        if (caseId is null) return ColdStoreProblems.TagUnknown;
        if (!(await file.OpenAsync(caseId.Value, ct)).Try(out var opened, out var problem)) return problem;
        if (!(await places.ReadAsync(code!, opened.Institution, ct)).Try(out var place, out problem)) return problem;
        return opened.MoveWithin(place.Body, place.Id, file.By.Id, tag!, file.By, file.Now).Try(out var move, out problem) ? new Reply(opened.Id, place.Body, place.Name, move.Seq) : problem;
    }

    /// <summary>What a code of ours can look like; a half-read one has other characters.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}._-]{2,60}$")]
    private static partial Regex Whole();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<MoveByScan, Request, Reply>("/remains/move-by-scan");
}
