using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Journal;
using Anmin.Kernel.Lanes;
using Anmin.Kernel.Messages;
using Anmin.Kernel.Monitoring;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Rules;
using Anmin.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anmin.Kernel.Data;

internal static class KernelTables
{
    public static void Map(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<JournalEntry>(t =>
        {
            t.ToTable("kernel_journal").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedOnAdd();
            t.Property(e => e.Tx).HasDefaultValueSql(kind == DatabaseKind.Postgres ? "(pg_current_xact_id()::text::bigint)" : "0");
            t.Property(e => e.Data).HasColumnType("text");
            t.Property(e => e.SubjectKind).HasMaxLength(60);
            t.Property(e => e.Kind).HasMaxLength(60);
            t.Property(e => e.Hash).HasMaxLength(32);
            t.HasIndex(e => new { e.SubjectId, e.Seq }).IsUnique().HasDatabaseName("kernel_journal_line");
            if (kind == DatabaseKind.Postgres) t.HasIndex(e => new { e.Tx, e.Id });
        });
        model.Entity<JournalBlock>(t =>
        {
            t.ToTable("kernel_journal_block").AppendOnly();
            t.HasKey(e => e.Number);
            t.Property(e => e.Number).ValueGeneratedNever();
        });
        model.Entity<JournalDay>(t =>
        {
            t.ToTable("kernel_journal_day").AppendOnly();
            t.HasKey(e => e.Day);
        });
        model.Entity<AuditRow>(t =>
        {
            t.ToTable("kernel_audit").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Reason).HasMaxLength(500);
            t.Property(e => e.ScopeLift).HasMaxLength(500);
            t.Property(e => e.Tx).HasDefaultValueSql(kind == DatabaseKind.Postgres ? "(pg_current_xact_id()::text::bigint)" : "0");
            t.Property(e => e.Hash).HasMaxLength(32);
            t.HasIndex(e => new { e.Tx, e.Id });
            t.HasIndex(e => new { e.Subject, e.Id });
            t.HasIndex(e => new { e.ActorId, e.Id });
        });
        model.Entity<Assignment>(t =>
        {
            t.ToTable("kernel_assignment");
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.Subject, e.Staff }).IsUnique().HasDatabaseName("kernel_assignment_once").HasFilter("ended_at is null");
            t.HasIndex(e => new { e.Staff, e.EndedAt });
        });
        model.Entity<FirstAnswer>(t =>
        {
            t.ToTable("kernel_answer");
            t.HasKey(e => new { e.Actor, e.UseCase, e.Key }).HasName("kernel_answer_key");
            t.Property(e => e.Key).HasMaxLength(64);
            t.Property(e => e.Reply).HasColumnType("text");
            t.HasIndex(e => e.At);
        });
        Messages(model);
        Reference(model);
    }

    private static void Messages(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(t =>
        {
            t.ToTable("kernel_outbox");
            t.HasKey(e => e.Id);
            t.Property(e => e.Payload).HasColumnType("text");
            t.Property(e => e.LastError).HasMaxLength(1000);
            t.HasIndex(e => new { e.DoneAt, e.ParkedAt, e.NextAt });
        });
        model.Entity<InboxMark>(t =>
        {
            t.ToTable("kernel_inbox");
            t.HasKey(e => new { e.MessageId, e.Reaction });
        });
        model.Entity<Lease>(t =>
        {
            t.ToTable("kernel_lease");
            t.HasKey(e => e.Name);
        });
        model.Entity<LaneRow>(t =>
        {
            t.ToTable("kernel_lane", b => b.HasCheckConstraint("kernel_lane_epoch", "epoch >= 0"));
            t.HasKey(e => e.Partition);
            t.HasIndex(e => e.Subject).IsUnique();
        });
        model.Entity<JobState>(t =>
        {
            t.ToTable("kernel_job");
            t.HasKey(e => e.Name);
            t.Property(e => e.LastError).HasMaxLength(1000);
        });
        model.Entity<NodeSeen>(t =>
        {
            t.ToTable("kernel_node");
            t.HasKey(e => e.Name);
        });
    }

    private static void Reference(ModelBuilder model)
    {
        model.Entity<NumberSeries>(t =>
        {
            t.ToTable("kernel_number", b => b.HasCheckConstraint("kernel_number_positive", "next > 0"));
            t.HasKey(e => e.Series);
        });
        model.Entity<NumberFormat>(t =>
        {
            t.ToTable("kernel_number_format");
            t.HasKey(e => e.Kind);
        });
        model.Entity<Rule>(t =>
        {
            t.ToTable("kernel_rule", b => b.HasCheckConstraint("kernel_rule_period", "effective_to is null or effective_to >= effective_from"));
            t.HasKey(e => new { e.Jurisdiction, e.Key, e.Condition, e.EffectiveFrom });
            t.Property(e => e.Source).HasMaxLength(400);
        });
        model.Entity<Division>(t =>
        {
            t.ToTable("kernel_division");
            t.HasKey(e => e.Code);
            t.Property(e => e.Code).HasMaxLength(12);
            t.HasIndex(e => e.Parent);
        });
        model.Entity<CalendarDay>(t =>
        {
            t.ToTable("kernel_calendar_day");
            t.HasKey(e => e.Date);
        });
        model.Entity<Template>(t =>
        {
            t.ToTable("kernel_template");
            t.HasKey(e => e.Name);
            t.Property(e => e.Body).HasColumnType("text");
        });
        model.Entity<LoadedPack>(t =>
        {
            t.ToTable("kernel_pack");
            t.HasKey(e => e.Id);
            t.Property(e => e.Profile).HasColumnType("text");
        });
        model.Entity<ReferenceMark>(t =>
        {
            t.ToTable("kernel_reference_mark");
            t.HasKey(e => e.Name);
        });
        model.Entity<SettingValue>(t =>
        {
            t.ToTable("kernel_setting");
            t.HasKey(e => e.Key);
            t.Property(e => e.Value).HasMaxLength(1000);
        });
        model.Entity<DictionaryItem>(t =>
        {
            t.ToTable("kernel_dictionary_item");
            t.HasKey(e => new { e.List, e.Code });
        });
        model.Entity<DictionaryChoice>(t =>
        {
            t.ToTable("kernel_dictionary_choice");
            t.HasKey(e => new { e.List, e.Code });
        });
        model.Entity<ProtectionKey>(t =>
        {
            t.ToTable("kernel_protection_key");
            t.HasKey(e => e.Name);
            t.Property(e => e.Xml).HasColumnType("text");
        });
    }
}

public static class TableGuards
{
    public const string AppendOnlyAnnotation = "Anmin:AppendOnly";

    /// <summary>The database itself refuses to update or delete these rows (trigger on both providers).</summary>
    public static void AppendOnly<T>(this TableBuilder<T> table) where T : class => table.Metadata.SetAnnotation(AppendOnlyAnnotation, true);

    public static EntityTypeBuilder<T> AppendOnly<T>(this EntityTypeBuilder<T> table) where T : class
    {
        table.Metadata.SetAnnotation(AppendOnlyAnnotation, true);
        return table;
    }
}
