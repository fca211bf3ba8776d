using System.Globalization;
using System.Text.RegularExpressions;
using Anmin.Cemetery.Burials;
using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Plan;

/// <summary>Positions of a ground by what somebody typed, or by state in the order of sections, rows and numbers.</summary>
internal sealed partial class PositionShelf(GroundDesk desk)
{
    private const int MostFound = 100;

    public sealed record Row(
        Guid Id, Guid Section, string Name, string Code, PositionState State, PlanMark Mark, bool Over, bool Placed, string? Resting, string? Holder, string? Contract, Guid? Right, DateOnly? Until, DateOnly? CareUntil);

    private sealed record Place(Guid Id, Guid SectionId, string Code, int Row, int Layer, int Number, int Capacity, int? AreaCm2, StoneKind Stone, int? StoneHeightCm, bool ForBody, int? X, PositionState State);

    private AnminDb Db => desk.Desk.Db;

    /// <summary>Up to a hundred that are meant: a number exactly, else people by name or its initials.</summary>
    public async Task<IReadOnlyList<Row>> MeantAsync(string text, string ground, PlanLimits limits, CancellationToken ct)
    {
        var sections = await Db.Sections.AsNoTracking().Where(s => s.Institution == ground).ToListAsync(ct);
        var ids = await NumberedAsync(text, sections, ct);
        if (ids.Count == 0) ids = await OfPeopleAsync(text, ct);
        var places = await Db.Positions.AsNoTracking().Where(p => ids.Contains(p.Id) && p.Institution == ground).Select(p => new Place(p.Id, p.SectionId, p.Code, p.Row, p.Layer, p.Number, p.Capacity, p.AreaCm2, p.Stone, p.StoneHeightCm, p.ForBody, p.X, p.State)).ToListAsync(ct);
        var order = sections.ToDictionary(s => s.Id, s => s.Ordinal);
        return await RowsAsync([.. places.OrderBy(p => order.GetValueOrDefault(p.SectionId)).ThenBy(p => p.Row).ThenBy(p => p.Layer).ThenBy(p => p.Number)], sections, limits, ct);
    }

