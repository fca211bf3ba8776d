using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Reliefs;

/// <summary>减免政策: what a policy takes off which items for whom. From relief_policies.csv; a past day finds the past policy. Amounts in 分.</summary>
internal sealed class ReliefPolicy
{
    public required string Code { get; init; }

    /// <summary>Where it holds; below it too.</summary>
    public required string Jurisdiction { get; set; }

    public int Ordinal { get; set; }

    /// <summary>惠民殡葬, 低保加减 …</summary>
    public required string Name { get; set; }

    /// <summary>Whom it is for: 本市户籍, 城乡低保 …</summary>
    public required string Group { get; set; }

    /// <summary>Item codes of price lists, separated by spaces.</summary>
    public required string Items { get; set; }

    /// <summary>Of the charge, 1 to 100.</summary>
    public int Percent { get; set; }

    /// <summary>At most this many units of an item; null for all.</summary>
    public int? Units { get; set; }

    /// <summary>At most this much on one bill; null without limit.</summary>
    public long? CapFen { get; set; }

    /// <summary>Number and name of the document.</summary>
    public required string Source { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    public bool Covers(string item) => Items.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(item, StringComparer.Ordinal);
}

internal static class ReliefTables
{
    extension(AnminDb db)
    {
        public DbSet<ReliefPolicy> ReliefPolicies => db.Set<ReliefPolicy>();
    }

    public static void Map(ModelBuilder model) => model.Entity<ReliefPolicy>(t =>
    {
        t.ToTable("billing_relief_policy", b => b.HasCheckConstraint("billing_relief_policy_percent", "percent between 1 and 100 and (cap_fen is null or cap_fen >= 0)"));
        t.HasKey(p => p.Code);
        t.Property(p => p.Items).HasMaxLength(600);
    });

    public static IPackFile File { get; } = new TablePackFile<ReliefPolicy>("relief_policies.csv", 330,
        [
            PackColumn.Code("code").AsKey(), PackColumn.Text("jurisdiction", 12), PackColumn.Whole("ordinal", 1, 999), PackColumn.Text("name", 40), PackColumn.Text("group", 20), PackColumn.Text("items", 600),
            PackColumn.Whole("percent", 1, 100), PackColumn.Whole("units", 1, 999).Optional(), PackColumn.Whole("cap_fen", 0, 100_000_000).Optional(), PackColumn.Text("source", 200), PackColumn.Date("from"), PackColumn.Date("until").Optional(),
        ],
        row => new ReliefPolicy
        {
            Code = row["code"],
            Jurisdiction = row["jurisdiction"],
            Ordinal = row.Whole("ordinal"),
            Name = row["name"],
            Group = row["group"],
            Items = row["items"],
            Percent = row.Whole("percent"),
            Units = row["units"] is { Length: > 0 } ? row.Whole("units") : null,
            CapFen = row["cap_fen"] is { Length: > 0 } ? row.Whole("cap_fen") : null,
            Source = row["source"],
            From = row.Date("from"),
            Until = row.DateOrNull("until"),
        });
}
