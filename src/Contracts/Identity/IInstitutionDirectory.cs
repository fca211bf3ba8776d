namespace Anmin.Contracts.Identity;

/// <summary>An institution of the city's register.</summary>
/// <param name="Kind">funeral-home, columbarium, cemetery, hospital, police or bureau.</param>
/// <param name="Code">Nine digits used inside business numbers of funeral homes; empty for others.</param>
public sealed record InstitutionCard(string Id, string Kind, string Name, string Division, string Address, string Phone, double? Latitude, double? Longitude, string Hours, string Code);

/// <summary>Asks the register of institutions. Answers from memory.</summary>
public interface IInstitutionDirectory
{
    InstitutionCard? Find(string id);

    /// <summary>Institutions of a kind below a division, ordered by id.</summary>
    IReadOnlyList<InstitutionCard> OfKind(string kind, string below = "0");
}

/// <param name="Posts">Labels of the posts held, for people to read.</param>
/// <param name="Persona">Name of the demonstration persona, or empty.</param>
public sealed record StaffCard(string Id, string Name, string? Institution, string Division, string Posts, string Persona);

/// <summary>Asks who works where. Answers from memory; knows no permissions.</summary>
public interface IStaffDirectory
{
    StaffCard? Find(string id);

    IReadOnlyList<StaffCard> OfInstitution(string institution);

    /// <summary>The invented person behind a demonstration persona such as 接线员.</summary>
    StaffCard? Persona(string persona);

    /// <summary>The actor this person signs in as, with permissions and data scope; null when unknown or inactive.</summary>
    Kernel.Actors.Actor? ActorOf(string id);
}
