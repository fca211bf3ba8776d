using Anmin.Kernel.Divisions;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;

namespace Anmin.Hotline.Screen;

/// <summary>Streets and towns of the city by what is quickest to type: initials (<c>xfjd</c>, with the county <c>scxf</c>), characters, or the code.</summary>
internal sealed class TownFinder(Reference reference, DivisionBook divisions)
{
    private const int MostNamed = 5;

    /// <param name="Initials">Of the town alone.</param>
    /// <param name="Long">Of county and town; without the county's last character too, for <c>scxf</c>.</param>
    public sealed record Town(string Code, string Name, string County, string Initials, string Long, string Short)
    {
        public string Path => County + Name;

        public bool Exactly(string typed) => typed == Initials || typed == Long || typed == Short || typed == Name || typed == Path || typed == Code;

        public bool Begins(string typed) => Initials.StartsWith(typed, StringComparison.Ordinal) || Long.StartsWith(typed, StringComparison.Ordinal) || Short.StartsWith(typed, StringComparison.Ordinal) || Path.Contains(typed, StringComparison.Ordinal);
    }

    public IReadOnlyList<Town> All()
    {
        var city = reference.Now.City.Division;
        return [.. divisions.Children(city).SelectMany(c => divisions.Children(c.Code).Select(t => new Town(t.Code, t.Name, c.Name, Pinyin.Initials(t.Name), Pinyin.Initials(c.Name) + Pinyin.Initials(t.Name), Pinyin.Initials(c.Name[..^1]) + Pinyin.Initials(t.Name))))];
    }

    /// <summary>The one town that is meant. A county by itself is taken as it is: the town can be asked later.</summary>
    public Outcome<string> Read(string text)
    {
        var typed = text.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        if (divisions.Find(typed) is { } known && typed.Length >= 6) return known.Code;
        var county = divisions.Children(reference.Now.City.Division).Where(c => c.Name == typed || Pinyin.Initials(c.Name) == typed).ToList();
        var all = All();
        var found = all.Where(t => t.Exactly(typed)).ToList();
        if (found.Count == 0 && county.Count == 1) return county[0].Code;
        if (found.Count == 0) found = all.Where(t => t.Begins(typed)).ToList();
        if (found.Count == 1) return found[0].Code;
        var shown = text.Length > 20 ? text[..20] + "…" : text;
        return found.Count == 0 ? HotlineProblems.NoTown(shown) : HotlineProblems.ManyTowns(shown, string.Join('、', found.Take(MostNamed).Select(t => t.Path)) + (found.Count > MostNamed ? "等" : ""));
    }
}
