using Anmin.Funeral.Cases;

namespace Anmin.Funeral.Dossier;

/// <summary>One end of a custody line, <c>ColdStored</c> and its id, as a person says it: 冷藏柜 2区14柜.</summary>
internal static class PlaceWords
{
    public static string Of(string place, string id, IReadOnlyDictionary<string, string> names)
    {
        var label = Label(place);
        if (id.Length == 0) return label;
        var name = names.GetValueOrDefault(id) ?? id;
        if (name.StartsWith(label, StringComparison.Ordinal)) return name;
        return place is nameof(BodyPlace.Received) or nameof(BodyPlace.InPreparation) or nameof(BodyPlace.InHall) or nameof(BodyPlace.InFurnace) or nameof(BodyPlace.FurnaceQueue) ? name
            : place is nameof(AshesStatus.Held) or nameof(BodyPlace.Cremated) ? label : $"{label} {name}";
    }

    private static string Label(string place) => Enum.TryParse<BodyPlace>(place, out var body) ? CaseLabels.Of(body)
        : Enum.TryParse<AshesStatus>(place, out var ashes) ? CaseLabels.Of(ashes) : place;
}
