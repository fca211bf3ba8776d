using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Calls;

/// <summary>Table of calls and what it alone refuses.</summary>
internal static class CallTables
{
    extension(AnminDb db)
    {
        public DbSet<Call> Calls => db.Set<Call>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<Call>(t =>
    {
        t.ToTable("hotline_call", b =>
        {
            b.HasCheckConstraint("hotline_call_answered", "state not in ('Answered') or (agent is not null and answered_at is not null)");
            b.HasCheckConstraint("hotline_call_ended", "(state in ('Ended', 'Missed')) = (ended_at is not null)");
            b.HasCheckConstraint("hotline_call_outcome", "state <> 'Ended' or (kind is not null and outcome is not null and agent is not null)");
            b.HasCheckConstraint("hotline_call_times", "(answered_at is null or answered_at >= started_at) and (ended_at is null or ended_at >= started_at)");
            b.HasCheckConstraint("hotline_call_case", "opened_case = false or case_id is not null");
        });
        t.HasKey(c => c.Id);
        t.Sealed(c => c.Caller, vault);
        t.Ignore(c => c.Waited).Ignore(c => c.Talked);
        t.Property(c => c.Summary).HasMaxLength(500);
        t.Property(c => c.Steps).HasMaxLength(600);
        t.Property(c => c.ExchangeId).HasMaxLength(80);
        t.HasIndex(c => c.Number).IsUnique().HasDatabaseName("hotline_call_number");
        t.HasIndex(c => c.ExchangeId).IsUnique().HasDatabaseName("hotline_call_exchange").HasFilter("exchange_id is not null");
        t.HasIndex(c => c.CaseId).IsUnique().HasDatabaseName("hotline_call_opened_case").HasFilter("opened_case");
        t.HasIndex(c => c.StartedAt);
        t.HasIndex(c => c.StartedAt).HasDatabaseName("hotline_call_ringing").HasFilter("state = 'Ringing'");
        t.HasIndex(c => new { c.Agent, c.StartedAt });
        t.HasIndex(Sealing.IndexColumn(nameof(Call.Caller)));
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["hotline_call_opened_case"] = HotlineProblems.HasCase,
        ["hotline_call.case_id"] = HotlineProblems.HasCase,
        ["guard_hotline_call_kept"] = HotlineProblems.CallOver,
    };

    private const string Rewritten = "old.state in ('Ended', 'Missed') and (new.state <> old.state or new.summary <> old.summary or coalesce(new.agent, '') <> coalesce(old.agent, ''))";

    /// <summary>What has ended stays as it was told.</summary>
    public static IEnumerable<string> Guards(DatabaseKind database) => database == DatabaseKind.Postgres
        ?
        [
            $"create or replace function guard_hotline_call_kept() returns trigger language plpgsql as $$ begin if {Rewritten} then raise exception 'guard_hotline_call_kept' using errcode = 'AN001'; end if; return new; end $$",
            "create or replace trigger guard_hotline_call_kept before update on hotline_call for each row execute function guard_hotline_call_kept()",
        ]
        :
        [
            "drop trigger if exists guard_hotline_call_kept",
            $"create trigger guard_hotline_call_kept before update on hotline_call when {Rewritten} begin select raise(abort, 'guard_hotline_call_kept'); end",
        ];
}
