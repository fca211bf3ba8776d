using Anmin.Contracts.Workbench;
using Anmin.Funeral.CremationData;
using Anmin.Funeral.Custody;
using Anmin.Funeral.Papers;
using Anmin.Funeral.Reports;
using Anmin.Funeral.Shifts;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Archive;

/// <summary>一尸一档、交接班、日报、火化数据.</summary>
internal static class ArchiveDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["PK_funeral_archive"] = ArchiveProblems.Filed,
        ["funeral_archive.case_id"] = ArchiveProblems.Filed,
        ["guard_paper_filed"] = PaperProblems.CorrectionNeeded,
        ["funeral_shift_one_open"] = ShiftProblems.Waiting,
        ["funeral_shift.institution"] = ShiftProblems.Waiting,
        ["funeral_shift_two"] = FuneralProblems.SameTwo,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(ArchiveItem.File);
        services.AddSingleton(new MenuEntry(65, FuneralPermissions.ReadArchive, "/work/archive", "档案", "folder"));
        services.AddSingleton(new MenuEntry(70, FuneralPermissions.HandOverShift, "/work/shifts", "交接班", "swap"));
        services.AddSingleton(new MenuEntry(75, FuneralPermissions.ReadDailyReport, "/work/reports/daily", "日报", "report"));
        services.AddSingleton(new MenuEntry(76, FuneralPermissions.ExportCremations, "/work/reports/cremations", "火化数据", "download"));
        services.AddScoped<IBulkAction, FileCasesInBulk>().AddScoped<ArchiveShelf>().AddScoped<OpenMatters>().AddScoped<DayCounts>().AddScoped<CremationReader>();
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<ArchiveItem>(t =>
        {
            t.ToTable("funeral_archive_item");
            t.HasKey(e => e.Id);
        });
        model.Entity<ArchiveFiling>(t =>
        {
            t.ToTable("funeral_archive").AppendOnly();
            t.HasKey(e => e.CaseId).HasName("PK_funeral_archive");
            t.Property(e => e.CaseId).ValueGeneratedNever();
            t.Property(e => e.Missing).HasMaxLength(1000);
            t.HasIndex(e => e.Number).IsUnique();
        });
        model.Entity<CasePaper>(t =>
        {
            t.ToTable("funeral_paper").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.CaseId, e.Item });
        });
        model.Entity<ShiftHandOver>(t =>
        {
            t.ToTable("funeral_shift", b => b.HasCheckConstraint("funeral_shift_two", "taken_by is null or taken_by <> given_by"));
            t.HasKey(e => e.Id);
            t.Property(e => e.Matters).HasMaxLength(20_000);
            t.Property(e => e.Remarks).HasMaxLength(500);
            t.Property(e => e.Answer).HasMaxLength(500);
            t.HasIndex(e => e.Number).IsUnique();
            t.HasIndex(e => e.Institution).IsUnique().HasDatabaseName("funeral_shift_one_open").HasFilter("taken_at is null");
            t.HasIndex(e => new { e.Institution, e.GivenAt });
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindArchive.Map(routes);
        GetArchive.Map(routes);
        FileCase.Map(routes);
        ExportArchive.Map(routes);
        AttachPaper.Map(routes);
        GetPaper.Map(routes);
        FindShifts.Map(routes);
        GiveShift.Map(routes);
        TakeShift.Map(routes);
        GetDailyReport.Map(routes);
        ExportDailyReport.Map(routes);
        ExportCremationData.Map(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes) => GetPaper.MapPage(routes);

    /// <summary>What was filed gets no further paper but as a correction.</summary>
    public static IEnumerable<string> Guards(DatabaseKind database) => GuardTriggers.Before(database, "funeral_paper", "insert",
        [("guard_paper_filed", "new.correction is null and exists (select 1 from funeral_archive f where f.case_id = new.case_id)")]);
}
