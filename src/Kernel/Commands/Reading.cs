using Anmin.Kernel.Calendar;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;

namespace Anmin.Kernel.Commands;

/// <summary>
/// Reads what people typed into kernel types, and gathers every fault, so that a form shows all of them at once.
/// Page and API read alike. Where a value is null after reading, <see cref="Problem"/> says why, or it was left empty.
/// </summary>
public sealed class Reading(Reference reference, DivisionBook divisions, TimeProvider clock)
{
    private readonly List<Problem> problems = [];

    public Problem? Problem => problems.Count == 0 ? null : Problem.Many(problems);

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), reference.Now.Zone).DateTime);

    public void Refuse(Problem problem) => problems.Add(problem);

    public PersonName? Name(string? text, string field, string label, bool required = true) => Read(text, field, label, required, PersonName.Parse);

    public PhoneNumber? Phone(string? text, string field, string label, bool required = true) => Read(text, field, label, required, PhoneNumber.Parse);

    public SensitiveText? Sensitive(string? text, string field, string label, bool required = true) => Read(text, field, label, required, t => SensitiveText.Parse(t, label));

    public IdNumber? Id(IdType type, string? text, string field, string label, bool required = true)
        => type == IdType.Unknown ? null : Read(text, field, label, required, t => IdNumber.Parse(type, t, Today, divisions.IsPlausible));

    public DateOnly? Day(string? text, string field, string label, bool required = true)
        => Take(text, field, label, required, t => DateReading.Read(t, Today));

    /// <summary>Local date and time of the city, as UTC.</summary>
    public DateTimeOffset? Instant(string? text, string field, string label, bool required = true)
        => Take(text, field, label, required, t => DateReading.ReadInstant(t, reference.Now.Zone, Today));

    /// <summary>Free text that is not personal: notes, reasons.</summary>
    public string? Text(string? text, string field, string label, int most = 200, bool required = true) => Read<string>(text, field, label, required, t =>
        TextGuard.Check(t, label) is { } bad ? bad : t.Trim().Length > most ? KernelProblems.TooLong(field, label, most) : (Outcome<string>)t.Trim());

    /// <summary>A division in force, at least as deep as <paramref name="digits"/> and inside <paramref name="inside"/> when given.</summary>
    public string? Place(string? code, string field, string label, int digits = 6, string? inside = null) => Read<string>(code, field, label, true, c =>
    {
        if (divisions.Find(c.Trim()) is not { } found) return new Problem("kernel.division.unknown", $"没有区划代码“{Short(c)}”。请从列表中选择{label}。", ProblemKind.Invalid);
        if (found.EffectiveTo is not null && found.EffectiveTo < Today)
            return new Problem("kernel.division.retired", $"{found.Name}的代码已停用。请改选现行区划{(found.Successor is { } s && divisions.Find(s) is { } now ? $"“{now.Name}”" : "")}。", ProblemKind.Invalid);
        if (found.Code.Length < digits) return new Problem("kernel.division.too-wide", $"{label}需要选到{(digits >= 12 ? "村或社区" : digits >= 9 ? "街道或镇" : "县或区")}。请继续向下选择。", ProblemKind.Invalid);
        if (inside is not null && !found.Code.StartsWith(inside, StringComparison.Ordinal))
            return new Problem("kernel.division.elsewhere", $"{found.Name}不在{divisions.Find(inside)?.Name ?? inside}。请重新选择{label}。", ProblemKind.Invalid);
        return found.Code;
    });

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    private T? Read<T>(string? text, string field, string label, bool required, Func<string, Outcome<T>> parse) where T : class
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) problems.Add(KernelProblems.Required(field, label));
            return null;
        }
        if (parse(text).Try(out var value, out var problem)) return value;
        problems.Add(problem.At(field));
        return null;
    }

    private T? Take<T>(string? text, string field, string label, bool required, Func<string, Outcome<T>> parse) where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) problems.Add(KernelProblems.Required(field, label));
            return null;
        }
        if (parse(text).Try(out var value, out var problem)) return value;
        problems.Add(problem.At(field));
        return null;
    }
}
