using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Personal;

namespace Anmin.Notifications.Delivery;

/// <summary>Whether a message's addressee has died. Asked right before a message leaves, of whoever knows.</summary>
internal sealed class DeceasedCheck(IEnumerable<IDeceasedDirectory> directories, IEnumerable<IPhoneOwners> owners)
{
    public async Task<bool> IsDeceasedAsync(IdNumber? person, PhoneNumber? phone, CancellationToken ct)
    {
        var persons = new List<IdNumber>();
        if (person is { IsKnown: true }) persons.Add(person);
        // who the message says it is for outweighs whose telephone it once was
        else if (phone is not null)
            foreach (var owner in owners) persons.AddRange(await owner.OwnersOfAsync(phone, ct));
        foreach (var directory in directories)
            if (await directory.IsDeceasedAsync(persons, person is { IsKnown: true } ? null : phone, ct)) return true;
        return false;
    }
}
