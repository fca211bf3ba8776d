using Anmin.Funeral.Cases;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Personal;
using Anmin.Ui.Forms;

namespace Anmin.Funeral.Search;

/// <summary>What the city's register offers to choose from, within reach of whoever asks.</summary>
internal sealed class CaseFilters(CaseFile file, IInstitutionDirectory institutions, DivisionBook divisions, DictionaryBook dictionary)
{
    public IReadOnlyList<Choice> Homes() => [.. institutions.OfKind("funeral-home", file.City).Where(h => file.Reach is not { Divisions: [], All: false } reach || reach.Institutions.Contains(h.Id)).Select(h => new Choice(h.Id, h.Name))];

    public IReadOnlyList<Choice> Counties() => [.. divisions.Children(file.City).Select(d => new Choice(d.Code, d.Name))];

    /// <summary>Counties with the towns below them, for the place of a death: 宿城区 · 项里街道.</summary>
    public IReadOnlyList<Choice> Towns() => [.. divisions.Children(file.City).SelectMany(county => divisions.Children(county.Code).Select(town => new Choice(town.Code, $"{county.Name} · {town.Name}")).Prepend(new Choice(county.Code, $"{county.Name}（只知道县区）")))];

    /// <summary>证件种类, as this installation words and orders them.</summary>
    public IReadOnlyList<Choice> IdTypes => [.. dictionary.Offered(DictionaryBook.IdTypes).Select(t => new Choice(t.Code, t.Label))];

    /// <summary>与逝者关系: the word itself is kept, as it was on the day.</summary>
    public IReadOnlyList<Choice> Kinships => [new("", "请选择"), .. dictionary.Offered(FuneralLists.Kinship).Select(k => new Choice(k.Label, k.Label))];

    public static IReadOnlyList<Choice> Sexes { get; } = [new(nameof(Sex.Unknown), "暂时不知道"), new(nameof(Sex.Male), "男"), new(nameof(Sex.Female), "女")];

    public static IReadOnlyList<Choice> Sources { get; } = [.. Enum.GetValues<ReportSource>().Select(s => new Choice(s.ToString(), CaseLabels.Of(s)))];

    public static IReadOnlyList<Choice> PlaceKinds { get; } = [.. Enum.GetValues<DeathPlaceKind>().OrderBy(p => p == DeathPlaceKind.Unknown).Select(p => new Choice(p.ToString(), CaseLabels.Of(p)))];
}
