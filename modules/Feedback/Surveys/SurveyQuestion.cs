using Anmin.Kernel.Packs;

namespace Anmin.Feedback.Surveys;

/// <summary>How a question is answered: 1 to 5, or yes (1) and no (0).</summary>
public enum SurveyAnswerKind
{
    Scale,
    YesNo,
}

/// <summary>One question of a wave, from the pack: <c>survey_questions.csv</c>. A question that changes its meaning gets another id.</summary>
internal sealed class SurveyQuestion
{
    public string Id { get; init; } = "";

    public SurveyWave Wave { get; init; }

    public int Place { get; init; }

    public SurveyAnswerKind Kind { get; init; }

    public string Text { get; init; } = "";

    /// <summary>What it is called in the table of results.</summary>
    public string Short { get; init; } = "";

    /// <summary>The answer one hopes for: of a scale the upper end, else yes or no.</summary>
    public int Good { get; init; }

    public bool Takes(int value) => Kind == SurveyAnswerKind.Scale ? value is >= 1 and <= 5 : value is 0 or 1;

    public static IPackFile File { get; } = new TablePackFile<SurveyQuestion>("survey_questions.csv", 320,
        [PackColumn.Text("id", 40).AsKey(), PackColumn.OneOf("wave", "first", "second"), PackColumn.Whole("place", 1, 20), PackColumn.OneOf("kind", "scale", "yes-no"), PackColumn.Text("text", 60),
            PackColumn.Text("short", 12), PackColumn.OneOf("good", "high", "yes", "no")],
        row => new SurveyQuestion
        {
            Id = row["id"],
            Wave = row["wave"] == "first" ? SurveyWave.First : SurveyWave.Second,
            Place = row.Whole("place"),
            Kind = row["kind"] == "scale" ? SurveyAnswerKind.Scale : SurveyAnswerKind.YesNo,
            Text = row["text"],
            Short = row["short"],
            Good = row["good"] switch { "high" => 5, "yes" => 1, _ => 0 },
        });
}
