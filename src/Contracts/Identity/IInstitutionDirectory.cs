namespace Anmin.Contracts.Identity;

/// <summary>Funeral homes, columbaria, cemeteries, hospitals, police stations and bureaus of the city pack. In memory; answers at once.</summary>
public interface IInstitutionDirectory
{
    /// <summary>Null where the pack knows no such institution.</summary>
    InstitutionCard? Find(string id);

    /// <param name="kind"><c>funeral-home</c>, <c>columbarium</c>, <c>cemetery</c>, <c>hospital</c>, <c>police</c>, <c>bureau</c> or <c>vigil-centre</c>.</param>
    /// <param name="belowDivision">Only those in this division or below it; <c>0</c> for all.</param>
    IReadOnlyList<InstitutionCard> OfKind(string kind, string belowDivision = "0");
}

/// <param name="Division">Where it stands, significant digits.</param>
/// <param name="Code">The nine-digit code of a funeral home; empty elsewhere.</param>
/// <param name="Provenance"><c>public</c> or <c>invented</c>: whether the name is a real one.</param>
public sealed record InstitutionCard(
    string Id, string Kind, string Name, string Division, string Address, string Phone, double? Latitude, double? Longitude, string Hours, string Code, string Provenance);
