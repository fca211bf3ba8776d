using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Anmin.Kernel.Data;

/// <summary>Reads what a provider's exception means, the same on both.</summary>
public static class Violations
{
    /// <summary>What was violated, or null when the exception is something else.</summary>
    public static string? Violation(this AnminDb _, Exception e) => ViolationIn(e);

    internal static string? ViolationIn(Exception e) => Of(e) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.ExclusionViolation } p => p.ConstraintName ?? p.MessageText,
        PostgresException { SqlState: "AN001" } p => p.MessageText,
        SqliteException { SqliteErrorCode: 19 } s => s.Message,
        _ => null,
    };

    /// <summary>The database cannot be reached or written just now; nothing was committed.</summary>
    public static bool IsAway(this AnminDb _, Exception e) => IsAway(e);

    internal static bool IsAway(Exception e) => Of(e) switch
    {
        PostgresException p => p.SqlState.StartsWith("53", StringComparison.Ordinal) || p.SqlState.StartsWith("57", StringComparison.Ordinal) || p.SqlState.StartsWith("08", StringComparison.Ordinal) || p.SqlState == PostgresErrorCodes.SerializationFailure || p.SqlState == PostgresErrorCodes.DeadlockDetected,
        NpgsqlException => true,
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 } => true,
        _ => false,
    };

    private static DbException? Of(Exception e)
    {
        for (Exception? at = e; at is not null; at = at.InnerException)
            if (at is DbException known) return known;
        return null;
    }
}
