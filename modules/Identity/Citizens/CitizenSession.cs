using System.Security.Cryptography;
using System.Text;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Citizens;

/// <summary>A citizen who came in by a code, or an officer acting for one. The cookie holds 256 random bits; only their hash is kept.</summary>
internal sealed class CitizenSession
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Token { get; init; }

    public required PhoneNumber? Phone { get; init; }

    /// <summary>The consent under which an officer acts; null for the citizen in person.</summary>
    public Guid? ConsentId { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public static string Draw() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<CitizenSession>(t =>
    {
        t.ToTable("identity_citizen_session");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Property(e => e.Token).HasMaxLength(32);
        t.HasIndex(e => e.Token).IsUnique();
        t.Sealed(e => e.Phone, vault);
        t.HasIndex(e => e.ConsentId);
    });
}
