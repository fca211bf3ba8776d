using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Families;

/// <summary>A link by which somebody else of the family may look, and only look, until it expires or is taken back.</summary>
internal sealed class CaseShare
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>SHA-256 of the link's secret.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>For whom, as the family calls them: 女儿.</summary>
    public required string For { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}

internal static class CaseShareMapping
{
    public static void Map(ModelBuilder model) => model.Entity<CaseShare>(t =>
    {
        t.ToTable("funeral_share");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Property(e => e.TokenHash).HasMaxLength(32);
        t.Property(e => e.For).HasMaxLength(20);
        t.HasIndex(e => e.TokenHash).IsUnique().HasDatabaseName("funeral_share_token");
        t.HasIndex(e => e.CaseId);
    });
}
