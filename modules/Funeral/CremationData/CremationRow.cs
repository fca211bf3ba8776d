using Anmin.Contracts.Identity;
using Anmin.Funeral.Ashes;
using Anmin.Funeral.Cases;
using Anmin.Funeral.Cremations;
using Anmin.Funeral.Resources;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Personal;
using Anmin.Ui.Words;

namespace Anmin.Funeral.CremationData;

/// <summary>One finished cremation with all that the export says of it.</summary>
internal sealed record CremationRow(DeathCase Case, Cremation Cremation, Resource? Furnace, InstitutionCard? Home, InstitutionCard? Issuer, string FirstOperator, string SecondOperator, string IssuerName, string ContractClerk, string Reporter, TimeZoneInfo Zone, DivisionBook Divisions)
{
    public CremationCertificate? Certificate => Case.Certificates.Find(c => c.Status == CertificateStatus.Issued) ?? Case.Certificates.MaxBy(c => c.Edition);

    public CremationCertificate? Cancelled => Certificate is { } now ? Case.Certificates.Find(c => c.SuccessorId == now.Id) : null;

    public FuneralHandler? Handler => Case.Handlers.Find(h => h.Id == Case.Contract?.SignedBy) ?? (Case.Handlers.Count > 0 ? Case.Handlers[0] : null);

    public AshesContainer? Ashes => Case.Ashes.Find(a => a.SplitFrom is null);

    public string Stamp(DateTimeOffset? at) => at is { } when ? ChineseTime.Stamp(when, Zone) : "";

    public string Day(DateTimeOffset? at) => at is { } when ? ChineseTime.IsoDate(ChineseTime.DayOf(when, Zone)) : "";

    public string Time(DateTimeOffset? at) => at is { } when ? ChineseTime.Clock(when, Zone) : "";

    /// <summary>GB/T 2261.1.</summary>
    public string Sex => Case.Sex switch { Kernel.Personal.Sex.Male => "1", Kernel.Personal.Sex.Female => "2", Kernel.Personal.Sex.Unknown => "0", _ => "9" };

    /// <summary>1 身份证 … 9 其他, as the death certificate numbers them; empty where there is none.</summary>
    public string IdType => Case.PersonId is { } id ? ((int)id.Type).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";

    public string IdNumber => Case.PersonId is { IsKnown: true } id ? id.Reveal() : "";
}
