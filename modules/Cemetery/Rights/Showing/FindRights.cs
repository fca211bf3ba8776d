using System.Globalization;
using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>墓位合同: by state, by name, initials, contract or telephone; paged by key.</summary>
internal sealed class FindRights(CemeteryDesk desk) : IQuestion<FindRights.Request, FindRights.Reply>
{
    public const int Size = 50;
    public const int MostCounted = 10_000;

    /// <param name="State">A word of <see cref="RightState"/>, <c>ending</c> (term over within 90 days or already), <c>disputed</c>; what holds where empty.</param>
    /// <param name="Order"><c>term</c> for the nearest end first; else the newest first.</param>
    /// <param name="After">Key of the last row seen.</param>
    public sealed record Request(string? Q = null, string? State = null, string? Order = null, string? After = null);

    public sealed record Row(Guid Id, string? Number, RightKind Kind, RightState State, string? Holder, string? Phone, string? User, string Place, string Institution, DateOnly? Until, DateTimeOffset? LapsesAt, bool Disputed, DateTimeOffset HeldAt);

    public sealed record Reply(IReadOnlyList<Row> Rows, string? Next, IReadOnlyDictionary<RightState, int> Counts, int Ending, int Disputed, DateTimeOffset Now);

    public Permission Permission => CemeteryPermissions.ReadRights;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!Shown(request).Try(out var meant, out var problem)) return problem;
        var shown = meant.Rights;
        var byTerm = request.Order == "term";
        if (request.After is { Length: > 0 } after)
        {
            var parts = after.Split('_');
            if (!Guid.TryParse(parts[^1], out var last)) return RightProblems.PageKey;
            if (!byTerm) shown = shown.Where(r => r.Id.CompareTo(last) < 0);
            else if (parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) shown = shown.Where(r => r.TermUntil > day || r.TermUntil == day && r.Id.CompareTo(last) > 0);
            else return RightProblems.PageKey;
        }
        if (byTerm) shown = shown.Where(r => r.TermUntil != null);
        var sorted = byTerm ? shown.OrderBy(r => r.TermUntil).ThenBy(r => r.Id) : shown.OrderByDescending(r => r.Id);
        var rows = await RowsAsync(sorted.Take(Size + 1), ct);
        var counts = await desk.Db.PlotRights.AsNoTracking().Where(r => r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var soon = desk.Today.AddDays(90);
        var ending = await desk.Db.PlotRights.Where(r => r.State == RightState.Active && r.TermUntil <= soon).Take(MostCounted).CountAsync(ct);
        var disputed = await desk.Db.PlotRights.Where(r => r.DisputedSince != null).Take(MostCounted).CountAsync(ct);
        var more = rows.Count > Size;
        var shownRows = rows.Take(Size).ToList();
        var next = !more ? null : byTerm ? $"{shownRows[^1].Until:yyyyMMdd}_{shownRows[^1].Id}" : shownRows[^1].Id.ToString();
        return new Reply(shownRows, next, counts, ending, disputed, desk.Now);
    }

    /// <summary>What the filters mean, before it is sorted and paged.</summary>
    public Outcome<Selection> Shown(Request request)
    {
        var rights = desk.Db.PlotRights.AsNoTracking();
        var soon = desk.Today.AddDays(90);
        switch (request.State)
        {
            case null or "": rights = rights.Where(r => r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active); break;
            case "ending": rights = rights.Where(r => r.State == RightState.Active && r.TermUntil <= soon); break;
            case "disputed": rights = rights.Where(r => r.DisputedSince != null); break;
            default:
                if (!Enum.TryParse<RightState>(request.State, out var state) || !Enum.IsDefined(state)) return RightProblems.FilterUnknown.At(nameof(request.State));
                rights = rights.Where(r => r.State == state);
                break;
        }
        var q = TypedText.Narrow(request.Q ?? "").Trim();
        if (q.Length > 60) return KernelProblems.TooLong(nameof(request.Q), "查找内容", 60);
        return new Selection(q.Length == 0 ? rights : Meant(rights, q));
    }

    /// <summary>A whole telephone is looked up by its hash; of a number in clear nothing is stored that a tail could be found by.</summary>
    private IQueryable<PlotRight> Meant(IQueryable<PlotRight> rights, string q)
    {
        var upper = q.ToUpperInvariant();
        if (PhoneNumber.Parse(q).Try(out var phone, out _))
        {
            var index = desk.Db.BlindIndex(phone.Normal);
            return rights.Where(r => EF.Property<byte[]>(r, "HolderPhoneIndex") == index || r.Number == upper);
        }
        if (q.Any(char.IsAsciiDigit)) return rights.Where(r => r.Number == upper || r.Certificate == upper || r.BasisNumber == upper || r.Number!.EndsWith(upper));
        if (q.All(char.IsAsciiLetter))
        {
            var initials = q.ToLowerInvariant();
            return rights.Where(r => r.HolderInitials!.StartsWith(initials) || r.UserInitials!.StartsWith(initials));
        }
        if (!PersonName.Parse(q).Try(out var name, out _)) return rights.Where(r => false);
        return rights.Where(r => r.HolderName == name || r.UserName == name);
    }

    public async Task<List<Row>> RowsAsync(IQueryable<PlotRight> rights, CancellationToken ct)
    {
        var found = await rights.ToListAsync(ct);
        var places = found.ConvertAll(r => r.PositionId);
        var names = await desk.Db.Positions.AsNoTracking().Where(p => places.Contains(p.Id)).Join(desk.Db.Sections, p => p.SectionId, s => s.Id, (p, s) => new { p.Id, s.Name, s.Kind, p.Row, p.Layer, p.Number })
            .ToDictionaryAsync(p => p.Id, p => PositionWords.Of(p.Name, p.Kind, p.Row, p.Layer, p.Number), ct);
        return found.ConvertAll(r => new Row(r.Id, r.Number, r.Kind, r.State, r.HolderName?.Text, r.HolderPhone?.Masked, r.UserName?.Text, names.GetValueOrDefault(r.PositionId, ""), desk.Institution(r.Institution)?.Name ?? "", r.TermUntil, r.LapsesAt, r.DisputedSince is not null, r.HeldAt));
    }

    public sealed record Selection(IQueryable<PlotRight> Rights);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindRights, Request, Reply>("/cemetery/rights");
}
