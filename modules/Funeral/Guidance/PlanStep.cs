using Anmin.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Guidance;

/// <summary>One step of the plan a family gets for their four answers. From the city pack.</summary>
internal sealed class PlanStep
{
    public required int Order { get; init; }

    /// <summary><c>now</c>, <c>daytime</c> or <c>after</c>.</summary>
    public required string When { get; set; }

    /// <summary>hospital, home, elderly-home, other or any.</summary>
    public required string Place { get; set; }

    /// <summary>yes, no or any.</summary>
    public required string Evidence { get; set; }

    /// <summary>cremation, burial or any.</summary>
    public required string Disposition { get; set; }

    /// <summary>local, elsewhere or any.</summary>
    public required string Hukou { get; set; }

    public required string Title { get; set; }

    public string Who { get; set; } = "";

    public string Bring { get; set; } = "";

    public string Cost { get; set; } = "";

    /// <summary>Beginning with 还不能开始 it is a wait, not a price.</summary>
    public string CostNote { get; set; } = "";

    public string Result { get; set; } = "";

    /// <summary>pickup, visit, places, after-death, call or empty.</summary>
    public string Action { get; set; } = "";

    public string Phone { get; set; } = "";

    public bool Suits(string place, string evidence, string disposition, string hukou)
        => Fits(Place, place) && Fits(Evidence, evidence) && Fits(Disposition, disposition) && Fits(Hukou, hukou);

    private static bool Fits(string asked, string given) => asked == "any" || asked == given;
}

/// <summary>The published price of one basic item for a period. From the city pack.</summary>
internal sealed class BasicPrice
{
    public required string Item { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; set; }

    /// <summary>具, 具·天, 场 …</summary>
    public required string Unit { get; set; }

    public required long PriceFen { get; set; }

    /// <summary>政府指导价; 政府定价 in older lists.</summary>
    public required string Kind { get; set; }

    public string Relief { get; set; } = "";

    /// <summary>The approving document.</summary>
    public string Basis { get; set; } = "";

    public bool InForce(DateOnly on) => EffectiveFrom <= on && (EffectiveTo is null || EffectiveTo >= on);
}

internal static class GuidanceMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PlanStep>(t =>
        {
            t.ToTable("funeral_plan_step");
            t.HasKey(e => e.Order);
            t.Property(e => e.Order).ValueGeneratedNever();
            t.Property(e => e.Result).HasMaxLength(400);
        });
        model.Entity<BasicPrice>(t =>
        {
            t.ToTable("funeral_basic_price");
            t.HasKey(e => new { e.Item, e.EffectiveFrom });
            t.Property(e => e.Basis).HasMaxLength(400);
        });
    }
}
