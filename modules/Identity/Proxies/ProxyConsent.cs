using Anmin.Identity.Citizens;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Proxies;

internal enum ProxyScope
{
    /// <summary>只看进度.</summary>
    Look,
    /// <summary>看进度，也代为提交.</summary>
    Act,
}

/// <summary>代办授权: an elder lets one officer act, for a while, by reading a code of their own telephone to them. Kept after it ended.</summary>
internal sealed class ProxyConsent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string OfficerId { get; init; }

    public required PersonName? Elder { get; init; }

    public required PhoneNumber? Phone { get; init; }

    public IdNumber? PersonId { get; init; }

    public required ProxyScope Scope { get; init; }

    public required byte[] CodeHash { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset CodeUntil { get; init; }

    public int Tries { get; set; }

    /// <summary>When the elder's code was told and entered.</summary>
    public DateTimeOffset? GivenAt { get; set; }

    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The officer's id, or <c>public</c> where the elder took it back.</summary>
    public string? EndedBy { get; set; }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<ProxyConsent>(t =>
    {
        t.ToTable("identity_proxy_consent", b => b.HasCheckConstraint("identity_proxy_consent_tries", "tries between 0 and 5"));
        t.HasKey(e => e.Id);
        t.Property(e => e.Id).ValueGeneratedNever();
        t.Named(e => e.Elder);
        t.Sealed(e => e.Phone, vault);
        t.Sealed(e => e.PersonId, vault);
        t.Property(e => e.CodeHash).HasMaxLength(16);
        t.HasIndex(e => new { e.OfficerId, e.AskedAt });
        t.HasIndex("PhoneIndex");
    });
}
