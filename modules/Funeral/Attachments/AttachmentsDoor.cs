using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Attachments;

/// <summary>材料附件 of a case.</summary>
internal static class AttachmentsDoor
{
    extension(AnminDb db)
    {
        public DbSet<CaseAttachment> CaseAttachments => db.Set<CaseAttachment>();
        public DbSet<AttachmentContent> AttachmentContents => db.Set<AttachmentContent>();
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_attachment_once"] = AttachmentProblems.Twice,
        ["funeral_attachment.case_id, funeral_attachment.hash"] = AttachmentProblems.Twice,
        ["funeral_attachment_next"] = AttachmentProblems.Old,
        ["funeral_attachment.replaces"] = AttachmentProblems.Old,
        ["guard_attachment_filed"] = AttachmentProblems.LateReason,
        ["guard_attachment_kept"] = FuneralProblems.AppendOnly,
        ["guard_attachment_deleted"] = FuneralProblems.AppendOnly,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<AttachmentDesk>();
        services.AddSingleton<IJob, AttachmentScanRound>();
    }

    public static void MapTables(ModelBuilder model)
    {
        model.Entity<CaseAttachment>(t =>
        {
            t.ToTable("funeral_attachment", b =>
            {
                b.HasCheckConstraint("funeral_attachment_turn", "turn in (0, 90, 180, 270)");
                b.HasCheckConstraint("funeral_attachment_over", "(state = 'Current') = (state_reason is null)");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Type).HasMaxLength(40);
            t.Property(e => e.Title).HasMaxLength(60);
            t.Property(e => e.Media).HasMaxLength(40);
            t.Property(e => e.Hash).HasMaxLength(64);
            t.Property(e => e.KeptHash).HasMaxLength(64);
            t.Property(e => e.LateFor).HasMaxLength(200);
            t.Property(e => e.StateReason).HasMaxLength(200);
            t.HasIndex(e => new { e.CaseId, e.Hash }).IsUnique().HasDatabaseName("funeral_attachment_once").HasFilter("state = 'Current'");
            t.HasIndex(e => e.Replaces).IsUnique().HasDatabaseName("funeral_attachment_next");
            t.HasIndex(e => e.CaseId);
            t.HasIndex(e => e.Id).HasDatabaseName("funeral_attachment_unscanned").HasFilter("scan = 'NotScanned'");
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
        model.Entity<AttachmentContent>(t =>
        {
            t.ToTable("funeral_attachment_content").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasOne<CaseAttachment>().WithOne().HasForeignKey<AttachmentContent>(e => e.Id);
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        AddAttachment.Map(routes);
        AddFamilyAttachment.Map(routes);
        ReplaceAttachment.Map(routes);
        WithdrawAttachment.Map(routes);
        TurnAttachment.Map(routes);
        SeeAttachment.Map(routes);
        FindAttachments.Map(routes);
    }

    /// <summary>What was handed in stays as it was; only how it is shown, what the scanner said and whether it still counts may change.</summary>
    public static IEnumerable<string> Guards(DatabaseKind database) =>
    [
        .. GuardTriggers.Before(database, "funeral_attachment", "insert", [("guard_attachment_filed", "new.late_for is null and exists (select 1 from funeral_archive f where f.case_id = new.case_id)")]),
        .. GuardTriggers.Before(database, "funeral_attachment", "update", [("guard_attachment_kept", "old.case_id <> new.case_id or old.type <> new.type or old.media <> new.media or old.size <> new.size or old.hash <> new.hash or old.kept_hash <> new.kept_hash or old.edition <> new.edition or old.at <> new.at or (old.state <> 'Current' and old.state <> new.state) or (old.scan <> 'NotScanned' and old.scan <> new.scan)")]),
        .. GuardTriggers.Before(database, "funeral_attachment", "delete", [("guard_attachment_deleted", "true")]),
    ];
}
