using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Ledger;

/// <summary>会计科目: small and fixed. A positive balance is a debit.</summary>
internal enum Account
{
    /// <summary>库存现金.</summary>
    Cash,

    /// <summary>银行卡待清算.</summary>
    Card,

    /// <summary>银行存款.</summary>
    Bank,

    /// <summary>扫码待清算.</summary>
    Scan,

    /// <summary>应收服务费.</summary>
    Receivable,

    /// <summary>应收减免资金.</summary>
    ReliefClaim,

    /// <summary>暂收款: money that came and belongs to no open bill.</summary>
    Unallocated,

    /// <summary>基础项目收入.</summary>
    BasicIncome,

    /// <summary>非基础项目收入.</summary>
    OptionalIncome,

    /// <summary>用品收入.</summary>
    GoodsIncome,

    /// <summary>退费.</summary>
    RefundGiven,

    /// <summary>现金长短款.</summary>
    CashDifference,
}

internal enum EntryKind { Settlement, Payment, Refund, TillDifference, Excess }

/// <summary>
/// 记账凭证. Double entry by construction: every posting takes one amount from one account and gives it to another, so no set of
/// rows can be out of balance, whatever the database was made to hold. Append-only by trigger; one entry a source; none in a closed month.
/// </summary>
internal sealed class LedgerEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Institution { get; init; }

    /// <summary>Local day it counts for.</summary>
    public required DateOnly Day { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Bill, payment, refund or till that it books; booked once.</summary>
    public required Guid Source { get; init; }

    public Guid? BillId { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Sum and count of its postings: nothing more is added later, by trigger.</summary>
    public long Fen { get; private set; }

    public int Count { get; private set; }

    public List<LedgerPosting> Postings { get; } = [];

    /// <summary>Amounts of nothing are left out; a negative one goes the other way.</summary>
    public LedgerEntry Post(Account debit, Account credit, long fen)
    {
        if (fen == 0) return this;
        var (from, to) = fen > 0 ? (debit, credit) : (credit, debit);
        Postings.Add(new LedgerPosting { EntryId = Id, Line = Postings.Count + 1, Debit = from, Credit = to, Fen = Math.Abs(fen) });
        (Fen, Count) = (Fen + Math.Abs(fen), Postings.Count);
        return this;
    }
}

/// <summary>分 that one account is debited and another is credited with.</summary>
internal sealed class LedgerPosting
{
    public required Guid EntryId { get; init; }

    public required int Line { get; init; }

    public required Account Debit { get; init; }

    public required Account Credit { get; init; }

    public required long Fen { get; init; }
}

/// <summary>月结: what was booked in a month, after which nothing more is. Append-only by trigger.</summary>
internal sealed class MonthClose
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Institution { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    public required int Entries { get; init; }

    public required long IncomeFen { get; init; }

    public required long ReliefFen { get; init; }

    public required long RefundFen { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal static class LedgerTables
{
    extension(AnminDb db)
    {
        public DbSet<LedgerEntry> LedgerEntries => db.Set<LedgerEntry>();
        public DbSet<LedgerPosting> LedgerPostings => db.Set<LedgerPosting>();
        public DbSet<MonthClose> MonthCloses => db.Set<MonthClose>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<LedgerEntry>(t =>
        {
            t.ToTable("billing_ledger_entry", b => b.HasCheckConstraint("billing_ledger_entry_whole", "fen >= 0 and count >= 0 and (fen = 0) = (count = 0)")).AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.Kind, e.Source }).IsUnique().HasDatabaseName("billing_ledger_entry_once");
            t.HasIndex(e => new { e.Institution, e.Day });
            t.HasMany(e => e.Postings).WithOne().HasForeignKey(p => p.EntryId);
        });
        model.Entity<LedgerPosting>(t =>
        {
            t.ToTable("billing_ledger_posting", b =>
            {
                b.HasCheckConstraint("billing_ledger_posting_fen", "fen > 0 and debit <> credit");
                b.HasCheckConstraint("billing_ledger_posting_accounts", $"debit in ({Accounts}) and credit in ({Accounts})");
            }).AppendOnly();
            t.HasKey(p => new { p.EntryId, p.Line });
        });
        model.Entity<MonthClose>(t =>
        {
            t.ToTable("billing_month_close").AppendOnly();
            t.HasKey(m => m.Id);
            t.Property(m => m.Id).ValueGeneratedNever();
            t.HasIndex(m => new { m.Institution, m.Month }).IsUnique().HasDatabaseName("billing_month_close_once");
        });
    }

    private static string Accounts => string.Join(", ", Enum.GetNames<Account>().Select(a => $"'{a}'"));

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["billing_ledger_entry_once"] = LedgerProblems.Twice,
        ["billing_ledger_entry.kind, billing_ledger_entry.source"] = LedgerProblems.Twice,
        ["billing_ledger_posting_fen"] = LedgerProblems.Unbalanced,
        ["billing_ledger_posting_accounts"] = LedgerProblems.Unbalanced,
        ["guard_ledger_posting_closed"] = LedgerProblems.Unbalanced,
        ["guard_ledger_month"] = LedgerProblems.MonthClosed,
        ["billing_month_close_once"] = LedgerProblems.MonthTwice,
        ["billing_month_close.institution, billing_month_close.month"] = LedgerProblems.MonthTwice,
    };

    /// <summary>A date is text on SQLite and a date on PostgreSQL: the month's first day is compared as each keeps it.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind)
    {
        var first = kind == DatabaseKind.Sqlite ? "date(new.day, 'start of month')" : "date_trunc('month', new.day)::date";
        return
        [
            .. GuardTriggers.Before(kind, "billing_ledger_entry", "insert", [("guard_ledger_month", $"exists (select 1 from billing_month_close m where m.institution = new.institution and m.month = {first})")]),
            .. GuardTriggers.Before(kind, "billing_ledger_posting", "insert",
            [
                ("guard_ledger_posting_closed", "not exists (select 1 from billing_ledger_entry e where e.id = new.entry_id and e.count > (select count(*) from billing_ledger_posting p where p.entry_id = e.id) and e.fen >= new.fen + coalesce((select sum(p.fen) from billing_ledger_posting p where p.entry_id = e.id), 0))"),
            ]),
        ];
    }
}

internal static class LedgerProblems
{
    public static readonly Problem Twice = new("billing.ledger.twice", "这一笔已经记过账。请刷新后查看。", ProblemKind.Conflict);
    public static readonly Problem Unbalanced = new("billing.ledger.unbalanced", "这一笔借贷不平，没有记账。请报告系统管理员。", ProblemKind.Conflict);
    public static readonly Problem MonthClosed = new("billing.ledger.month-closed", "这个月已经月结，不能再记账。请记到下一个月。", ProblemKind.Conflict);
    public static readonly Problem MonthTwice = new("billing.month.closed", "这个月已经月结。请查看月结单。", ProblemKind.Conflict);
    public static readonly Problem MonthOpen = new("billing.month.running", "这个月还没有过完，不能月结。请下月初再办。");
    public static readonly Problem Month = new("billing.month.unread", "月份要写成 2026-11 这样。请改正后再提交。", ProblemKind.Invalid, "Month");

    public static Problem TillsOpen(IEnumerable<string> cashiers) => new("billing.month.tills-open", $"还有人没有日结：{string.Join("、", cashiers)}。请先日结，再月结。");
}
