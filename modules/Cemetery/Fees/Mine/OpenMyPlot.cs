using Anmin.Cemetery.Rights;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Fees.Mine;

/// <summary>
/// 查我的墓位: contract number and the holder's telephone give a pass for that contract. A command, because every look is kept: a wrong one under a keyed
/// hash of the number as typed, whether such a contract exists or not; wrong ones are counted in the audit, which all nodes share.
/// </summary>
internal sealed class OpenMyPlot(CemeteryDesk desk, Reading reading, MyPlotPass passes) : IUseCase<OpenMyPlot.Request, OpenMyPlot.Reply>
{
    public const int MostWrong = 10;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    public sealed record Request(string? Number, string? Phone);

    public sealed record Reply(string Pass);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var typed = reading.Text(request.Number, nameof(request.Number), "合同编号", 60);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "持证人手机号");
        if (reading.Problem is { } bad) return bad;
        var number = typed!.ToUpperInvariant();
        var tries = new Guid(desk.Db.BlindIndex("cemetery-try:" + number));
        var since = desk.Now - Within;
        desk.Context.About(tries, "查我的墓位");
        if (await desk.Db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == tries && a.At >= since && a.Result == FeeProblems.NoMatch.Code).CountAsync(ct) >= MostWrong) return FeeProblems.TooManyTries;
        var who = desk.Db.BlindIndex(phone!.Normal);
        var found = await desk.Db.AcrossScopes<PlotRight>("家属凭合同编号和手机号查询").AsNoTracking()
            .Where(r => r.Number == number && (r.State == RightState.Active || r.State == RightState.Paid) && EF.Property<byte[]>(r, "HolderPhoneIndex") == who).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        if (found is not { } right) return FeeProblems.NoMatch;
        desk.Context.About(right, "家属查墓位和维护管理费");
        return new Reply(passes.Issue(right));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<OpenMyPlot, Request, Reply>("/public/cemeteries/mine");
}
