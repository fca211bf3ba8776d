using Anmin.Funeral.Cases;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Ashes;

/// <summary>What niches were before the room of graves and niches owned them: kept for one release, read once by its guards, written by nobody.</summary>
internal sealed class FormerNiche
{
    public required string Id { get; init; }

    public required string Institution { get; init; }

    public required string Room { get; init; }

    public required string Cabinet { get; init; }

    public int Layer { get; init; }

    public int Number { get; init; }
}

internal sealed class FormerNicheRight
{
    public Guid Id { get; init; }

    public required string NicheId { get; init; }

    public required Guid AshesId { get; init; }

    public required Guid CaseId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public DateOnly? EndedOn { get; init; }
}

internal static class FormerNiches
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<FormerNiche>(t =>
        {
            t.ToTable("funeral_niche");
            t.HasKey(e => e.Id);
            t.HasIndex(e => new { e.Institution, e.Room, e.Cabinet, e.Layer, e.Number }).IsUnique();
        });
        model.Entity<FormerNicheRight>(t =>
        {
            t.ToTable("funeral_niche_right", b => b.HasCheckConstraint("funeral_niche_right_term", "until > \"from\""));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => e.NicheId).IsUnique().HasDatabaseName("funeral_niche_one_right").HasFilter("ended_on is null");
            t.HasOne<AshesContainer>().WithMany().HasForeignKey(e => e.AshesId);
            t.HasOne<DeathCase>().WithMany().HasForeignKey(e => e.CaseId);
        });
    }
}
