using System.Reflection;
using Anmin.Kernel.Outcomes;

namespace Anmin.Kernel.Commands;

/// <summary>A number outside an enumeration reads as its type without complaint; here it is refused before anything is written.</summary>
internal static class Choices<TRequest>
{
    private static readonly PropertyInfo[] All = [.. typeof(TRequest).GetProperties().Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).IsEnum)];

    public static Problem? Refusal(TRequest request)
    {
        var unknown = All.Where(p => p.GetValue(request) is Enum given && !Enum.IsDefined(given.GetType(), given)).Select(p => KernelProblems.UnknownChoice(p.Name)).ToList();
        return unknown.Count == 0 ? null : Problem.Many(unknown);
    }
}
