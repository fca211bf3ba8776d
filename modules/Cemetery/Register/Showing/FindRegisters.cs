using Anmin.Cemetery.Register.Loading;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Forms;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Register.Showing;

/// <summary>导入记录: what was brought in, newest first, and the grounds that registers may be brought in for.</summary>
internal sealed class FindRegisters(RegisterDesk desk) : IQuestion<FindRegisters.Request, FindRegisters.Reply>
{
    private const int Most = 50;

    /// <param name="Before">Id of the last row shown, for the next page.</param>
    public sealed record Request(Guid? Before = null);

    public sealed record Row(Guid Id, string Ground, string FileName, DateTimeOffset At, string By, RegisterState State, int Rows, int Loaded, int Bad, int OpenMatches);

    public sealed record Reply(IReadOnlyList<Row> Rows, bool More, IReadOnlyList<Choice> Grounds, TimeZoneInfo Zone);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var (found, matches) = (desk.Db.RegisterImports.AsNoTracking(), desk.Db.RegisterMatches.AsNoTracking());
        if (request.Before is { } before) found = found.Where(i => i.Id < before);
        var rows = await found.OrderByDescending(i => i.Id).Take(Most + 1)
            .Select(i => new { i.Id, i.Institution, i.FileName, i.At, i.OpenedBy, i.State, i.Rows, i.LoadedPlots, i.BadRows, Open = matches.Count(m => m.ImportId == i.Id && m.State == MatchState.Open) }).ToListAsync(ct);
        var grounds = await desk.GroundsAsync(ct);
        return new Reply(
            [.. rows.Take(Most).Select(r => new Row(r.Id, desk.Desk.Institution(r.Institution)?.Name ?? r.Institution!, r.FileName, r.At, desk.Desk.StaffName(r.OpenedBy), r.State, r.Rows, r.LoadedPlots, r.BadRows, r.Open))],
            rows.Count > Most, [.. grounds.Select(g => new Choice(g.Id, g.Name))], desk.Desk.Zone);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindRegisters, Request, Reply>("/cemetery/registers");
}
