using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Cemetery.Grounds;
using Anmin.Contracts.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Compliance;

/// <summary>Which findings are meant: the same words for the list and for the export.</summary>
internal sealed class FindingShelf(AnminDb db, IInstitutionDirectory institutions)
{
    public static readonly IReadOnlyList<(string Key, string Label)> States =
        [("", "全部未消除"), ("raised", "待核实"), ("second", "待复核"), ("confirmed", "属实"), ("dismissed", "不属实"), ("transferred", "已移送"), ("cleared", "已消除")];

    /// <summary>Null where a filter is none of ours.</summary>
    public IQueryable<Finding>? Of(string? rule, string? institution, string? state)
    {
        if (rule is { Length: > 0 } && ComplianceRule.All.All(r => r.Key != rule)) return null;
        var rows = db.Findings.AsNoTracking().Where(f => string.IsNullOrEmpty(rule) || f.Rule == rule).Where(f => string.IsNullOrEmpty(institution) || f.Institution == institution);
        var open = rows.Where(f => f.ClearedOn == null);
        return state switch
        {
            null or "" => open,
            "raised" => open.Where(f => f.State == FindingState.Raised && f.Proposed == null),
            "second" => open.Where(f => f.Proposed != null),
            "confirmed" => open.Where(f => f.State == FindingState.Confirmed),
            "dismissed" => open.Where(f => f.State == FindingState.Dismissed),
            "transferred" => open.Where(f => f.State == FindingState.Transferred),
            "cleared" => rows.Where(f => f.ClearedOn != null),
            _ => null,
        };
    }

    public string NameOf(string? institution) => institutions.Find(institution ?? "")?.Name ?? institution ?? "";

    public static string StateWords(FindingState state, FindingState? proposed, DateOnly? cleared) => (state, proposed, cleared) switch
    {
        (_, _, not null) => "已消除",
        (FindingState.Raised, { } wish, _) => $"等复核：{Words(wish)}",
        _ => Words(state),
    };

    public static string Words(FindingState state) => state switch { FindingState.Confirmed => "属实", FindingState.Dismissed => "不属实", FindingState.Transferred => "移送", _ => "待核实" };
}

/// <summary>公墓合规清单: counts by rule and ground, and the findings themselves, newest first.</summary>
internal sealed class FindFindings(AnminDb db, FindingShelf shelf) : IQuestion<FindFindings.Request, FindFindings.Reply>
{
    private const int Page = 50;

    /// <param name="State">Empty for everything not cleared; see <see cref="FindingShelf.States"/>.</param>
    public sealed record Request(string? Rule = null, string? Institution = null, string? State = null, Guid? Before = null);

    public sealed record Row(Guid Id, string Rule, string Label, string Institution, string InstitutionName, string Place, string Position, string Allowed, string Found, string Over, string Source, DateOnly Day, DateTimeOffset FirstSeen, FindingState State, string StateWords);

    /// <param name="Open">Not yet cleared and neither confirmed nor dismissed.</param>
    public sealed record Count(string Rule, string Label, string Institution, int All, int Open);

    public sealed record Reply(IReadOnlyList<Row> Rows, Guid? Next, int Matching, IReadOnlyList<Count> Counts, IReadOnlyDictionary<string, string> Grounds, DateTimeOffset? LastRun);

    public Permission Permission => CemeteryPermissions.ReadCompliance;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (shelf.Of(request.Rule, request.Institution, request.State) is not { } meant) return ComplianceProblems.BadFilter;
        var open = db.Findings.AsNoTracking().Where(f => f.ClearedOn == null);
        var counts = await open.GroupBy(f => new { f.Rule, f.Institution }).Select(g => new { g.Key.Rule, g.Key.Institution, All = g.Count(), Open = g.Count(f => f.State == FindingState.Raised) }).ToListAsync(ct);
        var matching = await meant.CountAsync(ct);
        if (request.Before is { } before) meant = meant.Where(f => f.Id.CompareTo(before) < 0);
        var found = await (from f in meant join p in db.Positions.AsNoTracking() on f.PositionId equals p.Id orderby f.Id descending select new { Finding = f, p.Code }).Take(Page + 1).ToListAsync(ct);
        var rows = found.Take(Page).Select(x => Shape(x.Finding, x.Code)).ToList();
        var grounds = (await db.Sections.AsNoTracking().Select(s => s.Institution!).Distinct().ToListAsync(ct)).ToDictionary(i => i, shelf.NameOf);
        return new Reply(rows, found.Count > Page ? rows[^1].Id : null, matching,
            [.. counts.Select(c => new Count(c.Rule, ComplianceRule.LabelOf(c.Rule), c.Institution!, c.All, c.Open))], grounds, await open.MaxAsync(f => (DateTimeOffset?)f.LastSeen, ct));
    }

    private Row Shape(Finding f, string code) => new(f.Id, f.Rule, ComplianceRule.LabelOf(f.Rule), f.Institution!, shelf.NameOf(f.Institution), f.Place, code, f.Allowed, f.Found, f.Over, f.Source, f.Day, f.FirstSeen, f.State, FindingShelf.StateWords(f.State, f.Proposed, f.ClearedOn));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindFindings, Request, Reply>("/cemetery/findings");
}
