using Anmin.Kernel.Ciphers;

namespace Anmin.Feedback.Surveys;

/// <summary>The secret end of the address in a message.</summary>
internal static class SurveyLink
{
    extension(PersonalVault vault)
    {
        public string SurveyTokenOf(Guid survey) => vault.LinkTokenOf("feedback-survey", survey);
    }
}