    /// <summary>The next positions after one, section by section; each step asks one section's index.</summary>
    /// <param name="show">Name of a mark, <c>over</c> or <c>unplaced</c>; all where empty.</param>
    public async Task<Outcome<IReadOnlyList<Row>>> NextAsync(string ground, Guid? section, string? show, Guid? after, int most, PlanLimits limits, CancellationToken ct)
    {
        var sections = await Db.Sections.AsNoTracking().Where(s => s.Institution == ground && (section == null || s.Id == section)).OrderBy(s => s.Ordinal).ThenBy(s => s.Code).ToListAsync(ct);
        var from = after is { } id ? await Db.Positions.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.SectionId, p.Row, p.Layer, p.Number }).FirstOrDefaultAsync(ct) : null;
        var found = new List<Place>();
        foreach (var s in from is null ? sections : sections.SkipWhile(s => s.Id != from.SectionId))
        {
            var of = Db.Positions.AsNoTracking().Where(p => p.SectionId == s.Id);
            if (from is { } f && f.SectionId == s.Id) of = of.Where(p => p.Row > f.Row || (p.Row == f.Row && (p.Layer > f.Layer || (p.Layer == f.Layer && p.Number > f.Number))));
            if (Shown(of, show, limits) is not { } shown) return GroundsProblems.FilterUnknown;
            found.AddRange(await shown.OrderBy(p => p.Row).ThenBy(p => p.Layer).ThenBy(p => p.Number).Take(most - found.Count)
                .Select(p => new Place(p.Id, p.SectionId, p.Code, p.Row, p.Layer, p.Number, p.Capacity, p.AreaCm2, p.Stone, p.StoneHeightCm, p.ForBody, p.X, p.State)).ToListAsync(ct));
            if (found.Count >= most) break;
        }
        return (await RowsAsync(found, sections, limits, ct)).ToList();
    }

    private IQueryable<Position>? Shown(IQueryable<Position> of, string? show, PlanLimits limits)
    {
        var today = desk.Desk.Today;
        var soon = today.AddDays(limits.ExpiringDays ?? -1);
        var rights = Db.PlotRights.Where(r => r.State == RightState.Paid || r.State == RightState.Active);
        // no rule, no limit; typed numbers, because a provider cannot guess the type of a missing one
        var (single, joint, bodySingle, bodyJoint, height) = (limits.Single ?? int.MaxValue, limits.Joint ?? int.MaxValue, limits.BodySingle ?? int.MaxValue, limits.BodyJoint ?? int.MaxValue, limits.StoneHeight ?? int.MaxValue);
        return show switch
        {
            null or "" => of,
            "over" => of.Where(p => (p.Stone == StoneKind.Upright && (limits.FlatOnly || p.StoneHeightCm > height))
                || p.AreaCm2 > (p.ForBody ? (p.Capacity == 1 ? bodySingle : bodyJoint) : (p.Capacity == 1 ? single : joint))),
            "unplaced" => of.Where(p => p.X == null && p.Layer == 0),
            _ => PlanMarks.Read(show) switch
            {
                PlanMark.Arrears => of.Where(p => p.State != PositionState.Blocked && rights.Any(r => r.PositionId == p.Id && r.CareFenPerYear > 0 && r.CarePaidUntil < today)),
                PlanMark.Expiring => of.Where(p => p.State != PositionState.Blocked && rights.Any(r => r.PositionId == p.Id && r.TermUntil <= soon && !(r.CareFenPerYear > 0 && r.CarePaidUntil < today))),
                { } mark when State(mark) is { } state => of.Where(p => p.State == state),
                _ => null,
            },
        };
    }

    private static PositionState? State(PlanMark mark) => mark switch
    {
        PlanMark.Free => PositionState.Available,
        PlanMark.Held => PositionState.Held,
        PlanMark.Contracted => PositionState.Contracted,
        PlanMark.Occupied => PositionState.Occupied,
        PlanMark.Blocked => PositionState.Blocked,
        PlanMark.Planned => PositionState.Planned,
        _ => null,
    };

    private async Task<List<Guid>> NumberedAsync(string text, List<Section> sections, CancellationToken ct)
    {
        var upper = text.ToUpperInvariant();
        var exact = await Db.Positions.AsNoTracking().Where(p => p.Code == text).Select(p => p.Id).ToListAsync(ct);
        if (exact.Count > 0) return exact;
        if (desk.May(CemeteryPermissions.ReadRights))
        {
            var contracts = await Db.PlotRights.AsNoTracking().Where(r => r.Number == upper).Select(r => r.PositionId).ToListAsync(ct);
            if (contracts.Count > 0) return contracts;
            if (PhoneNumber.Parse(text).Try(out var phone, out _))
            {
                var index = Db.BlindIndex(phone.Normal);
                return await Db.PlotRights.AsNoTracking().Where(r => EF.Property<byte[]>(r, "HolderPhoneIndex") == index).Select(r => r.PositionId).Take(MostFound).ToListAsync(ct);
            }
        }
        var named = sections.Select(s => (Section: s, Prefix: new[] { s.Name, s.Code, s.Name.TrimEnd('区') }.Where(n => n.Length > 0 && text.StartsWith(n, StringComparison.OrdinalIgnoreCase)).MaxBy(n => n.Length) ?? ""))
            .Where(s => s.Prefix.Length > 0 && Called().IsMatch(text[s.Prefix.Length..])).OrderByDescending(s => s.Prefix.Length).ToList();
        if (Called().Match(named is [var best, ..] ? text[best.Prefix.Length..] : text) is not { Success: true } called) return [];
        var meant = named is [var longest, ..] ? named.Where(s => s.Prefix.Length == longest.Prefix.Length).Select(s => s.Section.Id).ToList() : sections.ConvertAll(s => s.Id);
        int Part(int i) => int.Parse(called.Groups[i].ValueSpan, CultureInfo.InvariantCulture);
        var (row, number) = (Part(1), Part(3));
        int? layer = called.Groups[2].Success ? Part(2) : null;
        return await Db.Positions.AsNoTracking().Where(p => meant.Contains(p.SectionId) && p.Row == row && p.Number == number && (layer == null || p.Layer == layer)).Select(p => p.Id).Take(MostFound).ToListAsync(ct);
    }

    private async Task<List<Guid>> OfPeopleAsync(string text, CancellationToken ct)
    {
        var found = new List<Guid>();
        var (holders, resting) = (desk.May(CemeteryPermissions.ReadRights), desk.May(CemeteryPermissions.ReadBurials));
        var rights = Db.PlotRights.AsNoTracking();
        var interments = Db.Interments.AsNoTracking();
        if (text.All(char.IsAsciiLetter))
        {
            var initials = text.ToLowerInvariant();
            if (holders) found.AddRange(await rights.Where(r => r.HolderInitials!.StartsWith(initials)).Select(r => r.PositionId).Take(MostFound).ToListAsync(ct));
            if (resting) found.AddRange(await interments.Where(i => i.Initials.StartsWith(initials)).Select(i => i.PositionId).Take(MostFound).ToListAsync(ct));
            if (found.Count > 0) return found;
        }
        if (!PersonName.Parse(text).Try(out var name, out _)) return found;
        if (holders) found.AddRange(await rights.Where(r => r.HolderName == name).Select(r => r.PositionId).Take(MostFound).ToListAsync(ct));
        if (resting) found.AddRange(await interments.Where(i => i.PersonName == name).Select(i => i.PositionId).Take(MostFound).ToListAsync(ct));
        if (found.Count > 0) return found;
        // the beginning of a name: no index serves it, which at the size of one city is some tens of milliseconds
        var begins = name.Text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
        if (holders) found.AddRange(await Db.PlotRights.FromSql($"select * from cemetery_right where holder_name like {begins} escape '!'").AsNoTracking().Select(r => r.PositionId).Take(MostFound).ToListAsync(ct));
        if (resting) found.AddRange(await Db.Interments.FromSql($"select * from cemetery_interment where person_name like {begins} escape '!'").AsNoTracking().Select(i => i.PositionId).Take(MostFound).ToListAsync(ct));
        return found;
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Place> places, List<Section> sections, PlanLimits limits, CancellationToken ct)
    {
        var named = sections.ToDictionary(s => s.Id);
        var ids = places.ConvertAll(p => p.Id);
        var (holders, today) = (desk.May(CemeteryPermissions.ReadRights), desk.Desk.Today);
        var rights = (await Db.PlotRights.AsNoTracking().Where(r => ids.Contains(r.PositionId) && (r.State == RightState.Held || r.State == RightState.Signed || r.State == RightState.Paid || r.State == RightState.Active))
            .Select(r => new { r.Id, r.PositionId, r.State, r.TermUntil, r.CarePaidUntil, r.CareFenPerYear, r.HolderName, r.Number }).ToListAsync(ct)).ToDictionary(r => r.PositionId);
        var resting = desk.May(CemeteryPermissions.ReadBurials)
            ? (await Db.Interments.AsNoTracking().Where(i => ids.Contains(i.PositionId) && i.RemovedOn == null).Select(i => new { i.PositionId, i.PersonName }).ToListAsync(ct)).ToLookup(i => i.PositionId, i => i.PersonName.Text)
            : Array.Empty<Guid>().ToLookup(i => i, _ => "");
        return
        [
            .. places.Select(p =>
            {
                var (s, r) = (named[p.SectionId], rights.GetValueOrDefault(p.Id));
                var mark = PlanMarks.Of(p.State, r?.State, r?.TermUntil, r?.CarePaidUntil, r?.CareFenPerYear ?? 0, today, limits.ExpiringDays);
                return new Row(p.Id, p.SectionId, PositionWords.Of(s.Name, s.Kind, p.Row, p.Layer, p.Number), p.Code, p.State, mark, limits.Over(p.Capacity, p.ForBody, p.AreaCm2, p.Stone, p.StoneHeightCm), p.X is not null,
                    resting[p.Id].Any() ? string.Join("、", resting[p.Id]) : null, holders ? r?.HolderName?.Text : null, holders ? r?.Number : null, holders ? r?.Id : null, r?.TermUntil, r?.CarePaidUntil);
            }),
        ];
    }

    /// <summary>What follows a section's name: 6排10号, -6-10, 1柜2层3号.</summary>
    [GeneratedRegex(@"^[区\s\-－]*0*(\d{1,4})\s*[排柜\-－]\s*(?:0*(\d{1,4})\s*[层\-－]\s*)?0*(\d{1,4})\s*号?$")]
    private static partial Regex Called();
}
