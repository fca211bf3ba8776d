using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Commands;

/// <summary>Turns what the database refused into the sentence its module wrote for it.</summary>
public sealed class ConstraintProblems
{
    private readonly Dictionary<string, Problem> known = new()
    {
        // two changes of one subject at once: the later one's line is already taken
        ["kernel_journal_line"] = KernelProblems.Changed,
        ["kernel_journal.subject_id"] = KernelProblems.Changed,
    };

    public ConstraintProblems(ModelParts parts)
    {
        foreach (var module in parts.Modules)
            foreach (var (name, problem) in module.Constraints) known[name] = problem;
    }

    /// <param name="violation">PostgreSQL: the constraint's name or a guard's code. SQLite: the index's columns (<c>table.column, …</c>), check's name or guard's code.</param>
    public Problem Explain(string violation)
    {
        foreach (var (name, problem) in known)
            if (violation.Contains(name, StringComparison.Ordinal)) return problem;
        return KernelProblems.Twice;
    }
}
