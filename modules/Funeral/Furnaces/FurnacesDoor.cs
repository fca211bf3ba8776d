using Anmin.Funeral.Ashes;
using Anmin.Funeral.Emissions;
using Anmin.Funeral.SpecialRemains;
using Anmin.Funeral.Tags;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Furnaces;

/// <summary>火化现场: queue of each furnace, tags, readings.</summary>
internal static class FurnacesDoor
{
    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>(SpecialDoor.Constraints)
    {
        ["funeral_furnace_stop_times"] = FurnaceProblems.StopReversed,
    };

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<FurnaceDesk>();
        services.AddSingleton(new MenuEntry(41, FuneralPermissions.CallToFurnace, "/m/furnace", "炉前", "fire"));
        services.AddSingleton(new MenuEntry(42, FuneralPermissions.RecordEmissions, "/work/furnaces", "炉况", "chart"));
        services.AddSingleton(new MenuEntry(51, FuneralPermissions.HandOverAshes, "/m/collect", "领取", "card"));
        services.AddSingleton(new MenuEntry(56, FuneralPermissions.ReceiveRemains, "/work/body-parts", "肢体等", "note"));
    }

    public static void MapTables(ModelBuilder model, PersonalVault vault)
    {
        SpecialDoor.MapTables(model, vault);
        model.Entity<AshesReceipt>(t =>
        {
            t.ToTable("funeral_ashes_receipt").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => e.CaseId);
        });
        model.Entity<FurnaceCall>(t =>
        {
            t.ToTable("funeral_furnace_call").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => e.CaseId);
            t.HasIndex(e => new { e.Institution, e.At });
        });
        model.Entity<ScreenName>(t =>
        {
            t.ToTable("funeral_screen_name");
            t.HasKey(e => e.CaseId);
            t.Property(e => e.CaseId).ValueGeneratedNever();
        });
        model.Entity<FurnaceStop>(t =>
        {
            t.ToTable("funeral_furnace_stop", b => b.HasCheckConstraint("funeral_furnace_stop_times", "\"until\" > \"from\""));
            t.HasKey(e => e.Id);
            t.Property(e => e.Result).HasMaxLength(300);
            t.HasIndex(e => new { e.Institution, e.From });
            t.HasIndex(e => e.Cremator);
        });
        model.Entity<CremationReading>(t =>
        {
            t.ToTable("funeral_cremation_reading").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.FuelAmount).HasPrecision(12, 4);
            t.Property(e => e.Electricity).HasPrecision(12, 4);
            t.HasIndex(e => e.CremationId);
        });
        model.Entity<EmissionReading>(t =>
        {
            t.ToTable("funeral_emission").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Value).HasPrecision(14, 4);
            t.Property(e => e.Limit).HasPrecision(14, 4);
            t.HasIndex(e => new { e.Institution, e.TakenAt });
            t.HasIndex(e => new { e.Cremator, e.TakenAt });
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        GetFurnaceBoard.Map(routes);
        CallToFurnace.Map(routes);
        CheckSecondTag.Map(routes);
        FindCalledTag.Map(routes);
        ChooseScreenName.Map(routes);
        FindCalls.Map(routes);
        StopFurnace.Map(routes);
        ReopenFurnace.Map(routes);
        RecordCremationReading.Map(routes);
        RecordEmission.Map(routes);
        FindFurnaceRecords.Map(routes);
        CollectAshes.Map(routes);
        GetCollection.Map(routes);
        GetAshesTag.Map(routes);
        ReprintWristTag.Map(routes);
        SpecialDoor.MapRoutes(routes);
    }

    public static void MapPages(IEndpointRouteBuilder routes)
    {
    }

    public static IEnumerable<string> Guards(DatabaseKind database) => SpecialDoor.Guards(database);
}
