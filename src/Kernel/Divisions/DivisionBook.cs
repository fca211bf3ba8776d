using Anmin.Kernel.Packs;

namespace Anmin.Kernel.Divisions;

/// <summary>Looks divisions up; a retired code is still known, for old cases and ID numbers.</summary>
public sealed class DivisionBook(Reference reference)
{
    public Division? Find(string code) => reference.Now.Divisions.GetValueOrDefault(code);

    /// <summary>
    /// Whether a document may carry this county code. The lists of withdrawn codes are not whole before 2003, and many
    /// older people's cards carry them, so a county not listed is unknown, not wrong: only the province must exist.
    /// </summary>
    public bool IsPlausible(string county) => reference.Now.Divisions.Count == 0 || reference.Now.Divisions.ContainsKey(county) || reference.Now.Divisions.ContainsKey(county[..2]);

    /// <summary>The code, then each level above it, ending with the nation (0).</summary>
    public static IEnumerable<string> Upwards(string code)
    {
        foreach (var length in (int[])[12, 9, 6, 4, 2])
            if (code.Length >= length) yield return code[..length];
        yield return "0";
    }

    /// <summary><c>宿城区项里街道</c>-like path below the city, or the code where it is unknown.</summary>
    public string PathName(string code)
    {
        var city = reference.Now.City.Division;
        var names = Upwards(code).Where(c => c.Length > city.Length).Select(Find).OfType<Division>().Select(d => d.Name).Reverse().ToList();
        return names.Count > 0 ? string.Concat(names) : Find(code)?.Name ?? code;
    }

    public IReadOnlyList<Division> Children(string parent)
        => [.. reference.Now.Divisions.Values.Where(d => d.Parent == parent && d.EffectiveTo is null).OrderBy(d => d.Code, StringComparer.Ordinal)];
}
