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

    /// <summary>What a row of this kind must meet to be seen; parameters are read anew for every query, so one compiled model serves everybody.</summary>
    private static LambdaExpression ScopeOf(Type entity, AnminDb db)
        => (LambdaExpression)new Uncaptured(db).Visit((LambdaExpression)typeof(ModelConventions).GetMethod(nameof(Within), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity).Invoke(null, [db])!);

    private static Expression<Func<T, bool>> Within<T>(AnminDb db) where T : class, IOwnedByUnit
        => e => db.ScopeAll
            || db.ScopeInstitutions.Contains(e.Institution)
            || (db.ScopeDivision != null && e.Division.StartsWith(db.ScopeDivision))
            || (db.ScopeSecondDivision != null && e.Division.StartsWith(db.ScopeSecondDivision))
            || db.ScopeOrigins.Contains(e.Origin)
            || (db.ScopeOpener != null && e.OpenedBy == db.ScopeOpener)
            || (db.ScopeAssignee != null && db.Set<Assignment>().Any(a => a.Subject == e.Id && a.Staff == db.ScopeAssignee && a.EndedAt == null));

    /// <summary>The context as a constant: only that is exchanged for the context which runs the query; a captured variable would stay the first one for ever.</summary>
    private sealed class Uncaptured(AnminDb db) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) => node.Type == typeof(AnminDb) ? Expression.Constant(db) : base.VisitMember(node);
    }

    internal static string Snake(string name)
        => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 && !char.IsUpper(name[i - 1]) ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>SQLite cannot order <see cref="DateTimeOffset"/>: whole microseconds since 1970 can be.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
    v => (v.UtcTicks - 621355968000000000L) / 10, v => new DateTimeOffset((v * 10) + 621355968000000000L, TimeSpan.Zero));

/// <summary>PostgreSQL takes UTC only, and keeps microseconds.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
