using Anmin.Contracts.Workbench;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Custody;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Villages;

/// <summary>村干部: 去世报告, 散坟上报, 走访.</summary>
internal static class VillagesDoor
{
    extension(AnminDb db)
    {
        public DbSet<GraveReport> GraveReports => db.Set<GraveReport>();
        public DbSet<GravePhoto> GravePhotos => db.Set<GravePhoto>();
        public DbSet<VillageVisit> VillageVisits => db.Set<VillageVisit>();
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["funeral_grave_report_once"] = KernelProblems.Changed,
        ["funeral_grave_report.opened_by, funeral_grave_report.ref"] = KernelProblems.Changed,
        ["funeral_grave_report_two"] = FuneralProblems.SameTwo,
        ["funeral_grave_report_count"] = VillageProblems.CountShape,
        ["funeral_grave_report_earth"] = VillageProblems.Position,
        ["funeral_grave_report_settled"] = VillageProblems.NotConfirmed,
        ["funeral_grave_photo_once"] = KernelProblems.Changed,
        ["funeral_grave_photo.report_id, funeral_grave_photo.hash"] = KernelProblems.Changed,
        ["guard_grave_report_kept"] = FuneralProblems.AppendOnly,
        ["guard_grave_report_deleted"] = FuneralProblems.AppendOnly,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IBulkAction, CheckGravesInBulk>();
        services.AddSingleton(new MenuEntry(20, FuneralPermissions.WorkInVillage, "/m/village", "村级", "home"));
        services.AddSingleton(new MenuEntry(78, FuneralPermissions.ReadVillageReports, "/work/village-reports", "散坟上报", "grave"));
    }

    public static void MapTables(ModelBuilder model)
    {
        model.Entity<GraveReport>(t =>
        {
            t.ToTable("funeral_grave_report", b =>
            {
                b.HasCheckConstraint("funeral_grave_report_two", "checked_by is null or checked_by <> opened_by");
                b.HasCheckConstraint("funeral_grave_report_count", "count between 1 and 9999");
                b.HasCheckConstraint("funeral_grave_report_earth", "(latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180))");
                b.HasCheckConstraint("funeral_grave_report_settled", "(state = 'Settled') = (settled_on is not null) and (state = 'Reported') = (checked_by is null)");
            });
            t.HasKey(e => e.Id);
            t.Property(e => e.Number).HasMaxLength(40);
            t.Property(e => e.Division).HasMaxLength(12);
            t.Property(e => e.Place).HasMaxLength(200);
            t.Property(e => e.Remarks).HasMaxLength(500);
            t.Property(e => e.CheckNote).HasMaxLength(300);
            t.Property(e => e.SettleNote).HasMaxLength(300);
            t.HasIndex(e => e.Number).IsUnique();
            t.HasIndex(e => new { e.OpenedBy, e.Ref }).IsUnique().HasDatabaseName("funeral_grave_report_once");
            t.HasIndex(e => new { e.Division, e.Id });
            t.HasIndex(e => new { e.State, e.Id });
        });
        model.Entity<GravePhoto>(t =>
        {
            t.ToTable("funeral_grave_photo").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Media).HasMaxLength(40);
            t.Property(e => e.Hash).HasMaxLength(64);
            t.HasIndex(e => new { e.ReportId, e.Hash }).IsUnique().HasDatabaseName("funeral_grave_photo_once");
            t.HasOne<GraveReport>().WithMany().HasForeignKey(e => e.ReportId);
        });
        model.Entity<VillageVisit>(t =>
        {
            t.ToTable("funeral_village_visit").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Needs).HasMaxLength(300);
            t.Property(e => e.FollowUp).HasMaxLength(200);
            t.HasIndex(e => new { e.CaseId, e.VisitedOn });
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        ReportVillageDeath.Map(routes);
        ReportGraves.Map(routes);
        AddGravePhoto.Map(routes);
        CheckGraveReport.Map(routes);
        ReopenGraveReport.Map(routes);
        SettleGraveReport.Map(routes);
        FindGraveReports.Map(routes);
        ExportGraveReports.Map(routes);
        GetGravePhoto.Map(routes);
        RecordVisit.Map(routes);
        GetVillage.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => GetGravePhoto.MapPage(routes);

    /// <summary>What was seen stays as it was reported; only what was found out about it is added, once.</summary>
    public static IEnumerable<string> Guards(DatabaseKind database) =>
    [
        .. GuardTriggers.Before(database, "funeral_grave_report", "update", [("guard_grave_report_kept", "old.number <> new.number or old.ref <> new.ref or old.kind <> new.kind or old.count <> new.count or old.division <> new.division or old.place <> new.place or old.seen_at <> new.seen_at or (old.checked_by is not null and old.checked_by <> new.checked_by) or (old.settled_on is not null and old.settled_on <> new.settled_on)")]),
        .. GuardTriggers.Before(database, "funeral_grave_report", "delete", [("guard_grave_report_deleted", "true")]),
    ];
}
