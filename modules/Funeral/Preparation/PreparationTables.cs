using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Preparation;

internal static class PreparationTables
{
    /// <summary>遗体整理项目: what a home offers; which of them need consent is a rule of the pack.</summary>
    public static readonly CodeList Kinds = new("funeral.preparation-kind", "遗体整理项目",
        [new("wash", "沐浴"), new("dress", "穿衣"), new("makeup", "整容"), new("embalm", "防腐"), new("restore", "修复"), new("encoffin", "入殓")])
    { Open = true, Editable = true, Hint = "开遗体整理单时选。" };

    extension(AnminDb db)
    {
        public DbSet<PreparationOrder> Preparations => db.Set<PreparationOrder>();
        public DbSet<PreparationPhoto> PreparationPhotos => db.Set<PreparationPhoto>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<PreparationOrder>(t =>
        {
            t.ToTable("funeral_preparation", b =>
            {
                b.HasCheckConstraint("funeral_preparation_consent", "started_at is null or not consent_needed or consent_by is not null");
                b.HasCheckConstraint("funeral_preparation_protection", "started_at is null or not infectious or length(protection) > 0");
                b.HasCheckConstraint("funeral_preparation_order", "(started_at is null or started_at >= ordered_at) and (finished_at is null or (started_at is not null and finished_at >= started_at))");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Ignore(e => e.IsOpen);
            t.Property(e => e.Wishes).HasMaxLength(500);
            t.Property(e => e.Materials).HasMaxLength(500);
            t.Property(e => e.CancelReason).HasMaxLength(500);
            t.HasIndex(e => e.Number).IsUnique().HasDatabaseName("funeral_preparation_number");
            // one body, one piece of work at a time
            t.HasIndex(e => e.CaseId).IsUnique().HasDatabaseName("funeral_preparation_at_work").HasFilter("state = 'Started'");
            t.HasIndex(e => new { e.CaseId, e.Id });
            t.HasIndex(e => new { e.Institution, e.State, e.WantedAt });
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
        model.Entity<PreparationPhoto>(t =>
        {
            t.ToTable("funeral_preparation_photo", b => b.HasCheckConstraint("funeral_photo_gone", "(deleted_at is null) = (sealed is not null)"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Type).HasMaxLength(20);
            t.HasIndex(e => e.OrderId);
            t.HasIndex(e => e.DeleteAfter).HasDatabaseName("funeral_photo_due").HasFilter("deleted_at is null");
            t.HasOne<PreparationOrder>().WithMany().HasForeignKey(e => e.OrderId);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_preparation_consent"] = PreparationProblems.ConsentMissing,
        ["funeral_preparation_protection"] = PreparationProblems.ProtectionMissing,
        ["funeral_preparation_order"] = PreparationProblems.ClockBack,
        ["funeral_preparation_at_work"] = PreparationProblems.WrongStep,
        ["funeral_preparation.case_id"] = PreparationProblems.WrongStep,
        ["guard_preparation_room"] = PreparationProblems.NotInRoom,
        ["guard_photo_kept"] = FuneralProblems.AppendOnly,
        ["guard_photo_deleted"] = FuneralProblems.AppendOnly,
    };

    /// <summary>Work only begins on a body that is in a preparation room; a photo is never exchanged for another.</summary>
    public static IEnumerable<string> Guards(DatabaseKind kind) =>
    [
        .. GuardTriggers.Before(kind, "funeral_preparation", "update", [("guard_preparation_room", "new.started_at is not null and old.started_at is null and not exists (select 1 from funeral_remains r where r.case_id = new.case_id and r.place = 'InPreparation')")]),
        .. GuardTriggers.Before(kind, "funeral_preparation_photo", "update", [("guard_photo_kept", "new.sealed is not null or old.deleted_at is not null or new.order_id <> old.order_id")]),
        .. GuardTriggers.Before(kind, "funeral_preparation_photo", "delete", [("guard_photo_deleted", "true")]),
    ];
}
