using Anmin.Billing.Bills;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Tills;

/// <summary>一位收费员的现金抽屉, from the first cash after a day-end to the next one. Its version rises with every cash, so that no money slips past a closing. 分.</summary>
internal sealed class Till : JournalSubject, IOwnedByUnit
{
    private Till()
    {
    }

    public override string SubjectKind => "billing.till";

    public string Cashier { get; private init; } = "";

    public string Division { get; private init; } = "";

    public string? Institution { get; private init; }

    /// <summary>A column of its own, for the data scope.</summary>
    public string? OpenedBy
    {
        get => Cashier;
        private init { }
    }

    public string? Origin
    {
        get => Institution;
        private init { }
    }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Cash taken less cash given back.</summary>
    public long BookedFen { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public long? CountedFen { get; private set; }

    /// <summary>Why counted and booked differ.</summary>
    public string? Reason { get; private set; }

    public long? DifferenceFen => CountedFen - BookedFen;

    public static Till Open(string cashier, string division, string institution, DateTimeOffset now)
    {
        var till = new Till { Cashier = cashier, Division = division, Institution = institution, OpenedAt = now };
        till.Note("till.opened", new { cashier });
        return till;
    }

    /// <param name="fen">Negative where cash goes out.</param>
    /// <returns>Its id, for the payment or refund.</returns>
    public Guid Take(long fen)
    {
        BookedFen += fen;
        Note("till.cash", new { fen, BookedFen });
        return Id;
    }

    public Outcome<Done> Close(long counted, string? reason, DateTimeOffset now)
    {
        if (ClosedAt is not null) return TillProblems.Closed;
        if (counted < 0) return TillProblems.Counted;
        if (counted != BookedFen && string.IsNullOrEmpty(reason)) return TillProblems.ReasonMissing;
        (ClosedAt, CountedFen, Reason) = (now, counted, reason);
        Note("till.closed", new { BookedFen, counted, reason });
        return Done.It;
    }
}

internal sealed class TillDesk(BillDesk desk)
{
    /// <summary>The actor's open till, opened where there is none.</summary>
    public async Task<Till> MineAsync(string institution, CancellationToken ct)
    {
        var me = desk.By.Id;
        if (await desk.Db.Tills.FirstOrDefaultAsync(t => t.Cashier == me && t.Institution == institution && t.ClosedAt == null, ct) is { } open) return open;
        var fresh = Till.Open(me, desk.Institution(institution)?.Division ?? "0", institution, desk.Now);
        desk.Db.Add(fresh);
        return fresh;
    }
}

internal static class TillTables
{
    extension(AnminDb db)
    {
        public DbSet<Till> Tills => db.Set<Till>();
        public DbSet<Reconciliation> Reconciliations => db.Set<Reconciliation>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Till>(t =>
        {
            t.ToTable("billing_till", b => b.HasCheckConstraint("billing_till_closed", "(closed_at is null) = (counted_fen is null) and (counted_fen is null or (counted_fen >= 0 and (counted_fen = booked_fen or reason is not null)))"));
            t.HasKey(e => e.Id);
            t.Ignore(e => e.DifferenceFen);
            t.HasIndex(e => new { e.Cashier, e.Institution }).IsUnique().HasDatabaseName("billing_till_one_open").HasFilter("closed_at is null");
            t.HasIndex(e => new { e.Institution, e.ClosedAt });
        });
        model.Entity<Reconciliation>(t =>
        {
            t.ToTable("billing_reconciliation").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.Institution, e.Day });
            t.HasMany(e => e.Differences).WithOne().HasForeignKey(d => d.ReconciliationId);
        });
        model.Entity<ChannelDifference>(t =>
        {
            t.ToTable("billing_channel_difference").AppendOnly();
            t.HasKey(e => new { e.ReconciliationId, e.Line });
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["billing_till_one_open"] = Kernel.Commands.KernelProblems.Changed,
        ["billing_till.cashier, billing_till.institution"] = Kernel.Commands.KernelProblems.Changed,
        ["billing_till_closed"] = TillProblems.ReasonMissing,
        ["guard_till_kept"] = TillProblems.Closed,
        ["guard_till_booked"] = TillProblems.Booked,
        ["guard_till_deleted"] = TillProblems.Closed,
    };

    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "billing_till", "update",
        [
            ("guard_till_kept", "old.closed_at is not null or new.cashier <> old.cashier or new.opened_at <> old.opened_at"),
            // what is closed is what payments and refunds say, not what somebody wrote into the till
            ("guard_till_booked", "new.closed_at is not null and new.booked_fen <> coalesce((select sum(p.amount_fen) from billing_payment p where p.till_id = new.id), 0) - coalesce((select sum(r.amount_fen) from billing_refund r where r.till_id = new.id), 0)"),
        ]),
        .. GuardTriggers.Before(kind, "billing_till", "delete", [("guard_till_deleted", "1 = 1")]),
    ];
}

internal static class TillProblems
{
    public static readonly Problem Closed = new("billing.till.closed", "这一班已经日结，不能再记现金。请刷新后重办，新收的款会记到下一班。", ProblemKind.Conflict);
    public static readonly Problem None = new("billing.till.none", "您没有还没日结的现金。收了现金以后再办日结。", ProblemKind.NotFound);
    public static readonly Problem Counted = new("billing.till.counted", "请填写点出的现金，不能小于零。", ProblemKind.Invalid, "Counted");
    public static readonly Problem ReasonMissing = new("billing.till.reason", "点出的现金与账面不一致。请写明原因。", ProblemKind.Invalid, "Reason");
    public static readonly Problem Booked = new("billing.till.booked", "账面现金与收退款记录不一致，不能日结。请报告系统管理员。", ProblemKind.Conflict);
    public static readonly Problem NoHome = new("billing.till.no-home", "您没有所在的殡仪馆，不能办理。请联系本单位管理员。");
    public static readonly Problem FileEmpty = new("billing.channel.file-empty", "渠道对账文件里没有一行数据。请重新导出后再上传。", ProblemKind.Invalid, "File");
    public static readonly Problem FileTooLarge = new("billing.channel.file-large", "渠道对账文件超过两万行。请按天导出后再上传。", ProblemKind.Invalid, "File");

    public static Problem FileLine(int line, string column, string rule) => new("billing.channel.file-line", $"第{line}行“{column}”：{rule}。请改正后重新上传。", ProblemKind.Invalid, "File");
}
