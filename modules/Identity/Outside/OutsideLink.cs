using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Outside;

/// <summary>An account at the outside provider and the member of staff it is. One to one.</summary>
internal sealed class OutsideLink
{
    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string StaffId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<OutsideLink>(t =>
    {
        t.ToTable("identity_outside_link");
        t.HasKey(e => new { e.Issuer, e.Subject });
        t.HasIndex(e => new { e.Issuer, e.StaffId }).IsUnique();
    });
}
