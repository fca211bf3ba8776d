using Anmin.Kernel.Outcomes;

namespace Anmin.Ui.Forms;

/// <summary>The refusals of one form, cascaded so that each field finds its own.</summary>
internal sealed record FormProblems(IReadOnlyList<Problem> All)
{
    internal Problem? For(string name) => All.FirstOrDefault(problem => FieldId.Same(problem.Field, name));
}
