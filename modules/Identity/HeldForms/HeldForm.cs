using System.Security.Cryptography;
using System.Text.Json;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.HeldForms;

/// <summary>
/// A form that was sent but not carried out, sealed until its person is back: the session had ended, the page was too old, or somebody asked
/// 稍后继续. It is only ever shown again, never sent for anybody.
/// </summary>
internal sealed class HeldForm
{
    /// <summary>After 稍后继续.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromDays(30);

    /// <summary>After a session that ended: time to sign in, and for the telephone to ring in between.</summary>
    public static readonly TimeSpan Meanwhile = TimeSpan.FromHours(2);

    /// <summary>None that are read for another: 0 and O, 1, I and L.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int CodeLength = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Keyed hash of the code; the code itself is with the person.</summary>
    public required byte[] Code { get; init; }

    /// <summary>Path and query of the page the form stands on.</summary>
    public required string Page { get; set; }

    /// <summary>JSON, field name to its texts.</summary>
    public required SensitiveText Content { get; set; }

    /// <summary>Staff id of who typed it: nobody else is shown it. Null for the public, who need the code.</summary>
    public string? Owner { get; init; }

    /// <summary>The person asked for it, rather than a session that ended.</summary>
    public required bool Asked { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Eight letters and digits, for a person to copy; nearly forty bits, tried at most as often as the rate limit lets.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <returns>The code as it was drawn, or null where it cannot be one.</returns>
    public static string? Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return text.Length == CodeLength && text.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? text : null;
    }

    public static string Shown(string code) => $"{code[..4]}-{code[4..]}";

    public static byte[] IndexOf(AnminDb db, string code) => db.BlindIndex("held-form\n" + code);

    public Dictionary<string, string[]> Fields() => JsonSerializer.Deserialize<Dictionary<string, string[]>>(Content.Reveal()) ?? [];

    public static SensitiveText Pack(IReadOnlyDictionary<string, string[]> fields) => SensitiveText.FromStore(JsonSerializer.Serialize(fields));

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<HeldForm>(t =>
    {
        t.ToTable("identity_held_form");
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Property(e => e.Code).HasMaxLength(PersonalVault.IndexSize);
        t.Property(e => e.Page).HasMaxLength(2000);
        t.Property(e => e.Owner).HasMaxLength(100);
        t.Sealed(e => e.Content, vault);
        t.HasIndex(e => e.Code).IsUnique();
        t.HasIndex(e => e.ExpiresAt);
    });
}
