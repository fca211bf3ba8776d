using System.Linq.Expressions;
using Anmin.Complaints.Statements;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anmin.Complaints.Filing;

/// <summary>The tables of this room and what they alone refuse.</summary>
internal static class ComplaintTables
{
    extension(AnminDb db)
    {
        public DbSet<Complaint> Complaints => db.Set<Complaint>();

        public DbSet<Statement> Statements => db.Set<Statement>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<Complaint>(t =>
        {
            t.ToTable("complaints_complaint", b =>
            {
                b.HasCheckConstraint("complaints_complaint_unowned", "institution is null");
                b.HasCheckConstraint("complaints_complaint_own", "about is null or (coalesce(handler_institution, '') <> about and coalesce(answered_institution, '') <> about and coalesce(reviewer_institution, '') <> about)");
                b.HasCheckConstraint("complaints_complaint_handled", "state = 'Received' or (handler is not null and handler_institution is not null)");
                b.HasCheckConstraint("complaints_complaint_accepted", "state not in ('Accepted', 'Answered', 'UnderReview', 'Reviewed') or (accepted_at is not null and decide_due is not null)");
                b.HasCheckConstraint("complaints_complaint_refused", "(state = 'Refused') = (refused_at is not null and refusal_reason is not null and refusal_words is not null)");
                b.HasCheckConstraint("complaints_complaint_answered", "(state in ('Answered', 'UnderReview', 'Reviewed')) = (answered_at is not null and finding is not null and answer is not null and answered_by is not null and answered_institution is not null and answered_division is not null)");
                b.HasCheckConstraint("complaints_complaint_rectify", "(rectify_due is null and revisit_on is null) or (rectify_due is not null and revisit_on >= rectify_due and about is not null and finding <> 'Unfounded')");
                b.HasCheckConstraint("complaints_complaint_review", "(state in ('UnderReview', 'Reviewed')) = (review_asked_at is not null)");
                b.HasCheckConstraint("complaints_complaint_reviewed", "(state = 'Reviewed') = (reviewed_at is not null) and (reviewed_at is null or (reviewed_by is not null and reviewer_division is not null and length(reviewer_division) < length(answered_division) and reviewed_by <> answered_by))");
                b.HasCheckConstraint("complaints_complaint_anonymous", "phone is not null or may_share = false");
            });
            t.HasKey(c => c.Id);
            t.Property(c => c.Kind).HasMaxLength(40);
            t.Property(c => c.CaseSaid).HasMaxLength(60);
            t.Property(c => c.RefusalWords).HasMaxLength(300);
            t.Property(c => c.ExtensionReason).HasMaxLength(200);
            t.Property(c => c.RevisitWords).HasMaxLength(300);
            t.Sealed(c => c.Phone, vault);
            foreach (var property in (Expression<Func<Complaint, string?>>[])[c => c.Story, c => c.Wish, c => c.Name, c => c.Answer, c => c.ReviewWhy, c => c.ReviewAnswer]) Keep(t, property, vault);
            t.HasIndex(c => c.Number).IsUnique().HasDatabaseName("complaints_complaint_number");
            t.HasIndex(c => new { c.Division, c.State });
            t.HasIndex(c => new { c.About, c.ReceivedAt });
            t.HasIndex(c => c.CaseId);
        });
        model.Entity<Statement>(t =>
        {
            t.ToTable("complaints_statement", b =>
            {
                b.HasCheckConstraint("complaints_statement_given", "(given_at is null and given is null and given_by is null) or (given_at is not null and given is not null and given_by is not null and given_institution = institution)");
                b.HasCheckConstraint("complaints_statement_institution", "institution is not null");
            });
            t.HasKey(s => s.Id);
            t.Property(s => s.Asked).HasMaxLength(500);
            Keep(t, s => s.Given, vault);
            t.HasOne<Complaint>().WithMany().HasForeignKey(s => s.ComplaintId);
            t.HasIndex(s => new { s.Institution, s.GivenAt });
        });
    }

    /// <summary>Longer than <c>SensitiveText</c> allows: a complaint is told in sentences.</summary>
    private static void Keep<T>(EntityTypeBuilder<T> table, Expression<Func<T, string?>> property, PersonalVault vault) where T : class
    {
        var built = table.Property(property);
        var column = table.Metadata.GetTableName() + "." + built.Metadata.Name;
        built.HasConversion(new ValueConverter<string?, byte[]?>(v => v == null ? null : vault.Seal(column, v), b => b == null ? null : vault.Open(column, b)));
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["complaints_complaint_own"] = ComplaintsProblems.OwnInstitution,
        ["guard_complaint_kept"] = ComplaintsProblems.Kept,
        ["guard_complaint_statement_kept"] = ComplaintsProblems.StatementGiven,
    };

    private const string Rewritten = """
        new.number <> old.number or coalesce(new.about, '') <> coalesce(old.about, '') or new.story <> old.story or new.received_at <> old.received_at or new.accept_due <> old.accept_due
        or (old.state in ('Refused', 'Reviewed') and new.state <> old.state)
        or (old.answered_at is not null and (new.answered_at is null or new.answered_at <> old.answered_at or new.finding <> old.finding or new.answer <> old.answer or new.answered_by <> old.answered_by))
        or (old.state = 'Received' and new.state not in ('Received', 'Accepted', 'Refused'))
        """;

    private const string Regiven = "new.complaint_id <> old.complaint_id or new.institution <> old.institution or new.asked <> old.asked or old.given_at is not null";

    /// <summary>What was told stays as it was told, and what was decided as it was decided.</summary>
    public static IEnumerable<string> Guards(DatabaseKind database) =>
    [
        .. GuardTriggers.Before(database, "complaints_complaint", "update", [("guard_complaint_kept", Rewritten)]),
        .. GuardTriggers.Before(database, "complaints_statement", "update", [("guard_complaint_statement_kept", Regiven)]),
    ];
}
