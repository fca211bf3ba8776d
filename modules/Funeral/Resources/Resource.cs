using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Resources;

internal enum ResourceKind { Vehicle, Hall, Cremator, ColdBox, Receiving, Preparation, FurnaceQueue, AshesRoom }

/// <summary>A thing of an institution that a body, a ceremony or ashes may be in. From the city pack.</summary>
internal sealed class Resource
{
    public required string Id { get; init; }

    public required ResourceKind Kind { get; set; }

    public required string Institution { get; set; }

    /// <summary>Plate, hall name, furnace name, zone and number.</summary>
    public required string Name { get; set; }

    /// <summary>standard, cold, flat-bed, carriage, farewell …</summary>
    public string Variant { get; set; } = "";

    /// <summary>Seats, bodies or minutes, by kind.</summary>
    public int Size { get; set; }

    /// <summary>Cleaning, disinfection or cooling after each use, in minutes.</summary>
    public int Turnaround { get; set; }

    /// <summary>What it is fit for beyond the ordinary, words parted by spaces: infectious, oversize, infant.</summary>
    public string Suits { get; set; } = "";

    /// <summary>Local hours; null with the other for day and night.</summary>
    public TimeOnly? Opens { get; set; }

    public TimeOnly? Closes { get; set; }

    /// <summary>The word of bookings: a hall for vigils is a kind of its own.</summary>
    public static string Word(ResourceKind kind, string variant) => kind switch
    {
        ResourceKind.Vehicle => "vehicle",
        ResourceKind.Hall => variant == "vigil" ? "vigil" : "hall",
        ResourceKind.Cremator => "cremator",
        ResourceKind.ColdBox => "cold-box",
        ResourceKind.Preparation => "preparation",
        _ => "room",
    };

    public static string Label(ResourceKind kind) => kind switch
    {
        ResourceKind.Vehicle => "接运车",
        ResourceKind.Hall => "告别厅",
        ResourceKind.Cremator => "火化机",
        ResourceKind.ColdBox => "冷藏柜",
        ResourceKind.Receiving => "接收间",
        ResourceKind.Preparation => "整容间",
        ResourceKind.FurnaceQueue => "火化等候",
        _ => "骨灰室",
    };
}

internal static class ResourceMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Resource>(t =>
        {
            t.ToTable("funeral_resource");
            t.HasKey(e => e.Id);
            t.HasIndex(e => new { e.Institution, e.Kind, e.Id });
        });
    }
}
