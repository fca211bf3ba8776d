using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Rights.Signing;

/// <summary>
/// 证明核验. A number of this city's homes must be a valid certificate of that very person; one from elsewhere is taken with a note of who checked what.
/// </summary>
internal sealed class Certificates(IAshesCustody ashes, IInstitutionDirectory institutions)
{
    public sealed record Known(Guid? CaseId, PersonName? Person, IdNumber? PersonId);

    public async Task<Outcome<Known>> CheckAsync(RightBasis basis, string? number, string? note, PersonName? user, IdNumber? userId, CancellationToken ct)
    {
        if (number is null) return RightProblems.CertificateMissing;
        if (basis == RightBasis.CremationCertificate)
        {
            if (await ashes.OfCertificateAsync(number, ct) is [var card, ..])
            {
                if (user is not null && card.Person is { } person && person.Text != user.Text || userId is not null && card.PersonId is { } id && !id.Equals(userId)) return RightProblems.OtherPerson;
                return new Known(card.CaseId, card.Person, card.PersonId);
            }
            if (IsOurs(number)) return RightProblems.CertificateVoid;
        }
        return note is null ? RightProblems.CertificateElsewhere : new Known(null, null, null);
    }

    /// <summary>Carries the code of a home of this city between its dashes.</summary>
    private bool IsOurs(string number)
    {
        var parts = number.Split('-');
        return institutions.OfKind("funeral-home").Any(h => parts.Contains(h.Code.Length > 0 ? h.Code : h.Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()));
    }
}
