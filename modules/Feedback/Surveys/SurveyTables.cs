using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Feedback.Surveys;

internal static class SurveyTables
{
    extension(AnminDb db)
    {
        public DbSet<SatisfactionSurvey> Surveys => db.Set<SatisfactionSurvey>();

        public DbSet<SurveyAnswer> SurveyAnswers => db.Set<SurveyAnswer>();

        public DbSet<SurveyQuestion> SurveyQuestions => db.Set<SurveyQuestion>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault)
    {
        model.Entity<SatisfactionSurvey>(t =>
        {
            t.ToTable("feedback_survey", b =>
            {
                b.HasCheckConstraint("feedback_survey_sent", "(state in ('Planned', 'Stopped')) or (sent_at is not null and token_hash is not null and expires_at is not null)");
                b.HasCheckConstraint("feedback_survey_answered", "(state = 'Answered') = (answered_at is not null)");
            });
            t.HasKey(s => s.Id);
            t.Property(s => s.TokenHash).HasMaxLength(32);
            t.Sealed(s => s.Comment!, vault);
            t.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SurveyId);
            t.HasIndex(s => new { s.CaseId, s.Wave }).IsUnique().HasDatabaseName("feedback_survey_once");
            t.HasIndex(s => s.TokenHash).IsUnique().HasDatabaseName("feedback_survey_token");
            t.HasIndex(s => new { s.State, s.DueAt });
            t.HasIndex(s => new { s.Institution, s.SentAt });
        });
        model.Entity<SurveyAnswer>(t =>
        {
            t.ToTable("feedback_answer", b => b.HasCheckConstraint("feedback_answer_value", "value between 0 and 5")).AppendOnly();
            t.HasKey(a => new { a.SurveyId, a.Question });
            t.Property(a => a.Question).HasMaxLength(40);
        });
        model.Entity<SurveyQuestion>(t =>
        {
            t.ToTable("feedback_question");
            t.HasKey(q => q.Id);
            t.Property(q => q.Id).HasMaxLength(40);
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["feedback_survey_once"] = KernelProblems.Changed,
        ["feedback_survey.case_id, feedback_survey.wave"] = KernelProblems.Changed,
    };
}
