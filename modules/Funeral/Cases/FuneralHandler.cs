using Anmin.Kernel.Personal;

namespace Anmin.Funeral.Cases;

/// <summary>丧事承办人（经办人）: the living person who acts, first by rank.</summary>
internal sealed class FuneralHandler
{
    private FuneralHandler()
    {
    }

    public FuneralHandler(Guid caseId, int rank, PersonName name, PhoneNumber phone, string relation, IdNumber? personId)
        => (CaseId, Rank, Name, Phone, Relation, PersonId) = (caseId, rank, name, phone, relation, personId);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    public int Rank { get; private init; }

    public PersonName? Name { get; private init; }

    public PhoneNumber? Phone { get; private init; }

    public string Relation { get; private init; } = "";

    public IdNumber? PersonId { get; private init; }
}
