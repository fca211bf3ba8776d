using System.Globalization;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;

namespace Anmin.Hotline;

/// <summary>What every use case of the call desk has at hand: the database, the clock, rules, numbers, who is who.</summary>
internal sealed class HotlineDesk(AnminDb db, Reference reference, Numbers numbers, RuleBook rules, IInstitutionDirectory institutions, IStaffDirectory staff, TimeProvider clock, CommandContext context, CurrentActor current)
{
    public AnminDb Db => db;

    public CommandContext Context => context;

    public Actor By => current.Actor;

    /// <summary>Whole microseconds, which is what both databases keep.</summary>
    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public TimeZoneInfo Zone => reference.Now.Zone;

    public DateOnly Today => LocalClock.DateOf(Now, Zone);

    public string City => reference.Now.City.Division;

    public string Bureau => reference.Now.City.Bureau;

    public InstitutionCard? Institution(string? id) => id is null ? null : institutions.Find(id);

    public string StaffName(string? id) => id is null ? "" : staff.Find(id)?.Name ?? "";

    /// <summary>A whole number of a rule in force today; a missing rule is a problem, never a default.</summary>
    public Outcome<int> Whole(string key, string division)
    {
        if (!rules.Find(key, division, Today).Try(out var rule, out var problem)) return problem;
        return int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : new Problem("hotline.rule.not-a-number", $"规则“{key}”的值“{rule.Value}”不是整数。请管理员核对城市包的规则表。");
    }

    public Task<Outcome<string>> NumberAsync(CancellationToken ct) => numbers.NextAsync("hotline-call", Today, null, ct);
}
