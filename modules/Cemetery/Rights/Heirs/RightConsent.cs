using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Cemetery.Rights.Heirs;

/// <summary>权利人 and whether they agreed in writing. A change of the holder uses the consents up: the next one asks everybody again.</summary>
internal sealed class RightConsent
{
    private RightConsent()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid RightId { get; private init; }

    public PersonName Name { get; private init; } = null!;

    public IdNumber? PersonId { get; private init; }

    public PhoneNumber? Phone { get; private init; }

    public string Relation { get; private init; } = "";

    public DateTimeOffset RegisteredAt { get; private init; }

    public string RegisteredBy { get; private init; } = "";

    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>Who took the consent.</summary>
    public string? TakenBy { get; private set; }

    /// <summary>The signed paper.</summary>
    public string? Paper { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static RightConsent Register(PlotRight right, PersonName name, IdNumber? id, PhoneNumber? phone, string relation, Actor by, DateTimeOffset now) => new()
    {
        RightId = right.Id,
        Name = name,
        PersonId = id,
        Phone = phone,
        Relation = relation,
        RegisteredAt = now,
        RegisteredBy = by.Id,
    };

    public Outcome<Done> Agree(string paper, Actor by, DateTimeOffset now)
    {
        if (AgreedAt is not null) return RightProblems.ConsentGiven;
        (AgreedAt, TakenBy, Paper) = (now, by.Id, paper);
        return Done.It;
    }

    public void Use(DateTimeOffset now) => UsedAt = now;
}

internal static class ConsentTables
{
    extension(AnminDb db)
    {
        public DbSet<RightConsent> RightConsents => db.Set<RightConsent>();
    }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<RightConsent>(t =>
    {
        t.ToTable("cemetery_right_consent", b =>
        {
            b.HasCheckConstraint("cemetery_right_consent_agreed", "(agreed_at is null) = (taken_by is null) and (agreed_at is null) = (paper is null)");
            b.HasCheckConstraint("cemetery_right_consent_used", "used_at is null or agreed_at is not null");
        });
        t.HasKey(c => c.Id);
        t.Named(c => c.Name!).IsRequired();
        t.Sealed(c => c.PersonId, vault);
        t.Sealed(c => c.Phone, vault, indexed: false);
        t.HasOne<PlotRight>().WithMany().HasForeignKey(c => c.RightId);
        t.HasIndex(c => new { c.RightId, c.Name }).IsUnique().HasDatabaseName("cemetery_right_consent_once").HasFilter("used_at is null");
    });

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["cemetery_right_consent_agreed"] = RightProblems.HeirSilent,
        ["cemetery_right_consent_used"] = RightProblems.HeirSilent,
        ["cemetery_right_consent_once"] = RightProblems.HeirTwice,
        ["cemetery_right_consent.right_id, cemetery_right_consent.name"] = RightProblems.HeirTwice,
        ["guard_consent_kept"] = RightProblems.ConsentGiven,
    };

    public static IEnumerable<string> Guards(DatabaseKind kind) => GuardTriggers.Before(kind, "cemetery_right_consent", "update",
        [("guard_consent_kept", "new.right_id <> old.right_id or new.name <> old.name or old.used_at is not null or (old.agreed_at is not null and (new.agreed_at is null or new.paper <> old.paper))")]);
}
