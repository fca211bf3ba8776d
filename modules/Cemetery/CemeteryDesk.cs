using Anmin.Cemetery.Grounds;
using Anmin.Cemetery.Rights;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery;

/// <summary>What every use case about graves and niches has on its desk: the database, the clock, rules, numbers, who is who.</summary>
internal sealed class CemeteryDesk(AnminDb db, Reference reference, Numbers numbers, RuleBook rules, IInstitutionDirectory institutions, IStaffDirectory staff, TimeProvider clock, CommandContext context, CurrentActor current)
{
    public AnminDb Db => db;

    public CommandContext Context => context;

    public Actor By => current.Actor;

    public RuleBook Rules => rules;

    /// <summary>Whole microseconds, which is what both databases keep.</summary>
    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public TimeZoneInfo Zone => reference.Now.Zone;

    public DateOnly Today => LocalClock.DateOf(Now, Zone);

    public InstitutionCard? Institution(string? id) => id is null ? null : institutions.Find(id);

    public string StaffName(string? id) => id is null ? "" : staff.Find(id)?.Name ?? "";

    /// <summary>The right with its terms, and its position, within the actor's scope; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<OpenedRight>> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await db.PlotRights.Include(r => r.Terms.OrderBy(t => t.Seq)).FirstOrDefaultAsync(r => r.Id == id, ct) is not { } right) return CemeteryProblems.NoRight;
        if (await db.Positions.FirstOrDefaultAsync(p => p.Id == right.PositionId, ct) is not { } position) return CemeteryProblems.NoRight;
        context.About(right.CaseId ?? right.Id);
        return new OpenedRight(right, position);
    }

    /// <summary>乙区6排10号.</summary>
    public async Task<string> NameOfAsync(Position position, CancellationToken ct)
    {
        var section = await db.Sections.AsNoTracking().Where(s => s.Id == position.SectionId).Select(s => new { s.Name, s.Kind }).FirstAsync(ct);
        return PositionWords.Of(section.Name, section.Kind, position.Row, position.Layer, position.Number);
    }

    /// <summary>The next number of a kind of the pack's numbering.csv; <c>{home}</c> is the institution's id without its dashes, in capitals.</summary>
    public Task<Outcome<string>> NumberAsync(string kind, string institution, CancellationToken ct)
        => numbers.NextAsync(kind, Today, new Dictionary<string, string> { ["home"] = Institution(institution)?.Code is { Length: > 0 } code ? code : institution.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() }, ct);
}

internal sealed record OpenedRight(PlotRight Right, Position Position);
