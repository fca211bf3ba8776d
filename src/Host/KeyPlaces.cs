using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anmin.Host;

/// <summary>Opens the keys of personal data, and never makes new ones beside a database that was sealed with others.</summary>
internal static class KeyPlaces
{
    public static PersonalKeys Open(HostOptions options, DatabaseSettings settings)
    {
        if (File.Exists(options.KeyFile)) return PersonalKeys.Open(options.KeyFile, TimeProvider.System);
        if (options.ReadOnly) return Throwaway();
        return HoldsData(settings) ? PersonalKeys.Open(options.KeyFile, TimeProvider.System) : PersonalKeys.OpenOrCreate(options.KeyFile, TimeProvider.System);
    }

    /// <summary>A command that only looks needs a vault to make the model with, and opens nothing with it.</summary>
    private static PersonalKeys Throwaway()
    {
        var folder = Directory.CreateTempSubdirectory("anmin-");
        try
        {
            return PersonalKeys.OpenOrCreate(Path.Combine(folder.FullName, "personal.json"), TimeProvider.System);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool HoldsData(DatabaseSettings settings)
    {
        if (settings.Kind == DatabaseKind.Sqlite && !File.Exists(Path.Combine(settings.Folder, "anmin.db"))) return false;
        try
        {
            using System.Data.Common.DbConnection connection = settings.Kind == DatabaseKind.Postgres ? new NpgsqlConnection(settings.ConnectionString) : new SqliteConnection(settings.ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "select exists(select 1 from kernel_journal)";
            return Convert.ToBoolean(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 1)
        {
            return false;
        }
    }
}
