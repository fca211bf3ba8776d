using System.Globalization;
using Anmin.Feedback.Surveys;

namespace Anmin.Feedback.Showing;

/// <summary>Figures of the results as people read them.</summary>
internal static class ResultWords
{
    public static string Share(int tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>人数不足 where too few answered to show it.</summary>
    public static string Of(SurveyAnswerKind kind, int? value) => value is not { } v ? "人数不足" : kind == SurveyAnswerKind.Scale ? (v / 10m).ToString("0.0", CultureInfo.InvariantCulture) : Share(v);
}
