using System.Linq.Expressions;
using System.Reflection;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anmin.Kernel.Data;

/// <summary>What every table has in common, said once.</summary>
internal static class ModelConventions
{
    public static void Configure(ModelConfigurationBuilder configuration, DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite) configuration.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
        else configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    public static void Finish(ModelBuilder model, AnminDb db)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            if (typeof(JournalSubject).IsAssignableFrom(type.ClrType))
            {
                type.FindProperty(nameof(JournalSubject.Version))!.IsConcurrencyToken = true;
                type.FindProperty(nameof(JournalSubject.Id))!.ValueGenerated = ValueGenerated.Never;
            }
            if (typeof(IOwnedByUnit).IsAssignableFrom(type.ClrType))
                model.Entity(type.ClrType).HasQueryFilter(AnminDb.ScopeFilter, ScopeOf(type.ClrType, db));
            foreach (var property in type.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.ClrType == typeof(string) && property.GetMaxLength() is null && property.GetColumnType() is null) property.SetMaxLength(200);
            }
        }
    }

    /// <summary>e => ScopeAll || e.Institution == ScopeInstitution || e.Division below ScopeDivision, for the context that runs the query.</summary>
    private static LambdaExpression ScopeOf(Type entity, AnminDb db)
    {
        var row = Expression.Parameter(entity, "e");
        var self = Expression.Constant(db);
        Expression Of(string name) => Expression.Property(self, typeof(AnminDb).GetProperty(name, BindingFlags.NonPublic | BindingFlags.Instance)!);
        Expression NotNull(string name) => Expression.NotEqual(Of(name), Expression.Constant(null, typeof(string)));
        var starts = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
        var below = Expression.AndAlso(NotNull(nameof(AnminDb.ScopeDivision)),
            Expression.Call(Expression.Property(row, nameof(IOwnedByUnit.Division)), starts, Of(nameof(AnminDb.ScopeDivision))));
        var own = Expression.AndAlso(NotNull(nameof(AnminDb.ScopeInstitution)),
            Expression.Equal(Expression.Property(row, nameof(IOwnedByUnit.Institution)), Of(nameof(AnminDb.ScopeInstitution))));
        return Expression.Lambda(Expression.OrElse(Of(nameof(AnminDb.ScopeAll)), Expression.OrElse(own, below)), row);
    }

    internal static string Snake(string name)
        => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 && !char.IsUpper(name[i - 1]) ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>SQLite cannot order <see cref="DateTimeOffset"/>: whole microseconds since 1970 can be.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    v => (v.UtcTicks - 621355968000000000L) / 10, v => new DateTimeOffset((v * 10) + 621355968000000000L, TimeSpan.Zero));

/// <summary>PostgreSQL takes UTC only, and keeps microseconds.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
