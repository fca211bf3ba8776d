using System.Globalization;
using System.Security.Cryptography;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Citizens;

/// <summary>A code sent to a telephone: six digits, once, for minutes, five tries. Only a keyed hash of it is kept, so neither a copy of the database nor a log opens anything.</summary>
internal sealed class CitizenCode
{
    public const int MostTries = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PhoneNumber? Phone { get; init; }

    /// <summary>Keyed hash of id and code, under the key outside the database.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Keyed hashes of where it was asked from; for counting only.</summary>
    public required byte[] Device { get; init; }

    public required byte[] Address { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Tries { get; set; }

    /// <summary>Used, or replaced by a newer one.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public static string Draw() => RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static byte[] HashOf(AnminDb db, Guid id, string code) => db.BlindIndex($"citizen-code:{id:N}:{code}");

    public static bool Fits(AnminDb db, Guid id, string code, byte[] hash) => CryptographicOperations.FixedTimeEquals(HashOf(db, id, code), hash);

    /// <summary>Digits as typed, in any width and with blanks between them; null for what cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var compact = TypedText.Compact(typed ?? "");
        return compact.Length == 6 && compact.All(char.IsAsciiDigit) ? compact : null;
    }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<CitizenCode>(t =>
    {
        t.ToTable("identity_citizen_code", b => b.HasCheckConstraint("identity_citizen_code_tries", "tries between 0 and 5"));
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Sealed(e => e.Phone, vault);
        t.Property(e => e.Hash).HasMaxLength(16);
        t.Property(e => e.Device).HasMaxLength(16);
        t.Property(e => e.Address).HasMaxLength(16);
        t.HasIndex("PhoneIndex", nameof(At));
        t.HasIndex(e => new { e.Device, e.At });
        t.HasIndex(e => new { e.Address, e.At });
    });
}
