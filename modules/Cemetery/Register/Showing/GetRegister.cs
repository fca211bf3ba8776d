using Anmin.Cemetery.Register.Loading;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Showing;

/// <summary>One import: its counts, how far it is, and the first of the rows that come back.</summary>
internal sealed class GetRegister(RegisterDesk desk) : IQuestion<GetRegister.Request, GetRegister.Reply>
{
    private const int Most = 200;

    public sealed record Request(Guid ImportId);

    public sealed record Fault(int Row, IReadOnlyList<string> Reasons);

    public sealed record Reply(
        Guid Id, string Ground, string FileName, string Digest, DateTimeOffset At, string By, RegisterState State, int Rows, int Plots, int BadRows, int KnownRows, int Batches, int BatchesDone, int LoadedPlots, int LoadedRights,
        int LoadedInterments, DateTimeOffset? ConfirmedAt, DateTimeOffset? DoneAt, IReadOnlyList<string> NewSections, IReadOnlyList<Fault> Faults, int OpenMatches, TimeZoneInfo Zone)
    {
        public int Percent => Batches == 0 ? 100 : 100 * BatchesDone / Batches;
    }

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.ImportId, ct)).Try(out var i, out var problem)) return problem;
        var faults = await desk.Db.RegisterFaults.AsNoTracking().Where(f => f.ImportId == i.Id).OrderBy(f => f.Row).Select(f => new { f.Row, f.Reasons }).Take(Most).ToListAsync(ct);
        var open = await desk.Db.RegisterMatches.CountAsync(m => m.ImportId == i.Id && m.State == MatchState.Open, ct);
        return new Reply(
            i.Id, desk.Desk.Institution(i.Institution)?.Name ?? i.Institution!, i.FileName, i.FileDigest, i.At, desk.Desk.StaffName(i.OpenedBy), i.State, i.Rows, i.Plots, i.BadRows, i.KnownRows, i.Batches, i.BatchesDone,
            i.LoadedPlots, i.LoadedRights, i.LoadedInterments, i.ConfirmedAt, i.DoneAt, [.. i.NewSections.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('\t')[0])],
            [.. faults.Select(f => new Fault(f.Row, f.Reasons.Split('\n')))], open, desk.Desk.Zone);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetRegister, Request, Reply>("/cemetery/register");
}
