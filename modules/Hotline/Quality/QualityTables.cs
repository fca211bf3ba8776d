using Anmin.Hotline.Calls;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Hotline.Quality;

internal static class QualityTables
{
    extension(AnminDb db)
    {
        public DbSet<CallReview> CallReviews => db.Set<CallReview>();
    }

    public static void Map(ModelBuilder model)
    {
        QualityPoint.Map(model);
        model.Entity<CallReview>(t =>
        {
            t.ToTable("hotline_review", b =>
            {
                b.HasCheckConstraint("hotline_review_two", "reviewed_by is null or reviewed_by <> agent");
                b.HasCheckConstraint("hotline_review_whole", "(reviewed_at is null) = (total is null) and (reviewed_at is null) = (reviewed_by is null)");
            });
            t.HasKey(r => r.Id);
            t.Property(r => r.Remark).HasMaxLength(500);
            t.HasOne<Call>().WithMany().HasForeignKey(r => r.CallId);
            t.HasMany(r => r.Scores).WithOne().HasForeignKey(s => s.ReviewId);
            t.HasIndex(r => r.CallId).IsUnique().HasDatabaseName("hotline_review_once");
            t.HasIndex(r => r.Day);
            t.HasIndex(r => new { r.Agent, r.ReviewedAt });
        });
        model.Entity<CallScore>(t =>
        {
            t.ToTable("hotline_score", b => b.HasCheckConstraint("hotline_score_points", "points >= 0 and points <= worth")).AppendOnly();
            t.HasKey(s => s.Id);
            t.Property(s => s.Id).ValueGeneratedNever();
            t.HasIndex(s => new { s.ReviewId, s.Item }).IsUnique().HasDatabaseName("hotline_score_once");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["hotline_review_two"] = HotlineProblems.OwnCall,
        ["hotline_score_once"] = HotlineProblems.Scored,
        ["hotline_score.review_id"] = HotlineProblems.Scored,
    };
}
