using Anmin.Kernel.Actors;

namespace Anmin.Contracts.Identity;

/// <summary>Who works where, and as what. In memory; answers at once. Somebody no longer active stays findable, for old records.</summary>
public interface IStaffDirectory
{
    StaffCard? Find(string id);

    /// <summary>The person behind a sign-in button of the demonstration, e.g. <c>接线员</c>; null where the pack has none.</summary>
    StaffCard? Persona(string name);

    /// <summary>Active staff of an institution, by name.</summary>
    IReadOnlyList<StaffCard> OfInstitution(string institution);

    /// <summary>The rights and the data scope somebody acts with; null for nobody and for those no longer active.</summary>
    Actor? ActorOf(string id);
}

/// <param name="Post">Labels of the posts held, joined by <c>、</c>.</param>
/// <param name="Posts">Ids of the posts held.</param>
public sealed record StaffCard(
    string Id, string Name, string Post, IReadOnlyList<string> Posts, string? Institution, string? InstitutionName, string Division, string? Persona, bool Active);
