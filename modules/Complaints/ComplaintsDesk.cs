using Anmin.Complaints.Filing;
using Anmin.Complaints.Statements;
using Anmin.Contracts.Identity;
using Anmin.Contracts.Notifications;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Complaints;

/// <summary>What every use case about complaints has on its desk: the database, the clock, rules, who is who, and the one way to the complaints somebody may see.</summary>
internal sealed class ComplaintsDesk(AnminDb db, Reference reference, RuleBook rules, DivisionBook divisions, IInstitutionDirectory institutions, IStaffDirectory staff, IMessageDesk messages, TimeProvider clock, CommandContext context, CurrentActor current)
{
    /// <summary>Kinds of institutions one may complain about.</summary>
    private static readonly string[] Kinds = ["funeral-home", "columbarium", "cemetery", "vigil-centre"];

    public AnminDb Db => db;

    public CommandContext Context => context;

    public Actor By => current.Actor;

    public RuleBook Rules => rules;

    /// <summary>Whole microseconds, which is what both databases keep.</summary>
    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public TimeZoneInfo Zone => reference.Now.Zone;

    public DateOnly Today => LocalClock.DateOf(Now, Zone);

    public string City => reference.Now.City.Division;

    public InstitutionCard? Institution(string? id) => id is null ? null : institutions.Find(id);

    public string InstitutionName(string? id) => Institution(id)?.Name ?? id ?? "没有指明";

    public string StaffName(string? id) => id is null ? "" : staff.Find(id)?.Name ?? "";

    public IEnumerable<InstitutionCard> Choices => Kinds.SelectMany(k => institutions.OfKind(k, City));

    /// <summary>The complaints the permission at work reaches, and never one about the reader's own institution, however wide the reach.</summary>
    public IQueryable<Complaint> Visible => By.Institution is { } own ? db.Complaints.Where(c => c.About != own) : db.Complaints;

    /// <summary>Whose word was taken as the institution's does not decide: neither by their post nor by a post they hold besides.</summary>
    public async Task<Outcome<Complaint>> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await Visible.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } complaint) return ComplaintsProblems.NoComplaint;
        var me = By.Id;
        if (await db.AcrossScopes<Statement>("说明过的人不办理同一件投诉").AnyAsync(s => s.ComplaintId == id && s.GivenBy == me, ct)) return ComplaintsProblems.OwnInstitution;
        context.About(complaint.CaseId ?? complaint.Id);
        return complaint;
    }

    /// <summary>The bureau of the place where the institution stands; the city's where none was named.</summary>
    public string BureauOf(InstitutionCard? about) => about is { Division.Length: >= 6 } card ? card.Division[..6] : City;

    public string BureauName(string division) => division == City ? reference.Now.City.Bureau
        : institutions.OfKind("bureau", division).FirstOrDefault(b => b.Division == division)?.Name ?? (divisions.Find(division)?.Name is { } name ? name + "民政局" : division);

    public string? BureauPhone(string division) => institutions.OfKind("bureau", division).FirstOrDefault(b => b.Division == division)?.Phone is { Length: > 0 } phone ? phone : null;

    /// <summary>The city's bureau and those of its counties.</summary>
    public IEnumerable<(string Division, string Name)> Bureaus => institutions.OfKind("bureau", City).Select(b => b.Division).Append(City).Where(IsBureau).Distinct().Order(StringComparer.Ordinal).Select(d => (d, BureauName(d)));

    public bool IsBureau(string? division) => division is { Length: 4 or 6 } && division.StartsWith(City, StringComparison.Ordinal) && divisions.Find(division) is not null;

    public DateOnly LastDay(DateTimeOffset due) => Deadline.LastDate(due, Zone);

    /// <summary>Tells the complainant that something happened; what it is stands behind the address, not in the message.</summary>
    public async Task TellAsync(Complaint complaint, string what, CancellationToken ct)
    {
        if (complaint.Phone is not { IsMobile: true } phone) return;
        await messages.QueueAsync(new("complaint.step", new ToPhone(phone), new Dictionary<string, object?> { ["number"] = complaint.Number, ["what"] = what })
        {
            Subject = complaint.Id,
            Link = "/complaints/find",
        }, ct);
    }

    /// <summary>Puts a statement into the institution's hands: everybody there who may answer it is told that it waits, never whose complaint it is.</summary>
    public async Task AskAsync(Statement statement, CancellationToken ct)
    {
        db.Add(statement);
        var what = statement.Kind == StatementKind.Rectify ? "限期改正" : "作出说明";
        foreach (var person in staff.OfInstitution(statement.Institution!).Where(s => staff.ActorOf(s.Id)?.May(ComplaintsPermissions.GiveStatement) is true))
        {
            await messages.QueueAsync(new("complaint.asked", new ToStaff(person.Id), new Dictionary<string, object?> { ["bureau"] = BureauName(statement.Division), ["what"] = what, ["until"] = LastDay(statement.Due) })
            {
                Subject = statement.Id,
                Link = $"/work/complaints/asked/{statement.Id}",
            }, ct);
        }
    }

    /// <summary>Tells whoever asked that the institution has answered, while they still work here.</summary>
    public async Task TellAskerAsync(Statement statement, CancellationToken ct)
    {
        if (statement.OpenedBy is not { } asker || staff.Find(asker) is not { Active: true }) return;
        var number = await db.AcrossScopes<Complaint>("单位回复后告诉问的人是哪一件").Where(c => c.Id == statement.ComplaintId).Select(c => c.Number).FirstAsync(ct);
        await messages.QueueAsync(new("complaint.given", new ToStaff(asker), new Dictionary<string, object?> { ["institution"] = InstitutionName(statement.Institution), ["number"] = number })
        {
            Subject = statement.ComplaintId,
            Link = $"/work/complaints/{statement.ComplaintId}",
        }, ct);
    }
}
