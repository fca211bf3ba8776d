using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Calendar;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Bills;

/// <summary>What every use case about money has on its desk: the bill, the case it is about, the clock, numbers.</summary>
internal sealed class BillDesk(AnminDb db, Reference reference, Numbers numbers, ICaseCards cases, IFamilyDoor families, IInstitutionDirectory institutions, IStaffDirectory staff, TimeProvider clock, CommandContext context, CurrentActor current)
{
    public AnminDb Db => db;

    public CommandContext Context => context;

    public Actor By => current.Actor;

    public ICaseCards Cases => cases;

    public IFamilyDoor Families => families;

    /// <summary>Whole microseconds, which is what both databases keep.</summary>
    public DateTimeOffset Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero);

    public TimeZoneInfo Zone => reference.Now.Zone;

    public DateOnly Today => LocalClock.DateOf(Now, Zone);

    public ReferenceData Reference => reference.Now;

    public InstitutionCard? Institution(string? id) => id is null ? null : institutions.Find(id);

    public IEnumerable<string> HomesBelow(string division) => institutions.OfKind("funeral-home", division).Select(i => i.Id);

    public string StaffName(string? id) => id is null ? "" : staff.Find(id)?.Name ?? "";

    /// <summary>The bill within the actor's scope; "not yours" and "not there" answer alike.</summary>
    public async Task<Outcome<Bill>> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await db.Bills.FirstOrDefaultAsync(b => b.Id == id, ct) is not { } bill) return BillProblems.NoBill;
        context.About(bill.Subject);
        return bill;
    }

    /// <summary>What stands on the head of the bill: of a case its card; of anything else the payer, who signs. Null where the case is out of reach.</summary>
    public Task<CaseCard?> HeadAsync(Bill bill, CancellationToken ct) => bill.Kind == Bill.OfCase
        ? cases.FindAsync(bill.Subject, ct)
        : Task.FromResult<CaseCard?>(new CaseCard(bill.Subject, bill.SubjectNumber, bill.PayerName?.Text, "", null, false, bill.Division, bill.Institution,
            bill.PayerName is { } payer ? [new HandlerCard(bill.Id, payer.Text, BillKinds.Payer, bill.PayerPhone?.Masked ?? "")] : []));

    /// <summary>The edition that holds, with its lines; refused where the lines no longer fit the hash.</summary>
    public async Task<Outcome<BillEdition>> EditionAsync(Bill bill, CancellationToken ct, int? number = null)
    {
        var wanted = number ?? bill.Edition;
        var edition = await db.BillEditions.AsNoTracking().Include(e => e.Lines).FirstOrDefaultAsync(e => e.BillId == bill.Id && e.Number == wanted, ct);
        if (edition is null) return BillProblems.NoBill;
        return BillEdition.HashOf(edition.Lines) == edition.Hash ? edition : BillProblems.Broken;
    }

    public Task<Outcome<string>> NumberAsync(string kind, string institution, CancellationToken ct)
        => numbers.NextAsync(kind, Today, new Dictionary<string, string> { ["home"] = Institution(institution)?.Code is { Length: > 0 } code ? code : institution.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() }, ct);
}
