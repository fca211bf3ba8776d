using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anmin.Kernel.Data;

/// <summary>
/// Personal data at rest: the column holds the sealed text, and where a person looks things up by it,
/// a shadow column <c>…_index</c> holds a keyed hash for exact look-up.
/// </summary>
public static class Sealing
{
    private const string IndexOf = "Anmin:IndexOf";

    public static PropertyBuilder<IdNumber?> Sealed<T>(this EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, IdNumber?>> property, PersonalVault vault, bool indexed = true) where T : class
    {
        var built = table.Property(property);
        var column = Column(table, built.Metadata.Name);
        built.HasConversion(new ValueConverter<IdNumber?, byte[]?>(
            v => v == null ? null : vault.Seal(column, v.Pack()),
            b => b == null ? null : IdNumber.Unpack(vault.Open(column, b))));
        if (indexed) AddIndex(table, built.Metadata.Name);
        return built;
    }

    public static PropertyBuilder<PhoneNumber?> Sealed<T>(this EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, PhoneNumber?>> property, PersonalVault vault, bool indexed = true) where T : class
    {
        var built = table.Property(property);
        var column = Column(table, built.Metadata.Name);
        built.HasConversion(new ValueConverter<PhoneNumber?, byte[]?>(
            v => v == null ? null : vault.Seal(column, v.Reveal()),
            b => b == null ? null : PhoneNumber.FromStore(vault.Open(column, b))));
        if (indexed) AddIndex(table, built.Metadata.Name);
        return built;
    }

    public static PropertyBuilder<SensitiveText?> Sealed<T>(this EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, SensitiveText?>> property, PersonalVault vault) where T : class
    {
        var built = table.Property(property);
        var column = Column(table, built.Metadata.Name);
        return built.HasConversion(new ValueConverter<SensitiveText?, byte[]?>(
            v => v == null ? null : vault.Seal(column, v.Reveal()),
            b => b == null ? null : SensitiveText.FromStore(vault.Open(column, b))));
    }

    public static PropertyBuilder<PersonName?> Named<T>(this EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, PersonName?>> property) where T : class
        => table.Property(property).HasMaxLength(180).HasConversion(new ValueConverter<PersonName?, string?>(
            v => v == null ? null : v.ToString(), s => s == null ? null : PersonName.FromStore(s)));

    /// <summary>Name of the shadow column that carries the keyed hash of a sealed property.</summary>
    public static string IndexColumn(string property) => property + "Index";

    internal static void Index(EntityEntry entry, PersonalVault vault)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified)) return;
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (SourceOf(property) is not { } source) continue;
            entry.Property(property.Name).CurrentValue = Normal(entry.Property(source).CurrentValue) is { } normal ? vault.BlindIndex(normal) : null;
        }
    }

    /// <summary>The sealed property that a shadow column is the keyed hash of; null for every other column.</summary>
    internal static string? SourceOf(IReadOnlyProperty property) => property.FindAnnotation(IndexOf)?.Value as string;

    /// <summary>The form two writings of one number share, or null where there is nothing to look up.</summary>
    internal static string? Normal(object? value) => value switch
    {
        IdNumber { IsKnown: true } id => id.Normal,
        PhoneNumber phone => phone.Normal,
        _ => null,
    };

    private static void AddIndex<T>(EntityTypeBuilder<T> table, string source) where T : class
        => table.Property<byte[]?>(IndexColumn(source)).HasMaxLength(16).HasAnnotation(IndexOf, source);

    private static string Column<T>(EntityTypeBuilder<T> table, string property) where T : class
        => table.Metadata.GetTableName() + "." + property;
}

public static class BlindIndexes
{
    /// <summary>The keyed hash to compare with an index column.</summary>
    public static byte[] BlindIndex(this AnminDb db, string normal) => db.Parts.Vault.BlindIndex(normal);
}
