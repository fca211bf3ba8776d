using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Stays;

/// <summary>Tables, checks and triggers of extensions, overdue stays and their letters.</summary>
internal static class StayTables
{
    extension(AnminDb db)
    {
        public DbSet<OverdueStay> OverdueStays => db.Set<OverdueStay>();
        public DbSet<StayExtension> StayExtensions => db.Set<StayExtension>();
        public DbSet<StayLetter> StayLetters => db.Set<StayLetter>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<OverdueStay>(t =>
        {
            t.ToTable("funeral_overdue_stay", b =>
            {
                b.HasCheckConstraint("funeral_overdue_two", "decided_by is null or decided_by <> proposed_by");
                b.HasCheckConstraint("funeral_overdue_chief", "signed_by is null or signed_by <> decided_by");
                b.HasCheckConstraint("funeral_overdue_answered", "announced_at is null or nameless or (received_at is not null and announced_at >= answer_until)");
                b.HasCheckConstraint("funeral_overdue_announced", "proposed_at is null or (announced_until is not null and proposed_at >= announced_until)");
                b.HasCheckConstraint("funeral_overdue_proposed", "decided_at is null or (proposed_at is not null and decided_at >= proposed_at)");
                b.HasCheckConstraint("funeral_overdue_approved", "signed_at is null or (approved is not null and approved and signed_at >= decided_at)");
                b.HasCheckConstraint("funeral_overdue_police", "signed_at is null or not police_needed or police_record is not null");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Ignore(e => e.IsOpen);
            t.Ignore(e => e.WaitsUntil);
            t.Property(e => e.PublicFacts).HasMaxLength(500);
            t.Property(e => e.Proposal).HasMaxLength(500);
            t.Property(e => e.Grounds).HasMaxLength(500);
            t.Property(e => e.EndReason).HasMaxLength(500);
            t.HasIndex(e => e.CaseId).IsUnique().HasDatabaseName("funeral_overdue_one").HasFilter("ended_at is null");
            t.HasIndex(e => new { e.Institution, e.State, e.Id });
            t.HasIndex(e => e.AnnouncedAt).HasDatabaseName("funeral_overdue_public").HasFilter("announced_at is not null and ended_at is null");
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
        model.Entity<StayExtension>(t =>
        {
            t.ToTable("funeral_stay_extension", b => b.HasCheckConstraint("funeral_stay_extension_later", "until > due_before")).AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Reason).HasMaxLength(500);
            t.HasIndex(e => new { e.CaseId, e.Seq }).IsUnique().HasDatabaseName("funeral_stay_extension_seq");
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
        model.Entity<StayLetter>(t =>
        {
            t.ToTable("funeral_stay_letter").AppendOnly();
            t.HasKey(e => e.Number);
            t.Property(e => e.Number).HasMaxLength(60);
            t.Property(e => e.Text).HasMaxLength(500);
            t.Property(e => e.Proposal).HasMaxLength(500);
            t.HasIndex(e => new { e.CaseId, e.IssuedAt });
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_overdue_one"] = StayProblems.Already,
        ["funeral_overdue_stay.case_id"] = StayProblems.Already,
        ["funeral_overdue_two"] = FuneralProblems.SameTwo,
        ["funeral_overdue_chief"] = FuneralProblems.SameTwo,
        ["funeral_overdue_answered"] = StayProblems.AnswerRuns,
        ["funeral_overdue_announced"] = StayProblems.NoticeRuns,
        ["funeral_overdue_proposed"] = StayProblems.ClockBack,
        ["funeral_overdue_approved"] = StayProblems.NotSignedYet,
        ["funeral_overdue_police"] = StayProblems.PoliceRecordMissing,
        ["funeral_stay_extension_seq"] = StayProblems.WrongStep,
        ["funeral_stay_extension.case_id"] = StayProblems.WrongStep,
        ["funeral_stay_extension_later"] = StayProblems.UntilTooEarly,
        ["funeral_stay_letter.number"] = StayProblems.LetterUsed,
        ["funeral_contract_opinion"] = FuneralProblems.NotCremation,
        ["guard_contract_opinion"] = StayProblems.OpinionForeign,
        ["guard_contract_borrowed"] = StayProblems.OpinionForeign,
        ["guard_cremation_opinion"] = StayProblems.NotSignedYet,
        ["guard_overdue_kept"] = StayProblems.WrongStep,
        ["guard_overdue_decided"] = StayProblems.WrongStep,
        ["guard_overdue_deleted"] = FuneralProblems.AppendOnly,
    };

    /// <summary>A contract on an opinion is only good with this case's approved one; a furnace only takes what the chief signed and nobody ended.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "funeral_contract", "insert", [("guard_contract_opinion", "new.opinion_id is not null and not exists (select 1 from funeral_overdue_stay o where o.id = new.opinion_id and o.case_id = new.case_id and o.approved and o.ended_at is null)")]),
        .. GuardTriggers.Before(kind, "funeral_contract", "update", [("guard_contract_borrowed", "new.opinion_id is not null and (old.opinion_id is null or new.opinion_id <> old.opinion_id)")]),
        .. GuardTriggers.Before(kind, "funeral_cremation", "insert", [("guard_cremation_opinion", "exists (select 1 from funeral_contract k where k.id = new.contract_id and k.opinion_id is not null and not exists (select 1 from funeral_overdue_stay o where o.id = k.opinion_id and o.case_id = new.case_id and o.approved and o.signed_at is not null and o.signed_at <= new.started_at and o.ended_at is null))")]),
        .. GuardTriggers.Before(kind, "funeral_overdue_stay", "update",
        [
            ("guard_overdue_kept", "old.ended_at is not null or new.case_id <> old.case_id"),
            ("guard_overdue_decided", "old.signed_at is not null and (new.signed_at is null or new.approved is null or new.signed_at <> old.signed_at or new.approved <> old.approved or new.decided_by <> old.decided_by)"),
        ]),
        .. GuardTriggers.Before(kind, "funeral_overdue_stay", "delete", [("guard_overdue_deleted", "true")]),
    ];
}
